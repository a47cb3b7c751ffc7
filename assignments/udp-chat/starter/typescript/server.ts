/**
 * A chat over UDP, the server: shows each line that arrives, and sends back what its user answers.
 */
import dgram from 'node:dgram';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = dgram.createSocket('udp4');

// Called for each datagram that arrives.
socket.on('message', (datagram, sender) => {
  // Step 1: Make text of the bytes in the datagram, and print it: datagram.toString('utf8').

  // Step 2: Ask the user for an answer: question(…) of an interface from 'node:readline'.

  // Step 3: Send the answer to the address that the datagram came from: socket.send(…), with
  //         sender.port and sender.address.
});

socket.bind(PORT, HOST, () => console.log('Waiting for datagrams on port', PORT));
