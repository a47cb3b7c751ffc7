import {
  type CheckFailure,
  type ClientProgram,
  diagnose,
  failure,
  REPLY_WITHIN_MS,
  shows,
} from '../../harness/index.js';

/** What the user of a chat is called. */
export const NAME = 'maram';

const NAME_WORD = /name\b|\bnick|nombre|nome\b|\balias\b|اسم/i;

/** Whether the prompt that a program printed last asks for its user's name. */
export function asksName(output: string): boolean {
  return NAME_WORD.test(lastLine(output));
}

/** Why a program's terminal does not come to show a text; undefined when it does. */
export async function untilShown(
  program: ClientProgram['program'],
  name: string,
  text: string,
  since: number,
): Promise<CheckFailure | undefined> {
  const printed = () => program.shownSince(since);
  const shown = () => shows(printed(), text) !== 'absent' && !/<Buffer /.test(printed());
  await program.until(shown, { withinMs: REPLY_WITHIN_MS });
  if (shown()) return undefined;
  const details = { expected: text, received: printed() };
  if (shows(printed(), text) === 'as-bytes-literal')
    return failure('mismatch', `The ${name} printed the raw bytes (b'…') and not the text.`, details);
  const summary = `The ${name} did not print what its partner wrote.`;
  return diagnose(program, name, { code: 'not-printed', summary }, details);
}

function lastLine(prompt: string): string {
  return (
    prompt
      .split(/\r?\n/)
      .filter((text) => text.trim() !== '')
      .at(-1) ?? ''
  );
}
