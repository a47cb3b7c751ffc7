const dgram = require('dgram');
const client = dgram.createSocket('udp4');
const message = Buffer.from('hello Server');

client.on('message', function (reply, remote) {
  console.log('reply: ' + reply + ' from ' + remote.address + ':' + remote.port);
  client.close();
});

client.send(message, 0, message.length, 33333, '127.0.0.1', function (err) {
  if (err) throw err;
  console.log('UDP message sent');
});
