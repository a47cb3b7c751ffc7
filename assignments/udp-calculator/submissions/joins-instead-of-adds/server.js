const dgram = require('dgram');
const server = dgram.createSocket('udp4');

server.on('message', (msg, rinfo) => {
  const [first, op, second, more] = msg.toString().trim().split(' ');
  let result;
  if (isNaN(first) || isNaN(second) || more) {
    result = 'this is not a computation';
  } else if (op == '+') {
    result = first + second;
  } else if (op == '-') {
    result = first - second;
  } else if (op == '*') {
    result = first * second;
  } else if (op == '/') {
    result = second == 0 ? 'not by zero' : first / second;
  } else {
    result = 'unknown operator';
  }
  server.send('Result: ' + result, rinfo.port, rinfo.address);
});

server.bind(8081);
