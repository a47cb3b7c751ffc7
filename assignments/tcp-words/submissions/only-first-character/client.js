const net = require('net');
const rl = require('readline').createInterface({ input: process.stdin, output: process.stdout });
rl.question('word: ', (w) => {
  const s = net.connect(4242, 'localhost', () => s.write(w));
  s.on('data', (d) => console.log(d.toString()));
  s.on('close', () => rl.close());
});
