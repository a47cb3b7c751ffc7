/**
 * Four clients and their words over TCP, the client: sends one word and prints what the server says
 * about it; start it four times.
 */
import net from 'node:net';

const HOST = '127.0.0.1';
const PORT = 5550;

// Step 1: Get a word: from the user (question(…) of an interface from 'node:readline') or from the
//         command line (process.argv).

const socket = net.connect(PORT, HOST, () => {
  // Step 2: Send the word: socket.write(…).
});
socket.on('error', (error) => console.error('No connection:', error.message));

// Step 3: Receive the answer: the event 'data' brings a part, the event 'end' is the end. Must you
//         wait for the end, or can you tell earlier that the answer is complete?

// Step 4: Print the answer as text.

// Step 5: Close the connection: socket.end().
