import { expect, test } from 'vitest';
import { UsageError } from '../usage-error.js';
import { Manifest } from './manifest.js';

const file = (path: string, text = '') => ({ path, text, executable: false });
const read = (text: string) => Manifest.read([file('netgrade.yml', text)]);
const files = [file('a.py', 'a = 1'), file('b.py', 'b = 1'), file('c.py'), file('notes.txt', 'x'), file('sub/d.py')];
const nobody = { server: [], client: [], script: [] };

async function cast(text: string): Promise<Record<string, string[]>> {
  const found = (await read(text)).castOver(
    { ...nobody, client: [{ path: 'c.py', language: 'python', text: '' }] },
    files,
  );
  return Object.fromEntries(
    Object.entries(found).map(([role, programs]) => [role, programs.map((program) => program.path)]),
  );
}

test('a submission without a manifest is as it was guessed', async () => {
  const manifest = await Manifest.read(files);
  const guess = { ...nobody, server: [{ path: 'a.py', language: 'python' as const, text: '' }] };
  expect(manifest.castOver(guess, files)).toEqual(guess);
  expect([manifest.argsOf('server'), manifest.inputOf('client')]).toEqual([undefined, undefined]);
});

test('a manifest counts only beside the programs, not in a folder of them', async () => {
  const manifest = await Manifest.read([file('sub/netgrade.yml', 'server: [')]);
  expect(manifest.argsOf('server')).toBeUndefined();
});

test.each<[string, Record<string, string[]>]>([
  ['server: a.py\n', { server: ['a.py'], client: ['c.py'], script: [] }],
  ['server: a.py\nclient: b.py\n', { server: ['a.py'], client: ['b.py'], script: [] }],
  ['client: {file: [b.py, a.py]}\n', { server: [], client: ['b.py', 'a.py'], script: [] }],
  ['client: {file: sub/d.py}\n', { server: [], client: ['sub/d.py'], script: [] }],
  ['client: {input: [hello]}\n', { server: [], client: ['c.py'], script: [] }],
  ['', { server: [], client: ['c.py'], script: [] }],
  ['# nothing yet\n', { server: [], client: ['c.py'], script: [] }],
])('%j has the word over the guess', async (text, expected) => {
  expect(await cast(text)).toEqual(expected);
});

test('arguments and lines to type are texts, also where they were written as numbers', async () => {
  const manifest = await read('server: {args: [--port, 5550, "{host}"]}\nclient: {input: [5, +, 6]}\n');
  expect(manifest.argsOf('server')).toEqual(['--port', '5550', '{host}']);
  expect(manifest.inputOf('client')).toEqual(['5', '+', '6']);
  expect(manifest.inputOf('server')).toBeUndefined();
});

test.each([
  ['server: [', /^netgrade\.yml is not YAML: .+/],
  [
    'sever: a.py',
    /^netgrade\.yml: .*sever.*It may have server, client and script, each a file name or \{file, args, input\}\.$/,
  ],
  ['server: 7', /^netgrade\.yml: server: /],
  ['server: {fil: a.py}', /^netgrade\.yml: server: /],
  ['client: {args: hello}', /^netgrade\.yml: client/],
  ['- server', /^netgrade\.yml: the file: /],
  ['hello', /^netgrade\.yml: the file: /],
])('%j is refused in words', async (text, words) => {
  const refusal = await read(text).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UsageError);
  expect((refusal as Error).message).toMatch(words);
});

test.each(['nobody.py', '../a.py', './a.py', '/etc/passwd', 'sub', ''])(
  'a program named %j, which was not handed in, is refused in words',
  async (name) => {
    await expect(cast(`server: ${JSON.stringify(name)}`)).rejects.toThrow(
      new UsageError(`netgrade.yml says that the server is "${name}", but there is no such file.`),
    );
  },
);

test('a file that is no program is refused in words', async () => {
  await expect(cast('script: notes.txt')).rejects.toThrow(
    new UsageError('netgrade.yml says that the script is "notes.txt", but that is no program in a language we know.'),
  );
});

test.each<[string, string]>([
  ['a hundred thousand brackets', `server: ${'['.repeat(100_000)}`],
  ['brackets that fit', `server: ${'['.repeat(16_000)}`],
  ['names without an end', `${'a'.repeat(16_000)}: 1`],
  [
    'lists of lists of lists',
    `a: &a [x, x, x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefg'[at]}`)}]\n`).join('')}`,
  ],
  ['a name that every object has', '__proto__: {file: a.py}\nconstructor: a.py\n'],
  ['an argument that no command can have', 'server: {file: a.py, args: ["a\\0b"]}'],
])('%s are refused in few words', async (_, text) => {
  const refusal = await read(text).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UsageError);
  expect((refusal as Error).message.length).toBeLessThan(600);
  expect(Object.keys({})).toEqual([]);
});

test('a program that is named a thousand times is one', async () => {
  expect(await cast(`client: {file: [${Array(1000).fill('a.py')}]}`)).toMatchObject({ client: ['a.py'] });
});
