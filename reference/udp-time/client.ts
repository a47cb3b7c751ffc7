/**
 * Date and time over UDP, the client: asks the server and prints what it answers.
 *
 *     node client.js [host] [port]
 */
import { createSocket } from 'node:dgram';

const host = process.argv[2] ?? process.env.HOST ?? '127.0.0.1';
const port = Number(process.argv[3] ?? process.env.PORT ?? 5550);

const socket = createSocket('udp4');

// The request or its answer may get lost, so the client does not wait for ever.
const patience = setTimeout(() => {
  console.error(`No answer from ${host}:${port} within 10 seconds. Is the server running?`);
  process.exitCode = 1;
  socket.close();
}, 10_000);

socket.on('message', (answer) => {
  // Printed as it came. Servers write a time in many ways; a client that parsed one of them would refuse the others.
  console.log(`The current time is: ${answer.toString('utf8')}`);
  clearTimeout(patience);
  socket.close();
});

// To the server all requests are alike. It must be sent something, though: it learns the client's address only from that.
socket.send('hey server, Set my time', port, host);
