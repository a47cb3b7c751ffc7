import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Extract, extract } from 'tar-stream';
import { ArchiveRefused } from './budget.js';
import { admit, makeFolder, type Unpacking, writeEntry } from './unpacking.js';

/**
 * Unpacks a tar file, packed with gzip or not.
 * @throws ArchiveRefused when it is damaged or over its limits; what was unpacked until then stays.
 */
export async function unpackTar(path: string | Buffer, gzip: boolean, unpacking: Unpacking): Promise<void> {
  const entries = extract();
  const source = createReadStream(path);
  // tar-stream's streams are streamx's: a node stream in all that pipeline needs, but not to the compiler.
  const sink = entries as unknown as NodeJS.WritableStream;
  const reading = gzip ? pipeline(source, createGunzip(), sink) : pipeline(source, sink);
  reading.catch(() => {}); // reported below, once the entries are done with
  try {
    for await (const entry of entries) await unpackEntry(entry, unpacking);
    await reading;
  } catch (error) {
    source.destroy();
    entries.destroy();
    const { code, message } = error as NodeJS.ErrnoException;
    const system = code !== undefined && /^E[A-Z]+$/.test(code);
    if (error instanceof ArchiveRefused || system) throw error;
    throw new ArchiveRefused(`is damaged (${message})`);
  }
}

type Entry = Extract extends AsyncIterable<infer E> ? E : never;

async function unpackEntry(entry: Entry, unpacking: Unpacking): Promise<void> {
  const { name, type, mode, mtime } = entry.header;
  const parts = admit(name, unpacking);
  if (parts && type === 'file') {
    const meta = { executable: ((mode ?? 0) & 0o111) !== 0, modified: mtime ?? new Date(0) };
    await writeEntry(entry as unknown as AsyncIterable<Uint8Array>, parts, meta, unpacking);
    return;
  }
  if (parts && type === 'directory') await makeFolder(parts, unpacking);
  else if (parts) {
    const why = type === 'symlink' || type === 'link' ? 'it is a link' : `it is a ${type}, not a file`;
    unpacking.unpacked.refused.push({ path: parts.join('/'), why });
  }
  // Skipped content is unpacked all the same to get past it, so it counts.
  for await (const chunk of entry) unpacking.count((chunk as Buffer).length);
}
