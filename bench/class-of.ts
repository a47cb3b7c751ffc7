import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A student's folder, and which of the assignment's own submissions it is a copy of. */
export interface Copy {
  folder: string;
  original: string;
}

/** Out of twenty students: most hand in what the lecture shows, some write it otherwise, some are wrong; nothing has to be built. */
const TWENTY = [
  ...Array<string>(12).fill('lecture'),
  'loop-any-interface',
  'loop-any-interface',
  'asks-for-host-and-port',
  'only-hello-server',
  'echo-server',
  'misspelled-address',
  'client-shows-what-it-sent',
  'client-prints-bytes',
];

export const ORIGINALS = [...new Set(TWENTY)];

/** A class whose files are all different, so that nothing can be taken over from one student to the next. */
export function makeClass(submissions: string, into: string, size: number): Copy[] {
  return Array.from({ length: size }, (_, at) => {
    const original = TWENTY[(at * 7) % TWENTY.length]!;
    const folder = join(into, `student-${String(at).padStart(4, '0')}`);
    cpSync(join(submissions, original), folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      const comment = name.endsWith('.py') ? '#' : '//';
      const path = join(folder, name);
      writeFileSync(path, `${readFileSync(path, 'utf8')}\n${comment} handed in by student ${at}\n`);
    }
    return { folder, original };
  });
}

/** A class that is quick to grade: each client ends at once, and there is nothing else in the folder. */
export function makeCheapClass(into: string, size: number): void {
  for (let at = 0; at < size; at++) {
    const folder = join(into, `student-${String(at).padStart(4, '0')}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'client.py'),
      `import socket\nprint("student ${at}")\nraise SystemExit(socket.SOCK_DGRAM)\n`,
    );
  }
}
