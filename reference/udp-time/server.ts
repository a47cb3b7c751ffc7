/**
 * Date and time over UDP, the server: whatever arrives, it answers with the current date and time.
 *
 *     node server.js [port]
 *
 * HOST=0.0.0.0 in the environment serves other devices of the network, too.
 */
import { createSocket } from 'node:dgram';

const port = Number(process.argv[2] ?? process.env.PORT ?? 5550);
const host = process.env.HOST ?? '127.0.0.1';

const socket = createSocket('udp4');

socket.on('message', (_request, sender) => {
  // The clock is read here, inside the handler: read above, the first client would get the time of the server's start,
  // and every later one the same.
  const now = new Date();

  // Text such as "Mon Mar 09 2026 14:05:59 GMT+0300 (…)". It names its time zone: the client may live in another.
  socket.send(now.toString(), sender.port, sender.address);
});

socket.on('error', (error) => {
  console.error(`The server stops: ${error.message}`);
  process.exit(1);
});

socket.bind(port, host, () => console.log(`Telling the time on ${host}:${port}`));
