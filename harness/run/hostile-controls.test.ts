import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asUser, everyone, ORDINARY_UID } from '../arena/test/arenas-under-test.js';
import { controlArena, PYTHON } from '../arena/test/unprotected.js';
import { FLOODS } from './test/floods.js';
import { HOSTILE } from './test/hostile.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'netgrade-class-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lays submissions beside each other, as they lie on the disk of whoever handed them in. */
function submissions(...all: Record<string, string>[]): string[] {
  return all.map((files, number) => {
    const own = mkdtempSync(join(folder, `${number}-`));
    chmodSync(own, 0o755);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
    if (process.getuid?.() === 0) chownSync(own, ORDINARY_UID, ORDINARY_UID);
    return own;
  });
}

/** In an arena of its own the class is all that lies in the temporary folders. Where `ip` is missing, the arena is opened with loopback up. */
const IN_CLASS =
  'ip link set lo up; mount -t tmpfs none /dev/shm && mount --bind "$0" /tmp && cd "/tmp/$1" && shift && exec "$@"';
const PRINTED_WITHIN_MS = 40_000;

function started(command: string[], cwd: string): ChildProcess {
  const [first = '', ...args] = command;
  const env = { PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  return spawn(first, args, { cwd, env, stdio: ['pipe', 'pipe', 'ignore'] });
}

/** What a server prints until that matches or it ends. */
async function printedBy(program: ChildProcess, until: RegExp): Promise<string> {
  const late = setTimeout(() => program.kill('SIGKILL'), PRINTED_WITHIN_MS);
  program.stdin!.on('error', () => {});
  let printed = '';
  for await (const chunk of program.stdout!) {
    printed += chunk;
    if (until.test(printed)) break;
  }
  clearTimeout(late);
  return printed;
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  program.kill('SIGKILL');
  await once(program, 'exit');
}

describe('with nothing to keep it from that', () => {
  const possible = [...HOSTILE, ...FLOODS].flatMap(({ title, files, control }) =>
    'because' in control || !everyone.includes(control.as ?? 'user') ? [] : [{ title, files, ...control }],
  );
  test.each(possible)(
    'a submission that $title gets what it wants',
    async ({ files, where, as, against, prints, brings }) => {
      const who = asUser(as ?? 'user');
      const [own = ''] = submissions({ ...files, ...(against && { 'against.py': against }) }, files);
      const alone =
        where === 'arena' ? [...controlArena('user'), '/bin/sh', '-c', IN_CLASS, folder, basename(own)] : [];
      const server = prints && started([...who, ...alone, PYTHON, against ? 'against.py' : 'server.py'], own);
      try {
        if (server) expect(await printedBy(server, prints)).toMatch(prints);
        if (!brings) return;
        const variables = [`FOLDER=${own}`, `PID=${server?.pid}`, `PYTHON=${PYTHON}`];
        const [command = '', ...args] = [...who, 'env', ...variables, '/bin/sh', '-c', brings.line];
        const { stdout } = await promisify(execFile)(command, args, { cwd: '/' }).catch((error) => error);
        expect(stdout).toMatch(brings.says);
      } finally {
        if (server) await ended(server);
      }
    },
  );
});
