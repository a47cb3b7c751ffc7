import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asUser, everyone } from '../arena/test/arenas-under-test.js';
import { packageRoot } from '../package-root.js';

const MODULE = `import { checks, defineAssignment } from 'netgrade';
const title: string = 'Own';
const server = checks({ answers: { title: 'answers', points: 100, rule: 'r', run: async () => undefined } });
export default defineAssignment({ title, lecture: 'None', transport: 'udp', roles: { server } });
`;
const LOADER = join(packageRoot, 'dist', 'harness', 'assignment', 'load-assignment.js');
const LOAD = `const { loadAssignment } = await import(${JSON.stringify(LOADER)});
const place = { id: 'own', folder: process.argv[1], module: process.argv[1] + '/assignment.ts' };
const [one, other, again] = [...(await Promise.all([loadAssignment(place), loadAssignment(place)])), await loadAssignment(place)];
console.log(process.getuid(), one.title, one === other && one === again);`;

let folder: string;
let temporary: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-own-'));
  temporary = await mkdtemp(join(tmpdir(), 'netgrade-shared-'));
  await chmod(folder, 0o755);
  await chmod(temporary, 0o1777);
  await writeFile(join(folder, 'assignment.ts'), MODULE);
});
afterAll(async () => {
  for (const made of [folder, temporary]) await rm(made, { recursive: true });
});

describe.runIf(process.platform === 'linux')('an instructor’s assignment', () => {
  // In an arena of its own every user is root, but the temporary folder is everybody's.
  test.each(everyone)('is loaded once by %s, beside others, and nothing of it is left', async (who) => {
    const asRoot = ['unshare', '--user', '--map-root-user', process.execPath];
    const [command = '', ...args] = [...asUser(who), ...(who === 'root' ? asRoot.slice(-1) : asRoot)];
    const { stdout } = await promisify(execFile)(command, [...args, '--input-type=module', '-e', LOAD, folder], {
      env: { ...process.env, TMPDIR: temporary },
      cwd: '/',
    });
    expect(stdout).toBe('0 Own true\n');
    expect(await readdir(temporary)).toEqual([]);
  });
});
