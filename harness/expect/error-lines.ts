import { stripVTControlCharacters } from 'node:util';

/** Nothing further along a line is read: a program may print a line without end. */
const LINE_READ = 2000;

/** What a program wrote to standard error, line by line, without colours. */
export function linesOf(stderr: string): string[] {
  return stripVTControlCharacters(stderr)
    .split(/\r\n|\n|\r/)
    .map((line) => line.slice(0, LINE_READ));
}

/** The name of a file, without the folders before it. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1)!;
}
