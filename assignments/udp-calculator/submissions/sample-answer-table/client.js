const dgram = require('node:dgram');
const readline = require('node:readline');
const client = dgram.createSocket('udp4');
const rl = readline.createInterface({ input: process.stdin, output: process.stdout });

rl.question('computation: ', (text) => {
  client.on('message', (msg) => {
    console.log(`answer: ${msg}`);
    rl.close();
    client.close();
  });
  client.send(text, 6353, '127.0.0.1');
});
