/**
 * A greeting over UDP, the client: greets the server, prints its reply and the address that the reply came from.
 *
 *     node client.js [host] [port]
 */
import { createSocket } from 'node:dgram';

const host = process.argv[2] ?? process.env.HOST ?? '127.0.0.1';
const port = Number(process.argv[3] ?? process.env.PORT ?? 5550);

// A client need not bind: with the first send the system gives its socket a free port.
const socket = createSocket('udp4');

// UDP promises nothing. Greeting and reply may get lost, so a client that waits without a limit may wait for ever.
const patience = setTimeout(() => {
  console.error(`No reply from ${host}:${port} within 10 seconds. Is the server running?`);
  process.exitCode = 1;
  socket.close();
}, 10_000);

socket.on('message', (reply, sender) => {
  console.log(`${reply.toString('utf8')} (from ${sender.address}:${sender.port})`);
  clearTimeout(patience);
  // An open socket keeps a Node program alive; this ends it.
  socket.close();
});

socket.send('hello Server', port, host);
