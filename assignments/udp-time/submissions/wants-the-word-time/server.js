const udp = require('dgram');
const server = udp.createSocket('udp4');

server.on('message', (msg, info) => {
  const command = msg.toString().trim();
  console.log('command:', command);
  if (command === 'time') {
    server.send(new Date().toString(), info.port, info.address);
  } else {
    server.send('unknown command', info.port, info.address);
  }
});

server.bind(2222);
