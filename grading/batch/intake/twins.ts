import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesUnder, hashOf, lastPart } from './student-files.js';

/** A file that a student handed in, and what tells it apart; only files of one name and size are ever read. */
interface Known {
  path: string;
  hash?: string;
}

/** What lies in a student's folder, by name: it finds the second copy of a file, however many there are, by reading each once. */
export class Twins {
  /** By name and size. */
  readonly #files = new Map<string, Known[]>();

  private constructor(private readonly folder: string) {}

  static async in(folder: string): Promise<Twins> {
    const twins = new Twins(folder);
    for (const path of await filesUnder(folder)) await twins.add(path);
    return twins;
  }

  async add(path: string): Promise<void> {
    const { size } = await lstat(join(this.folder, path));
    const name = lastPart(path);
    const known = this.#files.get(`${name}/${size}`);
    if (known) known.push({ path });
    else this.#files.set(`${name}/${size}`, [{ path }]);
  }

  /** Whether a file of that name (its own, where it is not given another) with the same content was there before. */
  async has(path: string, name = lastPart(path)): Promise<boolean> {
    const { size } = await lstat(join(this.folder, path));
    const same = (this.#files.get(`${name}/${size}`) ?? []).filter((known) => known.path !== path);
    if (same.length === 0) return false;
    const hash = await hashOf(join(this.folder, path));
    for (const known of same) {
      known.hash ??= await hashOf(join(this.folder, known.path)).catch(() => '');
      if (known.hash === hash) return true;
    }
    return false;
  }
}
