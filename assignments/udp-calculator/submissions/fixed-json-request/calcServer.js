const dgram = require('dgram');
const server = dgram.createSocket('udp4');

const compute = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '/': (x, y) => x / y,
};

server.on('message', (msg, peer) => {
  let answer;
  try {
    const { x, y, op } = JSON.parse(msg);
    const value = compute[op](x, y);
    answer = Number.isFinite(value) ? { value } : { problem: 'cannot divide by zero' };
  } catch (e) {
    answer = { problem: 'bad request' };
  }
  server.send(JSON.stringify(answer), peer.port, peer.address);
});
server.bind(41000);
