import yauzl from 'yauzl';
import { ArchiveRefused } from './budget.js';
import { decodeName } from './entry-name.js';
import { admit, makeFolder, type Unpacking, writeEntry } from './unpacking.js';

const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/**
 * Unpacks a zip file.
 * @throws ArchiveRefused when it is damaged or over its limits; what was unpacked until then stays.
 */
export async function unpackZip(path: string, unpacking: Unpacking): Promise<void> {
  const zip = await yauzl.openPromise(path, { decodeStrings: false, autoClose: false }).catch(damaged);
  try {
    for await (const entry of zip.eachEntry()) await unpackEntry(zip, entry, unpacking);
  } catch (error) {
    damaged(error);
  } finally {
    zip.close();
  }
}

async function unpackEntry(zip: yauzl.ZipFile, entry: yauzl.Entry, unpacking: Unpacking): Promise<void> {
  const name = nameOf(entry);
  const parts = admit(name, unpacking);
  if (!parts) return;
  const mode = entry.externalFileAttributes >>> 16;
  const shown = parts.join('/');
  if ((mode & FILE_TYPE) === LINK) {
    unpacking.unpacked.refused.push({ path: shown, why: 'it is a link' });
  } else if (/[/\\]$/.test(name)) {
    await makeFolder(parts, unpacking);
  } else if (entry.isEncrypted()) {
    unpacking.unpacked.refused.push({ path: shown, why: 'it is protected by a password' });
  } else if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    unpacking.unpacked.refused.push({
      path: shown,
      why: `it is packed with method ${entry.compressionMethod}, which is not read here`,
    });
  } else {
    const content = await zip.openReadStreamPromise(entry);
    const meta = { executable: (mode & 0o111) !== 0, modified: entry.getLastModDate() };
    await writeEntry(content, parts, meta, unpacking);
  }
}

function nameOf(entry: yauzl.Entry): string {
  const raw = entry.fileNameRaw;
  return decodeName(raw, () =>
    yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false).toString(),
  );
}

function damaged(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  // A system error has a code and is not the archive's fault; zlib's own codes begin with Z_.
  if (error instanceof ArchiveRefused || (code !== undefined && !code.startsWith('Z_'))) throw error;
  throw new ArchiveRefused(`is damaged (${message})`);
}
