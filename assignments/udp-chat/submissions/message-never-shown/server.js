const dgram = require('dgram');
const readline = require('readline');

const socket = dgram.createSocket('udp4');
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });

socket.on('message', (msg, rinfo) => {
  rl.question('Your answer: ', (answer) => {
    socket.send(answer, rinfo.port, rinfo.address);
  });
});
socket.bind(3000);
