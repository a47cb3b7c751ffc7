const net = require('net');
net
  .createServer((s) => {
    s.on('data', (d) => {
      const word = d.toString();
      s.end('first character: ' + word[0]);
    });
  })
  .listen(4242);
