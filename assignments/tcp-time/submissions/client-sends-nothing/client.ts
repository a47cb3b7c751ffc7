import * as net from 'net';

const socket: net.Socket = net.createConnection({ host: '127.0.0.1', port: 2020 });
let answer = '';

socket.on('data', (chunk: Buffer) => {
  answer += chunk.toString();
});
socket.on('end', () => {
  console.log(`the current time is: ${answer.trim()}`);
});
