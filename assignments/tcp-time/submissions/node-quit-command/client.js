const net = require('net');
const readline = require('readline');

const rl = readline.createInterface({ input: process.stdin, output: process.stdout });

rl.question('Your request: ', (request) => {
  const socket = net.connect({ port: 4000, host: 'localhost' }, () => {
    socket.write(request || 'time');
  });

  let text = '';
  socket.on('data', (chunk) => { text += chunk; });
  socket.on('end', () => {
    console.log('Server time is ' + text);
    process.exit();
  });
});
