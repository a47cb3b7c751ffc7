/**
 * A greeting over UDP, the server: prints what arrives and greets whoever sent it.
 *
 *     node server.js [port]
 *
 * HOST=0.0.0.0 in the environment serves other devices of the network, too.
 */
import { createSocket } from 'node:dgram';

const port = Number(process.argv[2] ?? process.env.PORT ?? 5550);
const host = process.env.HOST ?? '127.0.0.1';

// One socket is enough for all clients: UDP knows no connections, and every datagram comes with its sender's address.
const socket = createSocket('udp4');

socket.on('message', (datagram, sender) => {
  // Only bytes travel. They are a text because both sides agree on UTF-8.
  const text = datagram.toString('utf8');
  console.log(`${sender.address}:${sender.port} says: ${text}`);

  // The reply goes where the datagram came from. No constant would do: each client's system picks a free port for it.
  socket.send('Hello Client', sender.port, sender.address);
});

// Without a handler an error would end the program with a stack trace instead of a sentence.
socket.on('error', (error) => {
  console.error(`The server stops: ${error.message}`);
  process.exit(1);
});

socket.bind(port, host, () => console.log(`Waiting for datagrams on ${host}:${port}`));
