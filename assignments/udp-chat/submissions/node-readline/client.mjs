import dgram from 'node:dgram';
import { once } from 'node:events';
import readline from 'node:readline/promises';

const socket = dgram.createSocket('udp4');
const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
terminal.on('close', () => process.exit(0));

while (true) {
  const line = await terminal.question('say> ');
  if (line === '/quit') break;
  socket.send(line, 5555, '127.0.0.1');
  const [reply] = await once(socket, 'message');
  console.log(reply.toString('utf8'));
}
process.exit(0);
