import { createHash } from 'node:crypto';

/** No file system takes a longer name. */
const LONGEST_NAME_BYTES = 255;
/** Systems take paths of 4096, and 1024 on macOS; archives lie in archives, in the folder for results. */
const LONGEST_PATH_BYTES = 1000;
/** What is kept of either end of a longer one. */
const KEPT_BYTES = 100;

/**
 * The parts of the path under which an archive's entry is unpacked, or the reason why it is not. A path that would
 * leave the folder is refused, not mended: nobody makes one by accident, and a mended one could replace another file.
 */
export function safeParts(entryName: string): { parts: string[] } | { refused: string } {
  const path = entryName.replaceAll('\\', '/').normalize('NFC');
  if (path.includes('\0')) return { refused: 'its name holds a NUL character' };
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return { refused: 'its path is absolute' };
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return { refused: 'its path leads out of the archive' };
  if (parts.length === 0) return { refused: 'it has no name' };
  if (parts.length > 32) return { refused: 'it lies more than 32 folders deep' };
  const tame = parts.map(tameName);
  if (Buffer.byteLength(tame.join('/')) > LONGEST_PATH_BYTES)
    return { refused: `its path has more than ${LONGEST_PATH_BYTES} bytes` };
  return { parts: tame };
}

/**
 * A name that every file system takes, as close to the original as can be. Of one that is too long both ends are kept, where platforms write
 * whose it is and systems what; no two become one.
 */
function tameName(part: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  const tame = part.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_');
  const bytes = Buffer.from(tame);
  if (bytes.length <= LONGEST_NAME_BYTES) return tame;
  const head = bytes.subarray(0, KEPT_BYTES).toString().replace(HALF_A_LETTER, '');
  const tail = bytes.subarray(-KEPT_BYTES).toString().replace(HALF_A_LETTER, '');
  return `${head}~${createHash('sha256').update(part).digest('hex').slice(0, 8)}~${tail}`;
}

const HALF_A_LETTER = /^\uFFFD+|\uFFFD+$/g;
