import { type FSWatcher as FolderWatcher, watch as watchFolder } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/**
 * Whatever lies at a path, a folder or a file, watched for changes, and watched again where it was deleted and made anew. Of the folder
 * around it only what happens to its own name is looked at: that may be `/tmp`, in which something changes all the time.
 */
export class WatchedPlace {
  #inside: FSWatcher | undefined;
  #around: FolderWatcher | undefined;
  #arming: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(
    private readonly path: string,
    private readonly isIgnored: (file: string) => boolean,
    private readonly changed: () => void,
  ) {}

  /** @throws Error where this system can watch no more files */
  async watch(): Promise<void> {
    try {
      this.#around = watchFolder(dirname(this.path), { persistent: false }, (event, name) => {
        if (event === 'rename' && (name === null || name === basename(this.path))) this.#watchAnew();
      });
      this.#around.on('error', () => this.#around?.close());
    } catch {
      // A folder that we may not read: then only what is there now is watched.
    }
    this.#arming = this.#watchInside();
    await this.#arming;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#around?.close();
    await this.#arming;
    await this.#inside?.close();
  }

  #watchAnew(): void {
    this.#arming = this.#arming.then(async () => {
      await this.#inside?.close();
      if (this.#isClosed) return;
      await this.#watchInside().catch(() => undefined);
      this.changed();
    });
  }

  async #watchInside(): Promise<void> {
    this.#inside = undefined;
    const exists = await stat(this.path).then(
      () => true,
      () => false,
    );
    if (!exists) return;
    const inside = watch(this.path, { ignoreInitial: true, ignored: this.isIgnored });
    this.#inside = inside;
    inside.on('all', this.changed);
    await new Promise<void>((ready, reject) => {
      inside.once('ready', ready);
      inside.on('error', reject);
    });
  }
}
