const dgram = require('dgram');

const client = dgram.createSocket('udp4');

client.on('message', (msg, rinfo) => {
  console.log(`Received: ${msg}`);
  console.log(`Server address: ${rinfo.address}:${rinfo.port}`);
  client.close();
});

client.send('hello Server', 41234, '127.0.0.1');
