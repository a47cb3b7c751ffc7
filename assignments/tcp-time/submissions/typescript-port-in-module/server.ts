import { createServer, type Socket } from 'node:net';
import { HOST, PORT } from './port.js';

const server = createServer((socket: Socket) => {
  socket.on('data', (data: Buffer) => {
    console.log('Received:', data.toString());
    const now: Date = new Date();
    socket.end(now.toISOString());
  });
  socket.on('error', (error: Error) => console.log(error.message));
});

server.listen(PORT, HOST, () => console.log('Server is listening'));
