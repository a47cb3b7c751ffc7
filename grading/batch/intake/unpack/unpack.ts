import { mkdir, open, stat } from 'node:fs/promises';
import { ArchiveRefused, type Budget, ForeignArchive } from './budget.js';
import { isTarHeader, TAR_BLOCK_BYTES } from './tar-header.js';
import { unpackTar } from './unpack-tar.js';
import { unpackZip } from './unpack-zip.js';
import { makeFolder, type Unpacked } from './unpacking.js';

const ENDING = /\.(zip|tar|tgz|tar\.(gz|bz2|xz|zst)|tbz2?|txz|rar|7z|gz|bz2|xz)$/i;

/** True for a name that promises an archive. Office documents and `.jar` are zips too, but nobody means them as one. */
export function looksLikeArchive(name: string): boolean {
  return ENDING.test(name);
}

/** A file's name without the ending of an archive. */
export function archiveStem(name: string): string {
  return name.replace(ENDING, '');
}

/**
 * Unpacks an archive into a folder, which is made. Safe for hostile archives: nothing is written outside, no links
 * are made, and the budget bounds what comes out. What single entries were refused for is in the answer. `known` names help to
 * read those of an archive that does not say in what they are written.
 * @throws ArchiveRefused when the archive cannot be read or is over its limits.
 */
export async function unpack(
  path: string | Buffer,
  into: string,
  { budget, known }: { budget: Budget; known: readonly string[] },
): Promise<Unpacked> {
  const unpacked: Unpacked = { refused: [], gitFolders: new Set(), aroundJunk: new Set() };
  const kind = await kindOf(path);
  await mkdir(into, { recursive: true });
  const { size } = await stat(path);
  const unpacking = { into, budget, count: budget.archive(size), unpacked };
  switch (kind) {
    case 'zip':
      await unpackZip(path, unpacking, known);
      break;
    case 'tar':
    case 'gzip':
      await unpackTar(path, kind === 'gzip', unpacking);
      break;
    case 'empty':
    case 'other':
      throw new ArchiveRefused(WHY_NOT[kind]);
    default:
      throw new ForeignArchive(`is ${FOREIGN[kind]}, which is not read here`);
  }
  for (const folder of unpacked.aroundJunk) await makeFolder(folder.split('/'), unpacking);
  return unpacked;
}

type Kind = 'zip' | 'tar' | 'gzip' | keyof typeof WHY_NOT | keyof typeof FOREIGN;

const FOREIGN = {
  rar: 'a RAR archive',
  '7z': 'a 7z archive',
  bzip2: 'packed with bzip2',
  xz: 'packed with xz',
  zstd: 'packed with zstd',
};

const WHY_NOT = {
  empty: 'is an empty file',
  other: 'is named like an archive, but is none',
};

/** By the first bytes, whatever the name says: renamed archives are common. */
async function kindOf(path: string | Buffer): Promise<Kind> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(TAR_BLOCK_BYTES), 0, TAR_BLOCK_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    const begins = (hex: string): boolean => head.subarray(0, hex.length / 2).toString('hex') === hex;
    if (bytesRead === 0) return 'empty';
    if (begins('504b0304') || begins('504b0506') || begins('504b0708')) return 'zip';
    if (begins('1f8b')) return 'gzip';
    if (begins('526172211a07')) return 'rar';
    if (begins('377abcaf271c')) return '7z';
    if (begins('425a68')) return 'bzip2';
    if (begins('fd377a585a00')) return 'xz';
    if (begins('28b52ffd')) return 'zstd';
    return isTarHeader(head) ? 'tar' : 'other';
  } finally {
    await file.close();
  }
}
