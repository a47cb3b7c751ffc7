const net = require('net');

const client = new net.Socket();
client.connect(1337, '127.0.0.1', function () {
  client.write('hey server, Set my time');
});

client.on('data', function (data) {
  console.log('Received: ' + data);
  client.destroy();
});
