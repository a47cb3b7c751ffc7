const dgram = require('dgram');

const server = dgram.createSocket('udp4');

server.on('message', (request, asker) => {
  const now = new Date();
  const day = now.getDate() + '.' + now.getMonth() + '.' + now.getFullYear();
  const clock = now.getHours() + ':' + now.getMinutes() + ':' + now.getSeconds();
  server.send(day + ' ' + clock, asker.port, asker.address);
});

server.bind(7125);
