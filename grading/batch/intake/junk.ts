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
const FILES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.gitignore', '.gitattributes', '.gitkeep']);

/** True for what systems and tools leave behind and nobody hands in on purpose. Given the parts of a path, outermost first. */
export function isJunk(parts: readonly string[]): boolean {
  return parts.some((part, index) => {
    const name = part.toLowerCase();
    if (FOLDERS.has(name)) return true;
    return index === parts.length - 1 && (FILES.has(name) || name.startsWith('._') || name.endsWith('.pyc'));
  });
}
