/**
 * A greeting over UDP, the server: waits for a greeting, prints it and sends one back.
 */
import dgram from 'node:dgram';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = dgram.createSocket('udp4');

// Called for each datagram that arrives.
socket.on('message', (datagram, sender) => {
  // Step 1: The bytes in the datagram are text in UTF-8. Make a string of them:
  //         datagram.toString('utf8').

  // Step 2: Print the text that came. It may be any text, not only your own client's greeting.

  // Step 3: Send a greeting of your own (for example "Hello Client") to the address that the
  //         datagram came from: socket.send(…), with sender.port and sender.address.
});

socket.bind(PORT, HOST, () => console.log('Waiting for datagrams on port', PORT));
