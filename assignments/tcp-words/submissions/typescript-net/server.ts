import * as net from 'node:net';

const PORT: number = 4001;

function describe(word: string): string {
  return `Length: ${word.length}, first character: ${word.charAt(0)}`;
}

const server: net.Server = net.createServer((socket: net.Socket): void => {
  socket.once('data', (data: Buffer): void => {
    const word: string = data.toString('utf8').replace(/\r?\n$/, '');
    socket.end(describe(word) + '\n');
  });
});

server.listen(PORT, '127.0.0.1', () => {
  console.log('word server on port', PORT);
});
