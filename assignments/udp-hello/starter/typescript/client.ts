/**
 * A greeting over UDP, the client: greets the server and prints the reply and where it came from.
 */
import dgram from 'node:dgram';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = dgram.createSocket('udp4');

// Step 1: Send a greeting (for example "hello Server") to the server: socket.send(…) takes a text,
//         PORT and HOST.

// Step 2: Wait for the reply: socket.on('message', (datagram, sender) => { … }).

// Step 3: Print the reply as text, and the address that it came from: IP and port.

// Step 4: Close the socket, so that the program ends.
