import { languageOf } from '../program/languages.js';
import type { Cast, ProgramFile } from '../program/roles.js';
import type { SubmittedFile } from '../program/submission.js';
import { UsageError } from '../usage-error.js';
import type { ManifestRoles } from './parse-manifest.js';
import type { Role } from './verdict.js';

const MANIFEST_NAME = 'netgrade.yml';

const MOST_CHARACTERS = 16 * 1024;

/** What a submission says about itself in `netgrade.yml`: which file is which program, its arguments (`{host}`, `{port}`) and what to type. */
export class Manifest {
  readonly #roles: ManifestRoles;

  constructor(roles: ManifestRoles = {}) {
    this.#roles = roles;
  }

  /** @throws UsageError naming the field that is wrong */
  static async read(files: SubmittedFile[]): Promise<Manifest> {
    const text = files.find((file) => file.path === MANIFEST_NAME)?.text;
    if (text === undefined) return new Manifest();
    if (text.length > MOST_CHARACTERS)
      throw new UsageError(`${MANIFEST_NAME} is larger than ${MOST_CHARACTERS / 1024} KB: a few lines are enough.`);
    // Most submissions have none, and what reads them takes longer to load than all the rest.
    const { parseManifest } = await import('./parse-manifest.js');
    return new Manifest(parseManifest(text, MANIFEST_NAME));
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
      if (names) cast[role] = [...new Set(names)].map((name) => this.#program(role, name, files));
    }
    return cast;
  }

  #program(role: Role, name: string, files: SubmittedFile[]): ProgramFile {
    const file = files.find((candidate) => candidate.path === name);
    if (!file) throw new UsageError(`${MANIFEST_NAME} says that the ${role} is "${name}", but there is no such file.`);
    const language = languageOf(file);
    if (!language)
      throw new UsageError(
        `${MANIFEST_NAME} says that the ${role} is "${name}", but that is no program in a language we know.`,
      );
    return { path: name, language, text: file.text ?? '' };
  }
}
