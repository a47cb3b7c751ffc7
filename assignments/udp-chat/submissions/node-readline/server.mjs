import dgram from 'node:dgram';
import readline from 'node:readline/promises';

const socket = dgram.createSocket('udp4');
const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });

socket.on('message', async (text, from) => {
  console.log(`[${from.port}] ${text.toString('utf8')}`);
  const answer = await terminal.question('answer> ');
  socket.send(answer, from.port, from.address);
});

terminal.on('close', () => socket.close());
socket.bind(5555, '127.0.0.1', () => console.log('chat is open'));
