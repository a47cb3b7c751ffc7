import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asUser, everyone } from '../arena/test/arenas-under-test.js';
import { controlArena, PYTHON } from '../arena/test/unprotected.js';
import { HOSTILE } from './test/hostile.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'netgrade-class-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lays submissions beside each other, as they lie on the disk of whoever grades them. */
function submissions(...all: Record<string, string>[]): string[] {
  return all.map((files, number) => {
    const own = mkdtempSync(join(folder, `${number}-`));
    chmodSync(own, 0o777);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
    return own;
  });
}

/** In an arena of its own the class is all that lies in the temporary folder. */
const IN_CLASS = 'mount --bind "$0" /tmp && cd "/tmp/$1" && shift && exec "$@"';
const PRINTED_WITHIN_MS = 20_000;

/** What a server prints until that matches or it ends; then it is ended. */
async function printedBy(command: string[], cwd: string, until: RegExp): Promise<string> {
  const [first = '', ...args] = command;
  const env = { PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  const program = spawn(first, args, { cwd, env, stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(program, 'exit');
  const late = setTimeout(() => program.kill('SIGKILL'), PRINTED_WITHIN_MS);
  program.stdin.on('error', () => {});
  let printed = '';
  for await (const chunk of program.stdout) {
    printed += chunk;
    if (until.test(printed)) break;
  }
  clearTimeout(late);
  program.kill('SIGKILL');
  await ended;
  return printed;
}

describe('with nothing to keep it from that', () => {
  const possible = HOSTILE.flatMap(({ title, files, bare }) => (bare ? [{ title, files, ...bare }] : []));
  test.each(possible)('a submission that $title gets what it wants', async ({ files, where, prints }) => {
    const [own = ''] = submissions(files, files);
    const alone = where === 'arena' ? [...controlArena('user'), '/bin/sh', '-c', IN_CLASS, folder, basename(own)] : [];
    expect(await printedBy([...asUser('user'), ...alone, PYTHON, 'server.py'], own, prints)).toMatch(prints);
  });

  test.runIf(everyone.includes('root'))(
    'a submission that includes what it must not see has it in the words of the compiler',
    async () => {
      const files = HOSTILE.find(({ title }) => title.startsWith('includes what it must not see'))?.files ?? {};
      const [own = ''] = submissions(files);
      const compiled = promisify(execFile)('cc', ['-fsyntax-only', 'server.c'], { cwd: own });
      const secret = readFileSync('/etc/shadow', 'latin1').split('\n')[0] ?? 'no line';
      await expect(compiled).rejects.toThrow(secret);
    },
  );
});
