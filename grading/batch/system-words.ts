const WORDS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'it is a file, or lies in one',
  EEXIST: 'it is a file',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'it is a link that leads in a circle',
  EIO: 'the disk reports an error',
};

/** Why the system refused something, as the end of a sentence. */
export function systemWords({ code = '', message }: NodeJS.ErrnoException): string {
  return WORDS[code] ?? (code === '' ? message : `the system says ${code}`);
}
