const dgram = require('dgram');
const server = dgram.createSocket('udp4');

function calc(text) {
  const m = text.trim().match(/^\(?\s*(-?\d+(?:\.\d+)?)\s*([+\-*/])\s*(-?\d+(?:\.\d+)?)\s*\)?$/);
  if (!m) return 'Error: invalid expression';
  const a = parseFloat(m[1]);
  const b = parseFloat(m[3]);
  switch (m[2]) {
    case '+': return String(a + b);
    case '-': return String(a - b);
    case '*': return String(a * b);
    case '/': return b === 0 ? 'Error: division by zero' : String(a / b);
  }
}

server.on('message', (msg, rinfo) => {
  console.log(`server got: ${msg} from ${rinfo.address}:${rinfo.port}`);
  server.send(calc(msg.toString()), rinfo.port, rinfo.address);
});

server.on('listening', () => {
  const address = server.address();
  console.log(`server listening ${address.address}:${address.port}`);
});

server.bind(41234);
