import { createServer } from 'node:net';

const PORT = 4321;

createServer((sock) => {
  sock.on('data', (chunk) => {
    const word = chunk.toString().trim();
    const letters = Array.from(word);
    sock.write(JSON.stringify({ length: letters.length, first: letters[0] }));
  });
  sock.on('error', () => {});
}).listen(PORT, () => console.log('ready'));
