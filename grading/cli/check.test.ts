import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.js';
import type { Result } from '../result/result.js';
import { folderWith, netgrade, sample, startNetgrade, until } from './test/netgrade.js';

const lecture = sample('udp-hello', 'lecture');
const echo = sample('udp-hello', 'echo-server');

async function publishedSchema() {
  const path = join(packageRoot, 'dist', 'grading', 'result', 'result-v1.schema.json');
  const ajv = new Ajv2020({ allErrors: true, formats: { 'date-time': true } });
  return ajv.compile(JSON.parse(await readFile(path, 'utf8')));
}

describe('netgrade check', () => {
  test("the lecture's own programs get full marks; exit code 0", async () => {
    const { code, stdout, stderr } = await netgrade(['check', 'udp-hello', lecture]);
    expect(stdout).toMatch(/^A greeting over UDP {2}lecture +100 of 100\n/);
    expect(stdout).toContain('All 11 checks passed.');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('a wrong program loses points and is told why; exit code 1', async () => {
    const { code, stdout } = await netgrade(['check', 'udp-hello', echo, '--role', 'server']);
    expect(stdout).toContain('45 of 50');
    expect(stdout).toContain('The server sent back the very text that it received.');
    expect(stdout).not.toContain('The client');
    expect(code).toBe(1);
  });

  test('the folder in which it is called is the submission, and gives it its name', async () => {
    const { stdout } = await netgrade(['check', 'udp-hello', '--only', 'answers-a-datagram'], { cwd: lecture });
    expect(stdout).toMatch(/^A greeting over UDP {2}lecture +15 of 15\n/);
  });

  test('a single file is a submission too', async () => {
    const only = ['--only', 'answers-a-datagram'];
    const { code, stdout } = await netgrade(['check', 'udp-hello', join(lecture, 'server.py'), ...only]);
    expect(stdout).toMatch(/server\.py +15 of 15/);
    expect(code).toBe(0);
  });

  test('--json prints one document, nothing else, and it satisfies the published schema', async () => {
    const validate = await publishedSchema();
    const { code, stdout } = await netgrade(['check', 'udp-hello', echo, '--json', '--seed', 'abc']);
    const result = JSON.parse(stdout) as Result;
    expect(validate(result), JSON.stringify(validate.errors)).toBe(true);
    expect(result).toMatchObject({ assignment: 'udp-hello', seed: 'abc', score: 95, maxScore: 100, state: 'graded' });
    expect(result.submission).toEqual({ name: 'echo-server', files: ['client.js', 'server.js'] });
    expect(validate({ ...result, score: '95' })).toBe(false);
    expect(validate({ ...result, more: 1 })).toBe(false);
    expect(code).toBe(1);
  });

  test('the same seed sends the same words, another seed others', async () => {
    const sent = async (seed: string): Promise<string> => {
      const { stdout } = await netgrade([
        'check',
        'udp-hello',
        echo,
        '--only',
        'greets-in-its-own-words',
        '--json',
        '--seed',
        seed,
      ]);
      const { checks } = JSON.parse(stdout) as Result;
      return checks.find(({ id }) => id === 'greets-in-its-own-words')!.cause!.sent!.text;
    };
    const [first, again, other] = await Promise.all([sent('one'), sent('one'), sent('two')]);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  test('--verbose draws the exchange of each check', async () => {
    const { stdout } = await netgrade(['check', 'udp-hello', lecture, '--only', 'answers-a-datagram', '--verbose']);
    expect(stdout).toMatch(/◄─+ “hello [a-z ]+” → :5550 ─+│/);
    expect(stdout).toMatch(/│─+ “Hello Client” → :\d+ ─+►│/);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /The same again: netgrade check udp-hello \S+\/submissions\/lecture --only answers-a-datagram --seed /,
    );
  });
});

describe('what is no program', () => {
  const score = async (files: Record<string, string | Buffer>) => {
    const folder = await folderWith(files);
    const { code, stdout, stderr } = await netgrade(['check', 'udp-hello', folder, '--json']);
    return { code, stderr, result: JSON.parse(stdout) as Result };
  };

  test('an empty folder is graded: 0 of 100', async () => {
    const { code, result } = await score({});
    expect(result).toMatchObject({ score: 0, maxScore: 100, state: 'graded' });
    expect(result.checks[0]!.cause).toMatchObject({
      code: 'no-program',
      summary: 'The folder is empty: there is no program in it.',
    });
    expect(code).toBe(1);
  });

  test('a binary and a text file are no program', async () => {
    const { code, result } = await score({ 'photo.jpg': Buffer.from([0xff, 0xd8, 0, 1, 2]), 'notes.txt': 'hello' });
    expect(result).toMatchObject({ score: 0, state: 'graded' });
    expect(result.checks[0]!.cause!.summary).toBe(
      'No server was found. photo.jpg is a picture: hand in the program itself.',
    );
    expect(code).toBe(1);
  });

  test('a program that does not parse is told its line', async () => {
    const { code, result } = await score({ 'server.py': 'import socket\ns = socket.socket(\ns.bind(("", 5550)\n' });
    expect(result).toMatchObject({ score: 0, state: 'graded' });
    expect(result.checks[0]!.cause!.code).toBe('does-not-build');
    expect(result.checks[0]!.cause!.summary).toMatch(/SyntaxError.*server\.py, line \d/);
    expect(code).toBe(1);
  });

  test('a manifest that names a file that is not there is told to each role, and costs the points', async () => {
    const { code, result } = await score({ 'netgrade.yml': 'server: sevrer.py\n', 'server.py': 'pass' });
    expect(result).toMatchObject({ score: 0, state: 'graded' });
    const why = 'netgrade.yml says that the server is "sevrer.py", but there is no such file.';
    const told = (role: string) =>
      result.checks.filter((check) => check.role === role).map((check) => check.explanation);
    for (const role of ['server', 'client']) expect(new Set(told(role))).toEqual(new Set([why]));
    expect(code).toBe(1);
  });
});

describe('where results go', () => {
  test('--output grows with each check, and is finished at the end; the report is printed', async () => {
    const output = join(await folderWith(), 'results.json');
    const running = startNetgrade(['check', 'udp-hello', lecture, '--format', 'gradescope', '--output', output]);
    const read = async () => JSON.parse(await readFile(output, 'utf8').catch(() => '{}'));
    await until(async () => (await read()).tests !== undefined, 'a first, unfinished document', 50_000);
    const early = await read();
    const { exitCode, stdout } = await running;
    expect(early.extra_data.netgrade.complete).toBe(false);
    expect(early.output).toMatch(/has not finished/);
    expect(await read()).toMatchObject({ score: 100, extra_data: { netgrade: { complete: true } } });
    expect(stdout).toContain('100 of 100');
    expect(exitCode).toBe(0);
  });

  test('--json --output writes the whole result', async () => {
    const output = join(await folderWith(), 'result.json');
    const only = ['--only', 'answers-a-datagram'];
    const { stdout } = await netgrade(['check', 'udp-hello', lecture, ...only, '--json', '--output', output]);
    const validate = await publishedSchema();
    expect(validate(JSON.parse(await readFile(output, 'utf8')))).toBe(true);
    expect(stdout).toContain('15 of 15');
  });

  test('--format alone prints the document and nothing else', async () => {
    const { stdout } = await netgrade([
      'check',
      'udp-hello',
      lecture,
      '--only',
      'answers-a-datagram',
      '--format',
      'tap',
    ]);
    expect(stdout).toMatch(/^TAP version 14\n1\.\.1\nok 1 /);
  });

  test('--report writes page, text, result and a capture for each check', async () => {
    const folder = join(await folderWith(), 'new', 'report');
    await netgrade([
      'check',
      'udp-hello',
      lecture,
      '--only',
      'prints-the-reply',
      '--role',
      'client',
      '--report',
      folder,
    ]);
    expect((await readdir(folder)).sort()).toEqual([
      'client-prints-the-reply.pcapng',
      'client-sends-a-greeting.pcapng',
      'index.html',
      'report.txt',
      'result.json',
    ]);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toContain('<title>25/25');
    expect(await readFile(join(folder, 'report.txt'), 'utf8')).toContain('25 of 25');
    // A section header block begins every capture (draft-ietf-opsawg-pcapng).
    const capture = await readFile(join(folder, 'client-prints-the-reply.pcapng'));
    expect(capture.readUInt32LE(0)).toBe(0x0a0d0d0a);
    expect(capture.includes('hello Server')).toBe(true);
  });

  test('in a GitHub workflow the report cannot give commands to the runner', async () => {
    const folder = await folderWith({
      'server.py': 'print("::error::owned", flush=True)\nraise SystemExit("::warning::owned")\n',
    });
    const { stdout } = await netgrade(['check', 'udp-hello', folder, '--role', 'server'], {
      env: { GITHUB_ACTIONS: 'true' },
    });
    const [, token] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(stdout) ?? [];
    expect(token).toBeDefined();
    expect(stdout.trimEnd().endsWith(`::${token}::`)).toBe(true);
    const other = await netgrade(['check', 'udp-hello', folder, '--role', 'server', '--format', 'github'], {
      env: { GITHUB_ACTIONS: 'true' },
    });
    expect(other.stdout).not.toContain('::stop-commands::');
  });

  test('Ctrl-C ends it at once, with no process left', async () => {
    const marker = `sleeps-${process.pid}-${Date.now()}`;
    const folder = await folderWith({
      'server.py': `import time\n# ${marker}\ntime.sleep(600)\n`,
      [`${marker}.txt`]: '',
    });
    const running = startNetgrade(['check', 'udp-hello', folder, '--isolation', 'auto']);
    const tree = () => descendants(running.pid!);
    await until(async () => (await tree()).some((line) => line.includes('server.py')), 'the program');
    const before = await tree();
    running.kill('SIGINT');
    const { exitCode, stderr } = await running;
    expect(exitCode).toBe(130);
    expect(stderr).toContain('Stopped.');
    await until(async () => (await alive(before)).length === 0, 'the end of every process', 5_000);
  });
});

/** The processes below one, as `pid command`. */
async function descendants(root: number): Promise<string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const table = await Promise.all(
    ids.map(async (id) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      const command = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      return {
        id: Number(id),
        parent: Number(/^PPid:\t(\d+)/m.exec(status)?.[1]),
        command: command.replaceAll('\0', ' '),
      };
    }),
  );
  const below = (id: number): typeof table =>
    table.filter(({ parent }) => parent === id).flatMap((one) => [one, ...below(one.id)]);
  return below(root).map(({ id, command }) => `${id} ${command}`);
}

async function alive(processes: string[]): Promise<string[]> {
  const there = await Promise.all(
    processes.map((line) =>
      stat(`/proc/${line.split(' ')[0]}`).then(
        () => [line],
        () => [],
      ),
    ),
  );
  return there.flat();
}
