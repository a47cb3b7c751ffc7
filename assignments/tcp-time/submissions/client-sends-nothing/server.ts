import * as net from 'net';

const server = net.createServer((socket: net.Socket): void => {
  console.log('client:', socket.remotePort);
  socket.on('error', () => undefined);
  // say the time as soon as somebody connects
  socket.end(new Date().toLocaleTimeString('en-GB') + '\n');
});

server.listen(2020, '127.0.0.1', () => console.log('time server ready'));
