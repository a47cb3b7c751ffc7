const dgram = require('dgram');
const client = dgram.createSocket('udp4');

const request = { x: 5, op: '+', y: 6 };
client.on('message', (msg) => {
  const { value, problem } = JSON.parse(msg);
  console.log(problem ? `Error: ${problem}` : `${request.x} ${request.op} ${request.y} = ${value}`);
  client.close();
});
client.send(JSON.stringify(request), 41000, '127.0.0.1');
