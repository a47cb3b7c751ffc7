import dgram from 'node:dgram';

const client = dgram.createSocket('udp4');
client.on('message', (message) => {
  console.log(`time: ${message}`);
});
client.send('hey server, Set my time', 8125, '127.0.0.1', (error) => {
  if (error) console.error(error);
  client.close();
});
