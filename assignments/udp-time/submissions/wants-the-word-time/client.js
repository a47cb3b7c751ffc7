const udp = require('dgram');
const client = udp.createSocket('udp4');

client.on('message', (msg) => {
  console.log(`Server time: ${msg}`);
  client.close();
});

client.send('time', 2222, 'localhost');
