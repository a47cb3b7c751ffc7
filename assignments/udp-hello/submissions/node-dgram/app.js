// UDP server - assignment 1
const dgram = require('dgram');

const server = dgram.createSocket('udp4');
const PORT = 41234;

server.on('error', (err) => {
  console.log(`server error:\n${err.stack}`);
  server.close();
});

server.on('message', (msg, rinfo) => {
  console.log(`server got: ${msg} from ${rinfo.address}:${rinfo.port}`);
  const answer = Buffer.from('Hello Client, nice to meet you');
  server.send(answer, rinfo.port, rinfo.address, (err) => {
    if (err) console.error(err);
  });
});

server.on('listening', () => {
  const address = server.address();
  console.log(`server listening ${address.address}:${address.port}`);
});

server.bind(PORT);
