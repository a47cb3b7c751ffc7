const net = require('net');

const server = net.createServer((socket) => {
  socket.setEncoding('utf8');
  socket.on('data', (text) => {
    const word = text.trim();
    const letters = [...word];
    socket.write(`${letters.length} ${letters[0]}`);
  });
  socket.on('error', () => {});
});

server.listen(3000, () => console.log('listening on 3000'));
