const dgram = require('dgram');
const server = dgram.createSocket({ type: 'udp4', reuseAddr: true });

server.on('message', (data, client) => {
  const parts = data.toString().trim().split(/\s+/);
  const [a, b] = [Number(parts[0]), Number(parts[2])];
  let reply;
  if (parts.length !== 3 || isNaN(a) || isNaN(b)) reply = 'bad request';
  else if (parts[1] === '+') reply = a + b;
  else if (parts[1] === '-') reply = a - b;
  else if (parts[1] === '*') reply = a * b;
  else if (parts[1] === '/' && b === 0) reply = 'division by zero';
  else if (parts[1] === '/') reply = a / b;
  else reply = 'bad operator';
  server.send(`${reply}`, client.port, client.address);
});
server.bind(20000, '127.0.0.1');
