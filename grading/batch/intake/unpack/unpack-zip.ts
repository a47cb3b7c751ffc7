import { inflateRawSync } from 'node:zlib';
import type yauzl from 'yauzl';
import { decode } from '../legacy-text.js';
import { ArchiveRefused } from './budget.js';
import { openZip } from './open-zip.js';
import { admit, makeFolder, type Unpacking, writeEntry } from './unpacking.js';
import { type LegacyEncoding, legacyEncoding, nameOf } from './zip-names.js';

const FILE_TYPE = 0o170000;
const LINK = 0o120000;
const SMALL_BYTES = 1024 * 1024;

/**
 * Unpacks a zip file.
 * @throws ArchiveRefused when it is damaged or over its limits; what was unpacked until then stays.
 */
export async function unpackZip(path: string | Buffer, unpacking: Unpacking, known: readonly string[]): Promise<void> {
  const legacy = legacyEncoding(path, known);
  const zip = await openZip(path).catch(damaged);
  try {
    for await (const entry of zip.eachEntry()) await unpackEntry(zip, entry, { unpacking, legacy });
  } catch (error) {
    damaged(error);
  } finally {
    zip.close();
  }
}

async function unpackEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  { unpacking, legacy }: { unpacking: Unpacking; legacy: LegacyEncoding },
): Promise<void> {
  const name = nameOf(entry) ?? decode(entry.fileNameRaw, await legacy());
  const parts = admit(name, unpacking);
  if (!parts) return;
  const mode = entry.externalFileAttributes >>> 16;
  const shown = parts.join('/');
  if ((mode & FILE_TYPE) === LINK) {
    unpacking.unpacked.refused.push({ path: shown, why: 'it is a link' });
  } else if (/[/\\]$/.test(name)) {
    await makeFolder(parts, unpacking);
  } else if (entry.isEncrypted()) {
    unpacking.unpacked.refused.push({
      path: shown,
      why: 'it is protected by a password; unpack it in its place and grade again',
    });
  } else if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    unpacking.unpacked.refused.push({
      path: shown,
      why: `it is packed with method ${entry.compressionMethod}, which is not read here; unpack it in its place and grade again`,
    });
  } else {
    const meta = { executable: (mode & 0o111) !== 0, modified: entry.getLastModDate() };
    const content = isSmall(entry) ? await contentOf(zip, entry) : await zip.openReadStreamPromise(entry);
    await writeEntry(content, parts, meta, unpacking);
  }
}

function isSmall({ compressedSize, uncompressedSize }: yauzl.Entry): boolean {
  return Math.max(compressedSize, uncompressedSize) <= SMALL_BYTES;
}

/** A small entry in one piece: a class holds thousands, and streams for each would cost more than the content. */
async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  const packed: Buffer[] = [];
  const isPacked = entry.compressionMethod === 8;
  const stream = await zip.openReadStreamPromise(entry, isPacked ? { decodeFileData: false } : {});
  for await (const chunk of stream) packed.push(chunk as Buffer);
  const bytes = packed.length === 1 ? packed[0]! : Buffer.concat(packed);
  if (!isPacked) return bytes;
  // Never more than the header promises, so that a header that lies cannot fill the memory.
  const content = inflateRawSync(bytes, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
  if (content.length !== entry.uncompressedSize) throw new ArchiveRefused('is damaged (a file has not its size)');
  return content;
}

function damaged(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  // A system error (ENOSPC) is not the archive's fault; zlib's codes begin with Z_, Node's own with ERR_.
  if (error instanceof ArchiveRefused || (code !== undefined && /^E[A-Z]+$/.test(code))) throw error;
  // The list of contents stands at the end of a zip file.
  const why = /^End of central directory/.test(message) ? 'its end is missing, as of a broken download' : message;
  throw new ArchiveRefused(`is damaged (${why})`);
}
