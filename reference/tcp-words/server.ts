/**
 * Words over TCP, the server: each client sends a word and gets its number of characters and its first character.
 *
 *     node server.js [port]
 *
 * HOST=0.0.0.0 in the environment serves other devices of the network, too.
 */
import { createServer, type Socket } from 'node:net';

const port = Number(process.argv[2] ?? process.env.PORT ?? 5550);
const host = process.env.HOST ?? '127.0.0.1';

/** Longer than this is no word. Without a limit one client could fill our memory. */
const MOST_CHARACTERS = 1000;
/** So long after its last part, a word that nothing has ended counts as complete. */
const PAUSE_MS = 200;
/** A client that stays silent for so long is sent away, or it would hold its connection for ever. */
const SILENCE_MS = 30_000;

function describe(word: string): string {
  if (word.length > MOST_CHARACTERS) return 'That is too long for a word';
  // Spread out, a string gives its characters. Its length would count some of them twice ('😀'.length is 2), and the
  // number of its bytes depends on the encoding ('é' takes two in UTF-8).
  const [first, ...others] = [...word];
  if (first === undefined) return 'Length: 0, there is no first character';
  return `Length: ${1 + others.length}, first character: ${first}`;
}

/**
 * TCP delivers bytes, not words: what one side sends at once may arrive in several parts. So a word needs an end that the
 * server can see. Three will do: a newline, the end of what the client sends, or a pause.
 */
function serve(client: Socket): void {
  let word = '';
  let pause: NodeJS.Timeout | undefined;

  const answer = (): void => {
    clearTimeout(pause);
    // Two of them may come, a newline and then the client's end, but one answer is enough.
    if (!client.writableEnded) client.end(`${describe(word.trim())}\n`);
  };

  // Also keeps a character together whose bytes come in two parts.
  client.setEncoding('utf8');
  client.on('data', (part) => {
    if (client.writableEnded) return;
    word += part;
    clearTimeout(pause);
    if (word.includes('\n') || word.length > MOST_CHARACTERS) answer();
    else pause = setTimeout(answer, PAUSE_MS);
  });
  client.on('end', answer);

  client.setTimeout(SILENCE_MS, () => client.destroy());
  // A client may vanish in the middle. That ends its connection, not the server.
  client.on('error', (error) => {
    clearTimeout(pause);
    console.error(`A client is gone: ${error.message}`);
  });
}

// Node serves its clients side by side without threads: a handler runs when something has come, and nobody is waited for.
// allowHalfOpen: a client that has finished sending still wants its answer, so its end must not close our side.
const server = createServer({ allowHalfOpen: true }, serve);

server.on('error', (error) => {
  console.error(`The server stops: ${error.message}`);
  process.exit(1);
});

server.listen(port, host, () => console.log(`Counting characters on ${host}:${port}`));
