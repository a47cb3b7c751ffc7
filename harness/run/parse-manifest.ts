import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../usage-error.js';

/** Of what the parser complains: it quotes what it read. */
const MOST_WORDS = 300;

/** Thousands of times what a manifest takes, and little beside a submission's time. */
const PARSED_WITHIN_MS = 5_000;

/** What can be an argument of a command, or a line. */
const word = z.union([z.string().regex(/^[^\0]*$/, 'may hold no NUL'), z.number()]);
const program = z.union([
  z.string(),
  z.strictObject({
    file: z.union([z.string(), z.array(z.string())]).optional(),
    args: z.array(word).optional(),
    input: z.array(word).optional(),
  }),
]);
const schema = z.strictObject({ server: program.optional(), client: program.optional(), script: program.optional() });

/** What a manifest may say, by role. */
export type ManifestRoles = z.infer<typeof schema>;

/** Reads the text of a manifest. @throws UsageError naming the field that is wrong */
export function parseManifest(text: string, name: string): ManifestRoles {
  let data: unknown;
  try {
    // Parsing takes milliseconds, and for some texts (`? ? ? …`) a power of their depth. Where nobody waits it would be for ever.
    data = runInNewContext('read()', { read: () => parse(text, { logLevel: 'error' }) }, { timeout: PARSED_WITHIN_MS });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      throw new UsageError(`${name} takes too long to read. It may be a few plain lines.`);
    throw new UsageError(`${name} is not YAML: ${(error as Error).message.split('\n')[0]?.slice(0, MOST_WORDS)}`);
  }
  const checked = schema.safeParse(data ?? {});
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new UsageError(
    `${name}: ${issue?.path.join('.') || 'the file'}: ${issue?.message.slice(0, MOST_WORDS)}. It may have server, client and script, each a file name or {file, args, input}.`,
  );
}
