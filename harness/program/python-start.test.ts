import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pythonStart } from './python-start.js';
import { findToolchain } from './toolchains.js';

const SAY = 'import sys\nprint(__name__, HELLO, *sys.argv[1:])\n';

/** What a file of a submission prints when it is started with one argument, and how that is shown. */
async function started(path: string, files: Record<string, string>): Promise<{ printed: string; shown: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'netgrade-python-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const programs = Object.entries(files).map(([name, text]) => ({ path: name, language: 'python' as const, text }));
  const { args, shown, env } = pythonStart(programs.find((program) => program.path === path)!, programs);
  const python = await findToolchain('python');
  if (!python.found) throw new Error(python.missing);
  const run = spawnSync(python.commands.python3!, [...args, 'server'], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { printed: run.stdout + run.stderr, shown };
}

test.each<[string, string, Record<string, string>, string]>([
  ['a file by itself', 'a.py', { 'a.py': `HELLO = 1\n${SAY}` }, 'a.py'],
  ['one whose name begins with a dash', '-a.py', { '-a.py': `HELLO = 1\n${SAY}` }, './-a.py'],
  ['beside a module', 'src/a.py', { 'src/a.py': `from b import HELLO\n${SAY}`, 'src/b.py': 'HELLO = 1' }, 'src/a.py'],
  ['a package', 'p/__main__.py', { 'p/__main__.py': `from .b import HELLO\n${SAY}`, 'p/b.py': 'HELLO = 1' }, '-m p'],
  [
    'a module of a package',
    'p/a.py',
    { 'p/a.py': `from .b import HELLO\n${SAY}`, 'p/b.py': 'HELLO = 1', 'p/__init__.py': '' },
    '-m p.a',
  ],
  [
    'a package in a folder',
    'src/p/a.py',
    { 'src/p/a.py': `from .b import HELLO\n${SAY}`, 'src/p/b.py': 'HELLO = 1' },
    '-m p.a',
  ],
  [
    'a package within a package',
    'p/q/a.py',
    { 'p/q/a.py': `from ..b import HELLO\n${SAY}`, 'p/b.py': 'HELLO = 1' },
    '-m p.q.a',
  ],
  [
    'what is a package as a whole',
    'a.py',
    { 'a.py': `from .b import HELLO\n${SAY}`, 'b.py': 'HELLO = 1' },
    '-m submission.a',
  ],
  [
    'a module that is named from the top',
    'p/a.py',
    { 'p/a.py': `from p.b import HELLO\n${SAY}`, 'p/b.py': 'HELLO = 1' },
    'p/a.py',
  ],
  [
    'a module that is named from a folder on the way',
    'src/p/a.py',
    { 'src/p/a.py': `import p.b\nfrom p.b import HELLO\n${SAY}`, 'src/p/b.py': 'HELLO = 1' },
    'src/p/a.py',
  ],
])('%s runs, and is told its arguments', async (_, path, files, shown) => {
  expect(await started(path, files)).toEqual({ printed: '__main__ 1 server\n', shown });
});
