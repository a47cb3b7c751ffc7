import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeTree } from '../arena/remove-tree.js';
import { packageRoot } from '../package-root.js';

/**
 * What Docker's usual containers are to a program: processes, network and mounts of its own, root without the right to open namespaces, to
 * mount or to look into other users' processes.
 */
const CAPABILITIES =
  'chown dac_override fowner fsetid kill setgid setuid setpcap net_bind_service net_raw sys_chroot mknod audit_write setfcap';
const CONTAINER = `ip link set lo up && mount -t tmpfs tmpfs /dev/shm && exec setpriv --bounding-set=-all,${CAPABILITIES.split(
  ' ',
)
  .map((name) => `+${name}`)
  .join(',')} --inh-caps=-all -- "$@"`;

const SERVE = `
const socket = require('node:dgram').createSocket('udp4');
socket.on('message', (data, from) => {
  console.log(String(data), from.address, from.port);
  socket.send('Hello, whoever you are', from.port, from.address);
});
socket.bind(5550, '127.0.0.1');
`;

/** Leaves a process that holds the port, files for others, and a link in the place of its folder; says what it reached. */
const HOSTILE = (victim: string, then = SERVE) => `
const fs = require('node:fs');
const attempt = (name, action) => { try { action(); console.log('did', name); } catch (error) { console.log('refused', name, error.code); } };
const own = process.cwd();
attempt('daemon', () => require('node:child_process').spawn(process.execPath, ['-e', \`
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, () => {});
  const s = require('node:dgram').createSocket('udp4'); s.on('error', () => setTimeout(bind, 20)); const bind = () => s.bind(5550); bind(); setInterval(() => {}, 1e6);
\`], { detached: true, stdio: 'ignore' }).unref());
attempt('leave', () => { fs.mkdirSync('/dev/shm/left'); fs.writeFileSync('/dev/shm/left/answers', 'x'); });
attempt('deep', () => { for (let i = 0; i < 40; i++) { fs.mkdirSync('d'.repeat(200)); process.chdir('d'.repeat(200)); } });
attempt('move', () => { fs.renameSync(own, own + '-moved'); fs.symlinkSync('${victim}', own); });
attempt('results', () => fs.readdirSync('${victim}/../results'));
for (const id of fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name) && Number(name) !== process.pid))
  try { if (fs.readFileSync('/proc/' + id + '/environ', 'utf8').includes('planted-secret')) console.log('did read a secret'); } catch {}
${then}`;

/** Runs a command in such a container; the shell above it has a secret in its environment. */
async function inContainer(command: string[], cwd: string): Promise<{ stdout: string }> {
  const namespaces = [
    '--mount',
    '--pid',
    '--ipc',
    '--uts',
    '--net',
    '--fork',
    '--kill-child=KILL',
    '--mount-proc',
    '--',
  ];
  return await promisify(execFile)('unshare', [...namespaces, 'sh', '-c', CONTAINER, 'sh', ...command], {
    cwd,
    env: { ...process.env, PLANTED: 'planted-secret' },
  }).catch((error) => error);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-container-'));
  await chmod(folder, 0o755);
  const victim = join(folder, 'victim');
  await mkdir(victim);
  for (const [name, source] of Object.entries({ 'a-hostile': HOSTILE(victim), 'b-fair': SERVE })) {
    await mkdir(join(folder, 'class', name), { recursive: true });
    await writeFile(join(folder, 'class', name, 'server.js'), source);
  }
});
// Where nobody keeps the hostile one from it, it makes paths that are too long for one call.
afterAll(() => removeTree(folder));

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('in a plain container, as root', () => {
  test('a program gets all that it wants where nobody keeps it from that', async () => {
    const own = join(folder, 'bare', 'own');
    for (const name of ['own', 'victim', 'results']) await mkdir(join(folder, 'bare', name), { recursive: true });
    await writeFile(join(own, 'server.js'), HOSTILE(join(folder, 'bare', 'victim'), 'process.exit();'));
    const { stdout } = await inContainer(['sh', '-c', '"$@"; exit', 'sh', process.execPath, 'server.js'], own);
    for (const name of ['daemon', 'leave', 'deep', 'move', 'results', 'read a secret'])
      expect(stdout).toContain(`did ${name}`);
    expect(await realpath(own)).toBe(join(folder, 'bare', 'victim'));
  });

  test('a fair server is seen and graded, whatever the submission before it left', { timeout: 120_000 }, async () => {
    const grade = ['grade', 'udp-hello', join(folder, 'class'), '--out', join(folder, 'results')];
    const main = join(packageRoot, 'dist', 'grading', 'cli', 'main.js');
    const after = 'ls -A /dev/shm; set -- /proc/[0-9]*; echo $#';
    const graded = [process.execPath, main, ...grade];
    await inContainer(['sh', '-c', `"$@"; { ${after}; } > ${folder}/after`, 'sh', ...graded], folder);
    const results = Object.fromEntries(
      await Promise.all(
        ['a-hostile', 'b-fair'].map(async (name) => [
          name,
          JSON.parse(await readFile(join(folder, 'results', 'students', name, 'result.json'), 'utf8')),
        ]),
      ),
    );
    expect(results['b-fair'].isolation).toBe('container');
    expect(results['b-fair'].checks.filter(({ role }: { role: string }) => role === 'server')).toEqual(
      Array(5).fill(expect.objectContaining({ state: 'pass' })),
    );
    const said = JSON.stringify(results['a-hostile'].checks);
    for (const name of ['daemon', 'leave', 'deep']) expect(said).toContain(`did ${name}`);
    for (const name of ['move', 'results']) expect(said).toContain(`refused ${name} EACCES`);
    expect(said).not.toContain('did read a secret');
    expect(await readdir(join(folder, 'victim'))).toEqual([]);
    // Nothing in memory, and no process but the shell, which counts by itself.
    expect(await readFile(join(folder, 'after'), 'utf8')).toBe('1\n');
  });

  test('doctor says of a Python in a private folder that programs cannot use it', async () => {
    const own = join(folder, 'private', 'own');
    await mkdir(join(folder, 'private'), { mode: 0o700 });
    await promisify(execFile)('python3', ['-m', 'venv', '--without-pip', own]);
    const main = join(packageRoot, 'dist', 'grading', 'cli', 'main.js');
    const python = `NETGRADE_PYTHON=${own}/bin/python`;
    const { stdout } = await inContainer(['env', python, process.execPath, main, 'doctor', '--json'], folder);
    const { isolation, ready, capabilities } = JSON.parse(stdout);
    expect({ isolation, ready }).toEqual({ isolation: 'container', ready: false });
    const row = capabilities.find(({ capability }: { capability: string }) => capability === 'python');
    expect(row).toMatchObject({ have: false });
    expect(row.without).toMatch(/cannot be graded\. \S+\/private\/own lies in a private folder, where /);
  });
});
