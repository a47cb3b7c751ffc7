const net = require('net');
const words = ['red', 'green', 'yellow', 'ultramarine'];

for (const w of words) {
  const s = net.connect(8089, '127.0.0.1');
  s.write('Length: ' + w.length + ', first character: ' + w[0]);
  s.on('data', (d) => {
    console.log(w + ': ' + d);
    s.end();
  });
}
