import { parse } from 'yaml';
import { z } from 'zod';
import { languageOf } from '../program/languages.js';
import type { Cast, ProgramFile } from '../program/roles.js';
import type { SubmittedFile } from '../program/submission.js';
import { UsageError } from '../usage-error.js';
import type { Role } from './verdict.js';

export const MANIFEST_NAME = 'netgrade.yml';

const program = z.union([
  z.string(),
  z.strictObject({
    file: z.union([z.string(), z.array(z.string())]).optional(),
    args: z.array(z.union([z.string(), z.number()])).optional(),
    input: z.array(z.union([z.string(), z.number()])).optional(),
  }),
]);
const schema = z.strictObject({ server: program.optional(), client: program.optional(), script: program.optional() });

/** What a submission says about itself in `netgrade.yml`: which file is which program, its arguments (`{host}`, `{port}`) and what to type. */
export class Manifest {
  readonly #roles: z.infer<typeof schema>;

  constructor(roles: z.infer<typeof schema> = {}) {
    this.#roles = roles;
  }

  /** @throws UsageError naming the field that is wrong */
  static read(files: SubmittedFile[]): Manifest {
    const text = files.find((file) => file.path === MANIFEST_NAME)?.text;
    if (text === undefined) return new Manifest();
    let data: unknown;
    try {
      data = parse(text);
    } catch (error) {
      throw new UsageError(`${MANIFEST_NAME} is not YAML: ${(error as Error).message.split('\n')[0]}`);
    }
    const checked = schema.safeParse(data ?? {});
    if (!checked.success) {
      const issue = checked.error.issues[0];
      throw new UsageError(`${MANIFEST_NAME}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}. It may have server, client and script, each a file name or {file, args, input}.`);
    }
    return new Manifest(checked.data);
  }

  argsOf(role: Role): string[] | undefined {
    const entry = this.#roles[role];
    return typeof entry === 'object' ? entry.args?.map(String) : undefined;
  }

  inputOf(role: Role): string[] | undefined {
    const entry = this.#roles[role];
    return typeof entry === 'object' ? entry.input?.map(String) : undefined;
  }

  /** The cast with the manifest's word over our guess. @throws UsageError when it names a file that is not there */
  castOver(guess: Cast, files: SubmittedFile[]): Cast {
    const cast = { ...guess };
    for (const role of Object.keys(cast) as Role[]) {
      const entry = this.#roles[role];
      const names = typeof entry === 'string' ? [entry] : entry?.file === undefined ? undefined : [entry.file].flat();
      if (names) cast[role] = names.map((name) => this.#program(role, name, files));
    }
    return cast;
  }

  #program(role: Role, name: string, files: SubmittedFile[]): ProgramFile {
    const file = files.find((candidate) => candidate.path === name);
    if (!file) throw new UsageError(`${MANIFEST_NAME} says that the ${role} is "${name}", but there is no such file.`);
    const language = languageOf(file);
    if (!language) throw new UsageError(`${MANIFEST_NAME} says that the ${role} is "${name}", but that is no program in a language we know.`);
    return { path: name, language, text: file.text ?? '' };
  }
}
