const net = require('net');

const server = net.createServer(function (socket) {
  socket.on('data', function (data) {
    socket.write(data.length + ' ' + data.toString('utf8').charAt(0));
    socket.end();
  });
});
server.listen(1337, '127.0.0.1');
