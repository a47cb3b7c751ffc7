const FOLDERS = new Set([
  '__macosx',
  '.git',
  '.svn',
  '.hg',
  'node_modules',
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.idea',
  '.vscode',
  '.vs',
  '.venv',
  'site-packages',
]);
/** What systems keep at the root of a disk, such as the stick on which a class came. */
const OF_DISKS = new Set([
  '$recycle.bin',
  'system volume information',
  'lost+found',
  '.trashes',
  '.trash-1000',
  '.spotlight-v100',
  '.fseventsd',
  '.temporaryitems',
  '.documentrevisions-v100',
]);
const FILES = new Set([
  '.ds_store',
  'thumbs.db',
  'desktop.ini',
  'icon\r',
  '.gitignore',
  '.gitattributes',
  '.gitkeep',
  '.keep',
]);

/** True for what systems and tools leave behind and nobody hands in on purpose. Given the parts of a path, outermost first. */
export function isJunk(parts: readonly string[]): boolean {
  return aroundJunk(parts) !== undefined;
}

/** The parts of the path up to what is junk; undefined where nothing in it is. */
export function aroundJunk(parts: readonly string[]): string[] | undefined {
  const at = parts.findIndex((part, index) => {
    const name = part.toLowerCase();
    if (FOLDERS.has(name) || OF_DISKS.has(name)) return true;
    return index === parts.length - 1 && (FILES.has(name) || /^(\._|~\$)|\.pyc$|:zone\.identifier$/.test(name));
  });
  return at < 0 ? undefined : parts.slice(0, at);
}
