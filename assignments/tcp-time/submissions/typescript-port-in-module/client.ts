import { connect } from 'node:net';
import { HOST, PORT } from './port.js';

const socket = connect(PORT, HOST);

socket.setEncoding('utf8');
socket.on('connect', () => socket.write('hey server, Set my time'));
socket.on('data', (data) => {
  console.log('The current time is', data);
  socket.destroy();
});
