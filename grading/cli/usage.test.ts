import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../harness/package-root.js';
import { toolVersion } from '../tool-name.js';
import { netgrade } from './test/netgrade.js';

describe('wrong usage', () => {
  test.concurrent.each([
    [[], 'Which command?'],
    [['--bogus'], '"--bogus" stands without a command'],
    [['chek'], 'There is no command "chek". Did you mean "check"?'],
    [['udp-hello'], 'There is no command "udp-hello"'],
    [['check'], 'Something is missing: netgrade check <id> [path].'],
    [['check', 'udp-helo'], 'There is no assignment "udp-helo". Did you mean "udp-hello"?'],
    [['check', 'udp-hello', '/no/such/folder'], 'There is no file or folder "/no/such/folder".'],
    [['check', 'udp-hello', 'a', 'b'], '"b" is one thing too many'],
    [['check', 'udp-hello', '--bogus'], '"netgrade check" has no option "--bogus".'],
    [['check', 'udp-hello', '--role', 'servr'], '--role cannot be "servr". It is one of: server, client, script.'],
    [['check', 'udp-hello', '--role', 'script'], '"udp-hello" has no script. It has: server, client.'],
    [['check', 'udp-hello', '--only', 'sings'], '"udp-hello" has no check "sings". It has: answers-a-datagram,'],
    [['check', 'udp-hello', '--seed'], '--seed needs a value.'],
    [['check', 'udp-hello', '--seed', '1', '--seed', '2'], '--seed may be given once only.'],
    [['check', 'udp-hello', '--option', 'fast'], '"udp-hello" has no option "fast".'],
    [['check', 'udp-hello', '--option', 'fast=maybe'], 'write fast=true or fast=false'],
    [['check', 'udp-hello', '--assignments', '/no/such'], 'There is no folder "/no/such" for --assignments.'],
    [['check', 'udp-hello', '--json', '--format', 'tap'], '--json and --format cannot be given together.'],
    [['check', 'udp-hello', '--format', 'tex'], '--format cannot be "tex". It is one of: text, json, junit,'],
    [['check', 'udp-hello', '--output', 'x.json'], '--output needs --json or --format'],
    [['check', 'udp-hello', '--json', '--output', '/no/such/x.json'], 'cannot be written: its folder does not exist'],
    [['check', 'udp-hello', '--json', '--output', '/tmp'], '"/tmp" is a folder; name a file in it'],
    [['check', 'udp-hello', '--json', '--watch'], '--watch keeps the terminal for the report'],
    [['check', 'udp-hello', '--report', '/proc/version'], '--report "/proc/version" cannot be written'],
    [['check', 'udp-hello', '/no/such/folder', '--watch'], 'There is no file or folder "/no/such/folder".'],
    [
      ['check', 'udp-hello', '-ali'],
      'There is no option "-ali". Options have two dashes: "--ali"; a path is "./-ali".',
    ],
    [['check', 'udp-hello', '--', '-ali'], 'There is no file or folder "./-ali".'],
    [['grade', 'udp-hello', 'x', '--gradebook', 'moodle'], '--gradebook needs --template too.'],
    [['show', 'tcp'], 'There is no assignment "tcp".'],
    [['init', 'udp-hello', '--lang', 'cobol'], '"udp-hello" has no starter in "cobol".'],
    [['peer', 'udp-hello'], 'Something is missing'],
    [['peer', 'udp-hello', '--role', 'server', '--port', '70000'], '--port 70000: a port is a whole number'],
    [['peer', 'udp-hello', '--role', 'script'], '"udp-hello" has no script.'],
    [['new', 'My Task'], 'write lower-case words with hyphens'],
    [['audit', 'udp-hello', '--jobs', '0'], '--jobs: give a whole number from 1 on.'],
    [['emit', 'junit', '/no/such.json'], 'There is no file "/no/such.json".'],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await netgrade(args, { cwd: tmpdir() });
    expect(stderr).toMatch(/^netgrade: .+\n$/);
    expect(stderr).toContain(sentence);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('help', () => {
  test('lists every command', async () => {
    const { code, stdout } = await netgrade(['--help']);
    for (const command of 'list show init check grade demo peer doctor audit new export emit'.split(' ')) {
      expect(stdout).toContain(`netgrade ${command}`);
    }
    expect(code).toBe(0);
  });

  test.concurrent.each('list show init check grade demo peer doctor audit new export emit'.split(' '))(
    '%s shows examples',
    async (command) => {
      const { code, stdout } = await netgrade([command, '--help']);
      expect(stdout).toMatch(new RegExp(`Examples:\\n +netgrade ${command}`));
      expect(code).toBe(0);
    },
  );

  test('the shell completes commands, options and assignments', async () => {
    const offered = async (...line: string[]) =>
      (await netgrade(['--get-yargs-completions', 'netgrade', ...line])).stdout.split('\n');
    expect(await offered('ch')).toContain('check');
    expect(await offered('check', 'udp')).toEqual(expect.arrayContaining(['udp-hello', 'tcp-words']));
    expect(await offered('check', 'udp-hello', '--fo')).toContain('--format');
    expect((await netgrade(['completion'])).stdout).toContain('netgrade');
  });

  test('the version is told with hardly more work than starting Node takes: next to nothing is loaded', async () => {
    const coverage = await mkdtemp(join(tmpdir(), 'netgrade-loaded-'));
    try {
      const main = join(packageRoot, 'dist', 'grading', 'cli', 'main.js');
      const env = { NODE_V8_COVERAGE: coverage };
      expect((await execa(process.execPath, [main, '--version'], { env })).stdout).toBe(toolVersion);
      const [report] = await readdir(coverage);
      const { result } = JSON.parse(await readFile(join(coverage, report!), 'utf8')) as { result: { url: string }[] };
      const loaded = result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
      expect(loaded).toContain(pathToFileURL(main).href);
      expect(loaded.length).toBeLessThan(10);
    } finally {
      await rm(coverage, { recursive: true });
    }
  });
});
