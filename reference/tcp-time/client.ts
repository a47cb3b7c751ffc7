/**
 * The time over TCP, the client: connects, asks, prints the answer.
 *
 *     node client.js [host] [port]
 */
import { connect } from 'node:net';

const host = process.argv[2] ?? process.env.HOST ?? '127.0.0.1';
const port = Number(process.argv[3] ?? process.env.PORT ?? 5550);

const server = connect(port, host, () => server.write('hey server, Set my time'));

// TCP carries a stream of bytes, not messages: one answer may come in several parts, cut anywhere, even within a letter.
// The encoding puts letters together again; the end of the stream tells that the answer is complete.
server.setEncoding('utf8');
let answer = '';
server.on('data', (part) => {
  answer += part;
});
server.on('end', () => {
  console.log(answer === '' ? 'The server closed the connection without an answer.' : `The current time is: ${answer}`);
});

// TCP brings lost data again by itself, but a server that never answers is not lost data.
server.setTimeout(10_000, () => server.destroy(new Error('no answer within 10 seconds')));

server.on('error', (error) => {
  console.error(`No time from ${host}:${port}: ${error.message}`);
  process.exitCode = 1;
});
