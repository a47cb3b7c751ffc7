/**
 * A chat over UDP, the side that begins: sends each line that its user types and prints the answer.
 *
 *     node client.js [host] [port]
 *
 * End of input (Ctrl-D) ends it.
 */
import { createSocket } from 'node:dgram';
import { createInterface } from 'node:readline';

const host = process.argv[2] ?? process.env.HOST ?? '127.0.0.1';
const port = Number(process.argv[3] ?? process.env.PORT ?? 5550);

// The same socket for the whole chat: a new one for each line would have a new port, and look like somebody else.
const socket = createSocket('udp4');
const terminal = createInterface({ input: process.stdin, output: process.stdout });
terminal.setPrompt('Your message: ');

// The prompt comes back with the answer: that makes the two sides take turns. Should a datagram get lost, no answer comes;
// the terminal listens all the same, and the user may write again.
terminal.on('line', (line) => socket.send(line, port, host));
socket.on('message', (answer) => {
  console.log(`Answer: ${answer.toString('utf8')}`);
  terminal.prompt();
});

terminal.on('close', () => socket.close());

socket.on('error', (error) => {
  console.error(`The chat stops: ${error.message}`);
  process.exit(1);
});

terminal.prompt();
