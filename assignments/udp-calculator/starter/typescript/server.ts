/**
 * A calculator over UDP, the server: answers each computation with its result.
 */
import dgram from 'node:dgram';

const HOST = '127.0.0.1';
const PORT = 5550;

const socket = dgram.createSocket('udp4');

// Called for each datagram that arrives.
socket.on('message', (datagram, sender) => {
  // Step 1: Make text of the bytes in the datagram: datagram.toString('utf8').

  // Step 2: Take the request apart: first number, operator, second number. Decide how your two
  //         programs write it: 5 + 6 or (+, 5, 6). Numbers may be negative, or decimals such as
  //         2.5.

  // Step 3: Compute the result for + - * and /. Note that 7 / 2 is 3.5.

  // Step 4: What if the request makes no sense, or divides by zero? Choose an answer in words: the
  //         server must live on.

  // Step 5: Send the result, as text, to the address that the request came from: socket.send(…),
  //         with sender.port and sender.address.
});

socket.bind(PORT, HOST, () => console.log('Waiting for datagrams on port', PORT));
