import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseManifest } from '../../harness/run/parse-manifest.js';
import { folderWith, netgrade, startNetgrade, until } from './test/netgrade.js';

describe('netgrade list and show', () => {
  test('list shows every assignment with its roles and points', async () => {
    const { code, stdout } = await netgrade(['list']);
    expect(stdout).toMatch(/^udp-calculator +A calculator over UDP +server 50, client 50$/m);
    expect(code).toBe(0);
    const listed = JSON.parse((await netgrade(['list', '--json'])).stdout) as {
      id: string;
      roles: { points: number }[];
    }[];
    expect(listed.length).toBeGreaterThanOrEqual(6);
    for (const { id, roles } of listed) {
      expect(stdout).toContain(id);
      expect(roles.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    }
  });

  test('show tells the task and each check with its points, rule and kind', async () => {
    const { stdout } = await netgrade(['show', 'udp-calculator']);
    expect(stdout).toContain('Write a calculator over UDP: the client sends a computation');
    expect(stdout).toMatch(
      / 12 {2}answers an addition with its result\n +adds: Lecture, "Calculator Server \(HW\)": 5 \+ 6 = 11/,
    );
    expect(stdout).toMatch(/answers a division by zero.*\(robust\)/);
    expect(stdout).toMatch(/How it is handed in\n\nWrite in Python 3, JavaScript, /);
    expect(stdout).toContain('--option integer-division');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('--markdown is a page to publish, --json holds the same', async () => {
    const { stdout } = await netgrade(['show', 'udp-hello', '--markdown']);
    expect(stdout).toMatch(/^# A greeting over UDP\n/);
    expect(stdout).toMatch(/^\| 15 \| sends a reply to the address the datagram came from \| /m);
    const [, manifest = ''] = /```yaml\n(.*?)```/s.exec(stdout) ?? [];
    expect(Object.keys(parseManifest(manifest, 'the example'))).toEqual(['server', 'client']);
    const shown = JSON.parse((await netgrade(['show', 'udp-hello', '--json'])).stdout);
    expect(shown).toMatchObject({
      id: 'udp-hello',
      transport: 'udp',
      roles: [
        { role: 'server', points: 50 },
        { role: 'client', points: 50 },
      ],
    });
  });
});

describe("an instructor's own assignment", () => {
  test('new writes one that is listed, begun, graded, audited and shown, also with hidden checks', async () => {
    const cwd = await folderWith();
    const run = (...args: string[]) => netgrade(args, { cwd });
    const own = ['--assignments', 'tasks'];

    const made = await run('new', 'udp-shout', '--dir', 'tasks');
    expect(made.stdout).toContain('netgrade audit udp-shout --assignments tasks');
    expect((await run('new', 'udp-shout', '--dir', 'tasks')).stderr).toContain('is there already and is not empty');
    expect((await run('list', ...own)).stdout).toMatch(/^udp-shout +Capital letters over UDP +server 100$/m);

    expect((await run('init', 'udp-shout', 'mine', ...own)).stdout).toContain(
      'netgrade check udp-shout mine --watch --assignments tasks',
    );
    expect(await readdir(join(cwd, 'mine'))).toEqual(['server.py']);
    await writeFile(join(cwd, 'mine', 'server.py'), 'my work');
    expect((await run('init', 'udp-shout', 'mine', ...own)).stderr).toContain('"mine/server.py" is there already');
    expect(await readFile(join(cwd, 'mine', 'server.py'), 'utf8')).toBe('my work');
    expect((await run('init', 'udp-shout', 'mine', '--force', ...own)).code).toBe(0);
    expect(await readFile(join(cwd, 'mine', 'server.py'), 'utf8')).toContain('SOCK_DGRAM');
    expect((await run('check', 'udp-shout', 'mine', ...own)).code).toBe(1);

    const audit = await run('audit', 'udp-shout', '--jobs', '3', '--json', ...own);
    expect(JSON.parse(audit.stdout)).toMatchObject({
      passed: true,
      assignments: [{ id: 'udp-shout', problems: [], programs: [{ name: 'reference', score: 100 }, {}, {}] }],
    });
    expect(audit.code).toBe(0);

    const declaration = join(cwd, 'tasks', 'udp-shout', 'assignment.ts');
    await writeFile(
      declaration,
      (await readFile(declaration, 'utf8')).replace('points: 60,', 'points: 60, hidden: true,'),
    );
    const shown = await run('show', 'udp-shout', ...own);
    expect(shown.stdout).toContain('60  one more check, not shown');
    expect(shown.stdout).not.toContain('answers-in-capitals');
    const wrong = join('tasks', 'udp-shout', 'submissions', 'repeats-the-text');
    const report = await run('check', 'udp-shout', wrong, '--report', 'report', ...own);
    expect(report.stdout).toContain('40 of 100');
    const published = await Promise.all(
      (await readdir(join(cwd, 'report'))).map((name) => readFile(join(cwd, 'report', name), 'latin1')),
    );
    for (const text of [report.stdout, ...published])
      expect(text).not.toMatch(/capital letters"|answers-in-capitals|as it was/);
  });

  test('an audit says which check catches nobody, who is wronged, and what changed', async () => {
    const cwd = await folderWith();
    await netgrade(['new', 'udp-shout', '--dir', 'tasks'], { cwd });
    const submissions = join(cwd, 'tasks', 'udp-shout', 'submissions');
    const index = await readFile(join(submissions, 'index.yml'), 'utf8');
    await writeFile(
      join(submissions, 'index.yml'),
      index
        .replace('# right:', 'right:\n  repeats-the-text: Really wrong.\n# right:')
        .replace(/ {2}repeats-the-text:\n {4}mistake[\s\S]*$/, ''),
    );
    const { code, stdout } = await netgrade(['audit', 'udp-shout', '--jobs', '3', '--assignments', 'tasks'], { cwd });
    expect(stdout).toContain('Unfair: the right program "repeats-the-text" loses server/answers-in-capitals.');
    expect(stdout).toContain('Weak: no wrong program fails server/answers-in-capitals.');
    expect(stdout).toMatch(/replies-to-a-constant-port +0 {2}✗ {2}–/);
    expect(code).toBe(1);
  });

  test.each([
    ['points: 60', 'points: 50', 'the points of all checks without the bonus must add up to 100, not 90'],
    ["needs: 'replies-to-the-asker'", "needs: 'nothing'", 'needs must name a check that stands before it'],
    ['export default', 'export const task =', 'an assignment must be an object'],
    ['checks({', 'checks(((', 'cannot be loaded'],
  ])('%j written as %j is refused with the file and the field', async (right, wrong, sentence) => {
    const cwd = await folderWith();
    await netgrade(['new', 'udp-shout', '--dir', 'tasks'], { cwd });
    const declaration = join(cwd, 'tasks', 'udp-shout', 'assignment.ts');
    await writeFile(declaration, (await readFile(declaration, 'utf8')).replace(right, wrong));
    const { code, stderr } = await netgrade(['show', 'udp-shout', '--assignments', 'tasks'], { cwd });
    expect(stderr).toMatch(/^netgrade: .*udp-shout\/assignment\.ts/);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});

describe('netgrade demo, peer and doctor', () => {
  test('demo shows what crosses the wire between the reference programs and ours', async () => {
    const { code, stdout } = await netgrade(['demo', 'udp-hello']);
    expect(stdout).toContain('the reference programs: 100 of 100');
    expect(stdout).toMatch(/◄─+ “hello/);
    expect(stdout).toContain('netgrade demo udp-hello --all');
    expect(code).toBe(0);
  });

  test('peer runs our server on the port of choice until Ctrl-C, and refuses one in use', async () => {
    const other = createSocket('udp4').bind(0, '127.0.0.1');
    await once(other, 'listening');
    const used = String((other.address() as AddressInfo).port);
    const refused = await netgrade(['peer', 'udp-hello', '--role', 'server', '--port', used]);
    expect(refused.stderr).toContain(`port ${used} cannot be had: something else uses it`);
    expect(refused.code).toBe(2);
    await new Promise<void>((closed) => other.close(closed));

    const running = startNetgrade(['peer', 'udp-hello', '--role', 'server', '--port', used]);
    let printed = '';
    running.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
    await until(() => printed.includes('Waiting for datagrams'), 'the server');
    const client = createSocket('udp4');
    const reply = once(client, 'message');
    client.send('hello from a test', Number(used), '127.0.0.1');
    expect(String((await reply)[0])).toMatch(/hello/i);
    client.close();
    await until(() => printed.includes('hello from a test'), 'its print');
    running.kill('SIGTERM');
    expect((await running).exitCode).toBe(0);
  });

  test('doctor names what is there and what is not, and agrees with its exit code', async () => {
    const { code, stdout } = await netgrade(['doctor', '--json']);
    const { ready, isolation, capabilities } = JSON.parse(stdout);
    expect(code).toBe(ready ? 0 : 1);
    expect(capabilities.find((one: { capability: string }) => one.capability === 'node')).toMatchObject({ have: true });
    expect(isolation).toMatch(/^(full\+cgroup|full|root|util-linux|container|none)$/);
    // A machine without Python: nothing on the path but Node.
    const bare = await netgrade(['doctor'], { env: { PATH: '/nowhere', NETGRADE_PYTHON: '/nowhere/python3' } });
    expect(bare.stdout).toMatch(/✗ python +Submissions in Python cannot be graded\.\n +\S/);
    expect(bare.code).toBe(1);
  });
});
