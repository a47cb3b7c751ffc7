/**
 * The time over TCP, the client: asks the server for the time and prints its answer.
 */
import net from 'node:net';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = net.connect(PORT, HOST, () => {
  // Step 1: Send a request (for example "hey server, Set my time"): socket.write(…).
});
socket.on('error', (error) => console.error('No connection:', error.message));

// Step 2: Receive the answer until the server closes the connection: the event 'data' brings a
//         part, the event 'end' is the end.

// Step 3: Print the time that came, as text. Print it as it is: the server may write it in any way.

// Step 4: Close the connection: socket.end().
