const net = require('net');
const readline = require('readline');

const PORT = 4000;

const server = net.createServer((socket) => {
  console.log('client connected:', socket.remoteAddress, socket.remotePort);
  socket.setEncoding('utf8');
  socket.once('data', (request) => {
    console.log('request:', request);
    socket.end(new Date().toTimeString());
  });
  socket.on('error', (err) => console.log(err.message));
});

server.listen(PORT, () => {
  console.log(`Time server on port ${PORT}. Type quit to stop.`);
});

// type quit in the terminal to stop the server
const rl = readline.createInterface({ input: process.stdin });
rl.on('line', (line) => {
  if (line.trim() === 'quit') process.exit(0);
});
