import { connect } from 'node:net';

const word = process.argv[2] ?? 'default';
const sock = connect(4321, '127.0.0.1');

sock.on('connect', () => sock.write(word));
sock.on('data', (chunk) => {
  const { length, first } = JSON.parse(chunk.toString());
  console.log(`Length: ${length}`);
  console.log(`First character: ${first}`);
});
