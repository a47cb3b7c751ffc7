const net = require('net');

const server = net.createServer(function (socket) {
  socket.on('data', function (data) {
    console.log('got', data.toString());
    socket.write(new Date().toDateString());
    socket.end();
  });
  socket.on('error', function () {});
});

server.listen(1337, '127.0.0.1');
console.log('listening on 1337');
