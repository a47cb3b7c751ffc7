const net = require('net');
['moon', 'star', 'planet', 'comet'].forEach(function (word) {
  const client = new net.Socket();
  client.connect(1337, '127.0.0.1', function () {
    client.write(word);
  });
  client.on('data', function (data) {
    console.log(word + ' => ' + data);
    client.destroy();
  });
});
