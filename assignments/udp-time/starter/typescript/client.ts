/**
 * Date and time over UDP, the client: asks the server for date and time and prints its answer.
 */
import dgram from 'node:dgram';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = dgram.createSocket('udp4');

// Step 1: Send a request (for example "hey server, Set my time") to the server: socket.send(…)
//         takes a text, PORT and HOST.

// Step 2: Wait for the answer: socket.on('message', (datagram, sender) => { … }).

// Step 3: Print the time that came, as text. Print it as it is: the server may write it in any way.

// Step 4: Close the socket, so that the program ends.
