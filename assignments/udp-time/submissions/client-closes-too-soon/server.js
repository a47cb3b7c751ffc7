import dgram from 'node:dgram';

const server = dgram.createSocket('udp4');
server.on('message', (message, remote) => {
  console.log(`${message}`);
  server.send(new Date().toISOString(), remote.port, remote.address);
});
server.bind(8125, '127.0.0.1');
