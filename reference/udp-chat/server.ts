/**
 * A chat over UDP, the side that waits: prints each line that arrives, asks its user for an answer and sends it back.
 *
 *     node server.js [port]
 *
 * End of input (Ctrl-D) ends it. HOST=0.0.0.0 in the environment lets other devices of the network join.
 */
import { createSocket, type RemoteInfo } from 'node:dgram';
import { createInterface } from 'node:readline';

const port = Number(process.argv[2] ?? process.env.PORT ?? 5550);
const host = process.env.HOST ?? '127.0.0.1';

const socket = createSocket('udp4');
const terminal = createInterface({ input: process.stdin, output: process.stdout });
terminal.setPrompt('Your answer: ');

// Somebody may write while the user is still typing an answer to somebody else. That line waits for its turn; shown at
// once, it would get the wrong answer.
const unanswered: { text: string; sender: RemoteInfo }[] = [];

function showNext(): void {
  const next = unanswered[0];
  if (!next) return;
  console.log(`${next.sender.address}:${next.sender.port} writes: ${next.text}`);
  terminal.prompt();
}

socket.on('message', (datagram, sender) => {
  unanswered.push({ text: datagram.toString('utf8'), sender });
  if (unanswered.length === 1) showNext();
});

terminal.on('line', (line) => {
  const answered = unanswered.shift();
  if (!answered) {
    // A server cannot begin: it knows its partner's address only from what it receives.
    console.log('Nobody has written yet.');
    return;
  }
  socket.send(line, answered.sender.port, answered.sender.address);
  showNext();
});

terminal.on('close', () => socket.close());

socket.on('error', (error) => {
  console.error(`The chat stops: ${error.message}`);
  process.exit(1);
});

socket.bind(port, host, () => console.log(`Waiting for somebody to write on ${host}:${port}`));
