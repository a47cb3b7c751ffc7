import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isOpenToAll } from './is-open-to-all.js';
import { DEFAULT_LIMITS } from './world.js';

const MiB = 1024 * 1024;
/** A room with more in it is quicker taken away than emptied. */
const MOST_TO_EMPTY = 500;

/** A room's places by name, and their modes. */
const PLACES = { submission: 0o755, tmp: 0o1777, shm: 0o1777 };

/** The places of one work folder: all on one file system of limited size. */
export interface Room {
  work: string;
  temporary: string;
  shared: string;
}

/**
 * The arena's own file system, laid in our mount namespace over an empty folder of the machine: it holds the work folders,
 * the furnished files, and a way to folders that the student's user could not reach.
 */
export class Floor {
  #rooms = 0;
  /** Emptied, and as they were when they were made. */
  readonly #spare: string[] = [];
  readonly #passages = new Map<string, string>();

  constructor(readonly path: string) {
    mount(['-t', 'tmpfs', '-o', `size=${16 * MiB},nr_inodes=4096,mode=0755,nosuid,nodev`, 'netgrade', path]);
    mkdirSync(this.etc);
  }

  get etc(): string {
    return join(this.path, 'etc');
  }

  makeRoom(): Room {
    const room = this.#spare.pop() ?? this.#mountRoom();
    for (const place of Object.keys(PLACES)) mkdirSync(join(room, place));
    this.reopenRoom(join(room, 'submission'));
    return { work: join(room, 'submission'), temporary: join(room, 'tmp'), shared: join(room, 'shm') };
  }

  /** Gives the places of a room their modes, which mkdir cuts by our umask and a program may change where it owns them. */
  reopenRoom(work: string): void {
    for (const [place, mode] of Object.entries(PLACES)) chmodSync(join(dirname(work), place), mode);
  }

  #mountRoom(): string {
    const room = join(this.path, String(++this.#rooms));
    mkdirSync(room);
    mount([
      '-t',
      'tmpfs',
      '-o',
      `size=${DEFAULT_LIMITS.folderBytes},nr_inodes=${DEFAULT_LIMITS.folderFiles},mode=0755,nosuid,nodev`,
      'netgrade',
      room,
    ]);
    return room;
  }

  /**
   * Takes a room away, or empties it for the next submission, which saves two mounts. `quiet` says that no process is left that could
   * put a link in the way of whoever empties it.
   */
  removeRoom(work: string, quiet: boolean): void {
    const room = dirname(work);
    if (quiet && emptied(room)) this.#spare.push(room);
    // Lazily: whatever still has a file open in there is being ended.
    else execFileSync('umount', ['--lazy', room], { stdio: 'pipe' });
  }

  /** A path by which everyone can reach `path`, even where a folder on the way is private (`/root` is). */
  passageTo(path: string): string {
    if (isOpenToAll(path)) return path;
    let passage = this.#passages.get(path);
    if (!passage) {
      passage = join(this.path, `passage-${this.#passages.size}`);
      if (statSync(path).isDirectory()) mkdirSync(passage);
      else writeFileSync(passage, '');
      mount(['--bind', path, passage]);
      this.#passages.set(path, passage);
    }
    return passage;
  }
}

/** Whether a room could be made what it was when it was new; a file that somebody still holds open shows as space in use. */
function emptied(room: string): boolean {
  try {
    const { files, ffree } = statfsSync(room);
    if (files - ffree > MOST_TO_EMPTY) return false;
    for (const place of readdirSync(room)) rmSync(join(room, place), { recursive: true });
    const now = statfsSync(room);
    // The room's own folder is the one file that is left.
    return now.bfree === now.blocks && now.files - now.ffree === 1;
  } catch {
    return false;
  }
}

function mount(args: string[]): void {
  execFileSync('mount', args, { stdio: 'pipe' });
}
