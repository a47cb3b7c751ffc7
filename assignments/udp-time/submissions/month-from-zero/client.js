const dgram = require('dgram');

const client = dgram.createSocket('udp4');

client.on('message', (answer) => {
  console.log(answer.toString());
  client.close();
});

client.send('hello', 7125, '127.0.0.1');
