/**
 * Four clients and their words over TCP, the server: tells each client the number of characters and
 * the first character of its word.
 */
import net from 'node:net';

const HOST = '127.0.0.1';
const PORT = 5550;

// Called for each client that connects, with a socket of its own.
const server = net.createServer((client) => {
  // A client that vanishes must not end the server.
  client.on('error', (error) => console.error('A client is gone:', error.message));

  // Step 1: Receive the client's word: client.once('data', (data) => { … }). Make text of the bytes
  //         (data.toString('utf8')), without a newline that may stand at its end (trim()).

  // Step 2: Count the characters of the word, not its bytes: [...word] are its characters;
  //         word.length counts an emoji twice.

  // Step 3: Find its first character: [...word][0]. What if the word is empty?

  // Step 4: Send both to the client: client.write(…).

  // Step 5: Close this client's connection: client.end().
});

server.listen(PORT, HOST, () => console.log('Waiting for clients on port', PORT));
