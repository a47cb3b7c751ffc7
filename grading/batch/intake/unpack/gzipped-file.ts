import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { ArchiveRefused, type Budget } from './budget.js';
import { counting } from './counting.js';
import { isTarHeader, TAR_BLOCK_BYTES } from './tar-header.js';

/** Enough to hold what 512 bytes pack to, with the name in gzip's header. */
const HEAD_BYTES = 4096;

/** True for one file packed with gzip (`server.py.gz`), which is no archive: nothing in it has a name of its own. */
export async function isGzippedFile(path: string | Buffer, name: string): Promise<boolean> {
  if (!/(?<!\.tar)\.gz$/i.test(name)) return false;
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = gunzipSync(buffer.subarray(0, bytesRead), { finishFlush: constants.Z_SYNC_FLUSH });
    return !isTarHeader(head.subarray(0, TAR_BLOCK_BYTES));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) return false;
    throw error;
  } finally {
    await file.close();
  }
}

/**
 * Unpacks such a file to `target`.
 * @throws ArchiveRefused when it is damaged or over its limits; then nothing is left of it.
 */
export async function gunzipFile(path: string | Buffer, target: string, budget: Budget): Promise<void> {
  budget.entry();
  const { size, mtime } = await stat(path);
  await mkdir(dirname(target), { recursive: true });
  try {
    await pipeline(createReadStream(path), createGunzip(), counting(budget.archive(size)), createWriteStream(target));
  } catch (error) {
    await rm(target, { force: true });
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) throw new ArchiveRefused(`is damaged (${message})`);
    throw error;
  }
  await utimes(target, mtime, mtime);
}
