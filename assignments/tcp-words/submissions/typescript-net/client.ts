import * as net from 'node:net';
import * as readline from 'node:readline';

// start me four times
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });

rl.question('Your word: ', (word: string): void => {
  rl.close();
  const socket: net.Socket = net.createConnection({ host: '127.0.0.1', port: 4001 });
  socket.on('connect', () => socket.write(word.trim()));
  socket.on('data', (data: Buffer) => console.log(data.toString('utf8').trim()));
  socket.on('error', (e: Error) => console.error(e.message));
});
