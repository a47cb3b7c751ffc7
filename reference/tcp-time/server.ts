/**
 * The time over TCP, the server: sends each client that asks the current time, and closes the connection.
 *
 *     node server.js [port]
 *
 * HOST=0.0.0.0 in the environment serves other devices of the network, too.
 */
import { createServer } from 'node:net';

const port = Number(process.argv[2] ?? process.env.PORT ?? 5550);
const host = process.env.HOST ?? '127.0.0.1';

// The server's own socket only accepts. Every client gets a socket of its own; this function is called with it.
const server = createServer((client) => {
  // Any bytes count as the request, so its first part is enough: TCP may deliver the rest in further parts, or none.
  client.once('data', () => {
    // end() sends the text and then closes our side: that is how the client knows that the answer is complete.
    client.end(new Date().toString());
  });

  // A client that connects and stays silent would hold its connection for ever.
  client.setTimeout(30_000, () => client.destroy());

  // A client may vanish in the middle. That ends its connection, not the server.
  client.on('error', (error) => console.error(`A client is gone: ${error.message}`));
});

server.on('error', (error) => {
  console.error(`The server stops: ${error.message}`);
  process.exit(1);
});

server.listen(port, host, () => console.log(`Telling the time on ${host}:${port}`));
