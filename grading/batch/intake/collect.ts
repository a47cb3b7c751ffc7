import { constants } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, readdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { systemWords } from '../system-words.js';
import type { NotUnderstood, Version } from './class.js';
import { isJunk } from './junk.js';
import type { Piece } from './layouts/layout.js';
import { mayBeProgram } from './may-be-program.js';
import { sameNamedNotes } from './same-named.js';
import { filesUnder, freeName, kindOf, lastPart, toSlashes } from './student-files.js';
import { Twins } from './twins.js';
import { ArchiveRefused, Budget, ForeignArchive, STUDENT_LIMITS } from './unpack/budget.js';
import { safeParts } from './unpack/entry-name.js';
import { gunzipFile, isGzippedFile } from './unpack/gzipped-file.js';
import { archiveStem, looksLikeArchive, unpack } from './unpack/unpack.js';
import { unwrapped } from './unwrapped.js';

/** A student's files on disk. */
export interface Collected {
  /** `folder` without the single folders that only wrap the rest. */
  folder: string;
  files: string[];
  notUnderstood: NotUnderstood[];
  /** Where the folder holds one for each time that somebody handed in, as Teams makes them. */
  versions: Version[];
  notes: string[];
  /** Set when something was refused and no program is left, or a program may not be read by us: then a person must look. */
  unreadable?: string;
}

export interface CollectOptions {
  /** What lies in it may be moved. */
  ownFolder: string;
  /** The names in the roster. */
  known: readonly string[];
  stop?: AbortSignal | undefined;
}

/** The trouble of one file alone: its name stands in the way of another file's. */
const OWN_TROUBLE = new Set(['ELOOP', 'ENAMETOOLONG', 'ENOENT', 'EEXIST', 'ENOTDIR', 'EISDIR']);

/** No student's doing: nobody loses points for it. */
const MAY_NOT_READ = 'it may not be read by you; give yourself the right to, and grade again';

/**
 * Puts one student's pieces into a folder of their own: files are copied, archives unpacked (those inside archives
 * too), links and what systems leave behind left out. A folder inside `ownFolder` may be moved.
 * @throws the reason of `stop`
 */
export async function collect(
  pieces: readonly Piece[],
  folder: string,
  { ownFolder, known, stop }: CollectOptions,
): Promise<Collected> {
  const collecting = new Collecting(folder, known, stop);
  const [piece] = pieces;
  // What we have unpacked ourselves is ours to move, and was cleaned when it was unpacked.
  if (pieces.length === 1 && piece?.entry.kind === 'folder' && String(piece.entry.path).startsWith(ownFolder + sep)) {
    await mkdir(dirname(folder), { recursive: true });
    await rename(piece.entry.path, folder);
    await collecting.addNested(piece.entry.name);
    await collecting.unpackNested();
    return collecting.finish();
  }
  await mkdir(folder, { recursive: true });
  const alone = pieces.length === 1;
  for (const { entry, as } of pieces) {
    const name = as ?? entry.name;
    const isArchive = looksLikeArchive(name);
    // `hw.zip` and `hw.tar` are two things that may hold files of the same names.
    const place = await freeName(folder, tidy(isArchive ? archiveStem(name) : name));
    if (entry.kind === 'link') collecting.refuseLink(entry.name);
    else if (entry.kind === 'folder') await collecting.copyFolder(entry.path, alone ? '' : place, entry.name);
    else if (isArchive) await collecting.unpackAs(entry.path, { stem: place, into: alone ? '' : place }, entry.name, 1);
    else await collecting.copyOne(entry.path, place, entry.name);
  }
  await collecting.unpackNested();
  return collecting.finish();
}

class Collecting {
  readonly #folder: string;
  readonly #budget = new Budget(STUDENT_LIMITS);
  readonly #count: (bytes: number) => void;
  /** By path. */
  readonly #notUnderstood = new Map<string, NotUnderstood>();
  #firstRefusal: string | undefined;
  #notOurs: string | undefined;
  /** Archives that came as files, to be unpacked: relative path, name for people, depth. */
  #nested: { path: string; shown: string; depth: number }[] = [];

  constructor(
    folder: string,
    private readonly known: readonly string[],
    private readonly stop: AbortSignal | undefined,
  ) {
    this.#folder = folder;
    this.#count = this.#budget.files();
  }

  refuseLink(shown: string): void {
    this.#refuse(shown, 'it is a link; put the files themselves in its place and grade again');
  }

  /** Notes the archives in a folder that came here whole. */
  async addNested(shown: string): Promise<void> {
    for (const path of await filesUnder(this.#folder)) {
      if (looksLikeArchive(path)) this.#nested.push({ path, shown: `${shown}/${path}`, depth: 1 });
    }
  }

  async copyFolder(from: string | Buffer, into: string, shown: string): Promise<void> {
    await mkdir(join(this.#folder, into), { recursive: true });
    // Names as bytes, for one that is not UTF-8 cannot be found again by its text.
    const walk = async (folder: Buffer, within: string): Promise<void> => {
      const found = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
      found.sort((a, b) => Buffer.compare(a.name, b.name));
      for (const dirent of found) {
        const full = Buffer.concat([folder, Buffer.from(sep), dirent.name]);
        const inside = `${within}${dirent.name}`;
        // On Linux a single name may hold backslashes: it is judged as an archive's entry would be.
        const safe = safeParts(inside);
        if ('refused' in safe) this.#refuse(`${shown}/${inside}`, safe.refused);
        else if (isJunk(safe.parts)) continue;
        else if (dirent.isDirectory()) await walk(full, `${inside}/`);
        else if (dirent.isFile()) await this.copyOne(full, join(into, ...safe.parts), `${shown}/${inside}`);
        else this.#refuse(`${shown}/${inside}`, dirent.isSymbolicLink() ? 'it is a link' : 'it is not a file');
      }
    };
    await this.#bounded(shown, () => walk(Buffer.from(from), ''));
  }

  async copyOne(from: string | Buffer, to: string, shown: string): Promise<void> {
    await this.#bounded(shown, async () => {
      this.#budget.entry();
      const { size, mode, atime, mtime } = await lstat(from);
      this.#count(size);
      const target = join(this.#folder, to);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(from, target, constants.COPYFILE_FICLONE);
      // Whoever may read it here may read it in the arena, where nobody is root.
      await chmod(target, (mode & 0o111) === 0 ? 0o644 : 0o755);
      await utimes(target, atime, mtime);
      if (looksLikeArchive(to)) this.#nested.push({ path: toSlashes(to), shown, depth: 1 });
    });
  }

  /** Unpacks an archive into the folder `into`; one packed file becomes the file `stem`. */
  async unpackAs(
    archive: string | Buffer,
    { stem, into }: { stem: string; into: string },
    shown: string,
    depth: number,
  ): Promise<void> {
    await this.#bounded(shown, async () => {
      if (!(await isGzippedFile(archive, shown))) return this.#unpackInto(archive, into, shown, depth);
      await gunzipFile(archive, join(this.#folder, stem), this.#budget);
      if (looksLikeArchive(stem))
        this.#nested.push({ path: toSlashes(stem), shown: archiveStem(shown), depth: depth + 1 });
    });
  }

  async #unpackInto(archive: string | Buffer, into: string, shown: string, depth: number): Promise<void> {
    const target = join(this.#folder, into);
    try {
      const { refused } = await unpack(archive, target, { budget: this.#budget, known: this.known });
      for (const { path, why } of refused) this.#refuse(`${shown}/${path}`, why);
    } finally {
      for (const path of await filesUnder(target)) {
        const inside = toSlashes(join(into, path));
        if (looksLikeArchive(path) && !this.#nested.some((known) => known.path === inside)) {
          this.#nested.push({ path: inside, shown: `${shown}/${path}`, depth: depth + 1 });
        }
      }
    }
  }

  /** Unpacks what is packed inside, each archive into a folder of its name, until nothing is left or it is too deep. */
  async unpackNested(): Promise<void> {
    if (this.#nested.length === 0) return;
    const twins = await Twins.in(this.#folder);
    for (let next = this.#nested.shift(); next; next = this.#nested.shift()) {
      const { path, shown, depth } = next;
      const archive = join(this.#folder, path);
      if (depth > STUDENT_LIMITS.depth) {
        this.#refuse(shown, `it is an archive within ${STUDENT_LIMITS.depth} archives`);
        continue;
      }
      const stem = archiveStem(path);
      const into = await freeName(this.#folder, stem);
      const refusedBefore = this.#notUnderstood.size;
      await this.unpackAs(archive, { stem: into, into }, shown, depth);
      if (this.#notUnderstood.size === refusedBefore) await rm(archive, { force: true });
      await this.#dropTwins(into, stem, twins);
    }
  }

  async finish(): Promise<Collected> {
    const { folder, versions, beside } = await unwrapped(this.#folder);
    const files = await filesUnder(folder);
    const hasProgram = files.some(mayBeProgram);
    const unreadable = this.#notOurs ?? (hasProgram ? undefined : this.#firstRefusal);
    return {
      folder,
      files,
      versions,
      notes: [...(await this.#besideNotes(beside)), ...(await sameNamedNotes(folder, files))],
      notUnderstood: [...this.#notUnderstood.values()],
      ...(unreadable === undefined ? {} : { unreadable }),
    };
  }

  /** Of what a platform keeps beside what was handed in, only what could have been graded is worth a word. */
  async #besideNotes(beside: readonly string[]): Promise<string[]> {
    const files = beside.length === 0 ? [] : await filesUnder(this.#folder);
    const held = beside.filter((one) => files.some((file) => file.startsWith(`${one}/`) && mayBeProgram(file)));
    return held.map((one) => `Not graded, for it lies beside what was handed in: "${one}".`);
  }

  /** A student often hands in a program and the zip of it; the second copy would only confuse who is the server. */
  async #dropTwins(unpacked: string, stem: string, before: Twins): Promise<void> {
    const single = (await kindOf(join(this.#folder, unpacked))) === 'file';
    const inside = single
      ? [unpacked]
      : (await filesUnder(join(this.#folder, unpacked))).map((file) => `${unpacked}/${file}`);
    const kept: string[] = [];
    for (const path of inside) {
      this.stop?.throwIfAborted();
      if (await before.has(path, lastPart(single ? stem : path))) await rm(join(this.#folder, path), { force: true });
      else kept.push(path);
    }
    for (const path of kept) await before.add(path);
  }

  async #bounded(shown: string, work: () => Promise<void>): Promise<void> {
    this.stop?.throwIfAborted();
    try {
      await work();
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (error instanceof ForeignArchive) {
        this.#refuse(shown, `it ${error.message}; unpack it in its place and grade again`);
      } else if (error instanceof ArchiveRefused) this.#refuse(shown, `it ${error.message}`);
      else if (code === 'EACCES' || code === 'EPERM') {
        this.#refuse(shown, MAY_NOT_READ);
        if (looksLikeArchive(shown) || mayBeProgram(shown)) this.#notOurs ??= `${shown}: ${MAY_NOT_READ}`;
      } else if (OWN_TROUBLE.has(code)) this.#refuse(shown, `it cannot be copied: ${systemWords(error as Error)}`);
      else throw error;
    }
  }

  #refuse(path: string, why: string): void {
    if (!this.#notUnderstood.has(path)) this.#notUnderstood.set(path, { path, why });
    this.#firstRefusal ??= `${path}: ${why}`;
  }
}

/** A name that cannot leave the folder it is put into. */
function tidy(name: string): string {
  return name.replace(/[/\\\0]/g, '_').replace(/^\.+$/, '_') || '_';
}
