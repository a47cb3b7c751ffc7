const dgram = require('dgram');
const readline = require('readline');

const socket = dgram.createSocket('udp4');
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });
const next = () => rl.question('Your message: ', (line) => socket.send(line, 3000, '127.0.0.1'));

socket.on('message', (msg) => {
  console.log(`Answer: ${msg}`);
  next();
});
next();
