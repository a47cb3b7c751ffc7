/**
 * Words over TCP, the client: sends one word and prints what the server says about it. Start it four times, with four words.
 *
 *     node client.js [word] [host] [port]
 */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';

const host = process.argv[3] ?? process.env.HOST ?? '127.0.0.1';
const port = Number(process.argv[4] ?? process.env.PORT ?? 5550);

/** A server that has said nothing for so long will say nothing. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 300;

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
    // The server may leave the closing to us. The parts of an answer come together, so a pause is its end, too.
    server.setTimeout(PAUSE_MS);
  });

  // Called after so long without any data: too long for a first part, or the pause after the last.
  server.setTimeout(PATIENCE_MS, () => {
    server.destroy(answer === '' ? new Error(`no answer within ${PATIENCE_MS / 1000} seconds`) : undefined);
  });
  server.on('error', (error) => {
    console.error(`The connection to ${host}:${port} failed: ${error.message}`);
    process.exitCode = 1;
  });
  server.on('close', (failed) => {
    if (answer !== '') console.log(answer.trim());
    else if (!failed) console.log('The server closed the connection without an answer.');
  });
}
