/**
 * Words over TCP, the client: sends one word and prints what the server says about it. Start it four times, with four words.
 *
 *     node client.js [word] [host] [port]
 */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const host = process.argv[3] ?? process.env.HOST ?? '127.0.0.1';
const port = Number(process.argv[4] ?? process.env.PORT ?? 5550);

const given = process.argv[2]?.trim();
if (given) send(given);
else askUser();

function askUser(): void {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.setPrompt('Your word: ');
  terminal.prompt();
  terminal.on('line', (line) => {
    const word = line.trim();
    if (word === '') {
      terminal.prompt();
      return;
    }
    terminal.close();
    send(word);
  });
}

function send(word: string): void {
  // end() sends the word and closes our sending side only: the server sees that the word is complete, and we can still
  // read its answer.
  const server = connect({ port, host }, () => server.end(word));

  server.setEncoding('utf8');
  let answer = '';
  server.on('data', (part) => {
    answer += part;
  });
  server.on('end', () => {
    console.log(answer === '' ? 'The server closed the connection without an answer.' : answer.trim());
  });

  server.setTimeout(10_000, () => server.destroy(new Error('no answer within 10 seconds')));
  server.on('error', (error) => {
    console.error(`No answer from ${host}:${port}: ${error.message}`);
    process.exitCode = 1;
  });
}
