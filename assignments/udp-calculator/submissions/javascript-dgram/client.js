const dgram = require('dgram');
const readline = require('readline');

const client = dgram.createSocket('udp4');
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });

function ask() {
  rl.question('Enter computation (or exit): ', (line) => {
    if (line === 'exit') {
      rl.close();
      client.close();
      return;
    }
    client.send(line, 41234, 'localhost');
  });
}

client.on('message', (msg) => {
  console.log('Answer: ' + msg);
  ask();
});

ask();
