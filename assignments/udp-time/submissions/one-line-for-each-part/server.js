const dgram = require('dgram');

const server = dgram.createSocket('udp4');

server.on('message', (request, asker) => {
  const now = new Date();
  const parts = [
    `Year: ${now.getFullYear()}`,
    `Month: ${now.getMonth() + 1}`,
    `Day: ${now.getDate()}`,
    `Hour: ${now.getHours()}`,
    `Minute: ${now.getMinutes()}`,
    `Second: ${now.getSeconds()}`,
  ];
  server.send(parts.join('\n'), asker.port, asker.address);
});

server.bind(7124);
