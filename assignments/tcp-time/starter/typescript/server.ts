/**
 * The time over TCP, the server: tells every client that connects the current time.
 */
import net from 'node:net';

const HOST = '127.0.0.1';
const PORT = 5550;

// Called for each client that connects, with a socket of its own.
const server = net.createServer((client) => {
  // A client that vanishes must not end the server.
  client.on('error', (error) => console.error('A client is gone:', error.message));

  // Step 1: Receive the client's request, whatever it says: client.once('data', (data) => { … }).

  // Step 2: Read the clock, here and not before: new Date(). Write the time as text.

  // Step 3: Send the text: client.write(…).

  // Step 4: Close this client's connection: client.end(). That tells the client that the answer is
  //         complete.
});

server.listen(PORT, HOST, () => console.log('Waiting for clients on port', PORT));
