/**
 * Date and time over UDP, the server: answers every datagram with the current date and time.
 */
import dgram from 'node:dgram';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = dgram.createSocket('udp4');

// Called for each datagram that arrives.
socket.on('message', (datagram, sender) => {
  // Step 1: Read the clock, here and not before, so that each client gets the time of its own
  //         request: new Date().

  // Step 2: Write date and time as text, in any usual way.

  // Step 3: Send the text to the address that the request came from: socket.send(…), with
  //         sender.port and sender.address.
});

socket.bind(PORT, HOST, () => console.log('Waiting for datagrams on port', PORT));
