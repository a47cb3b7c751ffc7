const dgram = require('dgram');
const server = dgram.createSocket('udp4');

server.on('message', function (message, remote) {
  console.log(remote.address + ':' + remote.port + ' - ' + message);
  server.send(message, 0, message.length, remote.port, remote.address);
});

server.bind(33333, '127.0.0.1', function () {
  console.log('UDP Server listening');
});
