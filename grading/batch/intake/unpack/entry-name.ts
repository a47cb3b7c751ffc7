const LONGEST_NAME_BYTES = 200;

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
  return { parts: parts.map(tameName) };
}

/** A name that every file system takes, as close to the original as can be. */
function tameName(part: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  const tame = part.replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_');
  if (Buffer.byteLength(tame) <= LONGEST_NAME_BYTES) return tame;
  const ending = /\.\w{1,8}$/.exec(tame)?.[0] ?? '';
  // Each has a byte at least; an archive may say names of 65,000.
  let stem = tame.slice(0, Math.min(tame.length - ending.length, LONGEST_NAME_BYTES)).replace(/[\ud800-\udbff]$/, '');
  while (Buffer.byteLength(stem + ending) > LONGEST_NAME_BYTES) stem = [...stem].slice(0, -1).join('');
  return stem + ending;
}
