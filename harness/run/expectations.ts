import { shows } from '../expect/text.js';
import { FINISH_WITHIN_MS } from './bounds.js';
import type { CheckContext } from './check-context.js';
import type { ClientProgram } from './client-program.js';
import { diagnose } from './diagnose.js';
import { endedBadly } from './ended-badly.js';
import { failure } from './failure.js';
import type { ServerProgram } from './server-program.js';

/** How strictly a text must be shown: `anyhow` lets `b'hello'` pass, which a person can still read; `as-text` does not. */
export type Showing = 'anyhow' | 'as-text';

/**
 * The program's terminal comes to show a text that it received.
 * @throws CheckFailure `not-printed` (or what ended the program)
 */
export async function expectPrints(
  program: ServerProgram | ClientProgram,
  text: string,
  what: { name: string; showing?: Showing; since?: number },
): Promise<void> {
  const printed = () => program.program.shownSince(what.since ?? 0);
  const enough = () =>
    shows(printed(), text) === 'shown' ||
    (what.showing !== 'as-text' && shows(printed(), text) === 'as-bytes-literal' && !/<Buffer /.test(printed()));
  if (await program.prints(enough)) return;
  if (shows(printed(), text) === 'as-bytes-literal') {
    throw failure('mismatch', `The ${what.name} printed the raw bytes (b'…') and not the text.`, {
      expected: text,
      received: printed().slice(-2000),
    });
  }
  throw diagnose(
    program.program,
    what.name,
    {
      code: 'not-printed',
      summary:
        printed().trim() === ''
          ? `The ${what.name} printed nothing.`
          : `The ${what.name} did not print what it received.`,
    },
    { expected: text, received: printed().slice(-2000) },
  );
}

/**
 * The client looked for its server on the port where this submission's own server listens. Passes where no server was handed in.
 * @throws CheckFailure
 */
export function expectOwnPort(context: CheckContext, client: ClientProgram): string | undefined {
  const own = context.serverPort;
  if (own === undefined) return 'No server of its own was seen to listen, so its port could not be compared.';
  const ports = [...new Set(client.contacts.map((contact) => contact.port))];
  if (ports.includes(own)) return undefined;
  throw failure(
    'mismatch',
    `The client looks for its server on port ${ports.join(', ')}, but the server listens on port ${own}.`,
    { expected: `port ${own}`, received: `port ${ports.join(', ')}` },
  );
}

/**
 * The client ends by itself once it has what it asked for; its user may have to press Enter. Where its input is over already, an error at that
 * is no other end.
 * @throws CheckFailure `timeout` (or what ended the program)
 */
export async function expectEnds(client: ClientProgram): Promise<void> {
  const { program } = client;
  const typedBefore = program.typedLines;
  await client.until(() => program.exit !== undefined, FINISH_WITHIN_MS, { atTerminal: true });
  if (program.exit !== undefined) {
    await program.drained();
    if (program.inputEnded || !endedBadly(program)) return;
    throw diagnose(program, 'client', { code: 'crashed', summary: 'The client ended with an error.' });
  }
  // One that was given a line may be anywhere by now.
  const asks = program.typedLines > typedBefore || program.activity().state === 'reads-input';
  throw failure(
    'timeout',
    asks
      ? 'The client goes on asking its user for input, instead of ending.'
      : 'The client goes on after it has printed the answer, instead of ending.',
    {
      expected: 'the end of the program',
      received: program.sinceTyped.slice(-500),
      lastWords: program.lastWords,
    },
  );
}
