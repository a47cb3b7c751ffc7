/**
 * A chat over UDP, the client: sends the lines that its user types, and shows the answers.
 */
import dgram from 'node:dgram';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = dgram.createSocket('udp4');

// Step 1: Ask the user for a line: question(…) of an interface from 'node:readline'.

// Step 2: Send the line to the server in one datagram: socket.send(…) takes a text, PORT and HOST.

// Step 3: Wait for the answer, and print it as text: socket.on('message', (datagram, sender) => { …
//         }).

// Step 4: Begin again with the next line. How does your chat end: with a word such as bye, or at
//         the end of the input?
