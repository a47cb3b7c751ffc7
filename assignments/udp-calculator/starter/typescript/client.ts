/**
 * A calculator over UDP, the client: sends its user's computation to the server and prints the
 * result.
 */
import dgram from 'node:dgram';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = dgram.createSocket('udp4');

// Step 1: Ask the user for a computation such as 5 + 6: question(…) of an interface from
//         'node:readline'.

// Step 2: Send it to the server, in the form that your server understands: socket.send(…) takes a
//         text, PORT and HOST.

// Step 3: Wait for the result: socket.on('message', (datagram, sender) => { … }).

// Step 4: Print the result that the server sent, as text. The client computes nothing itself.

// Step 5: Close the socket, so that the program ends.
