const dgram = require('dgram');
const rl = require('readline').createInterface({ input: process.stdin, output: process.stdout });
const socket = dgram.createSocket('udp4');
rl.question('> ', (line) => {
  socket.send(Buffer.from(line), 8081, '127.0.0.1', (err) => {
    if (err) throw err;
  });
});
socket.on('message', (m) => {
  console.log(m.toString());
  process.exit(0);
});
