const net = require('net');

const words = ['coffee', 'tea', 'water', 'lemonade'];

words.forEach((word, i) => {
  const socket = net.connect(3000, '127.0.0.1', () => socket.write(word));
  socket.on('data', (data) => {
    console.log(`client ${i + 1} (${word}): ${data}`);
    socket.end();
  });
});
