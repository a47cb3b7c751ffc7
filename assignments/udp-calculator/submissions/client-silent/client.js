const dgram = require('dgram');
const client = dgram.createSocket('udp4');

process.stdin.setEncoding('utf8');
process.stdin.once('data', (line) => {
  client.on('message', (answer) => {
    const result = answer.toString();
    client.close();
    process.stdin.destroy();
  });
  client.send(line.trim(), 20000, '127.0.0.1');
});
