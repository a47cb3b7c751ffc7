import { chmod, link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { ORDINARY_UID } from '../arena/test/arenas-under-test.js';
import { UsageError } from '../usage-error.js';
import { readSubmission } from './submission.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-submission-'));
  return () => rm(folder, { recursive: true, force: true });
});

async function put(path: string, text: string | Uint8Array = ''): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const paths = async (path = folder) => (await readSubmission(path)).files.map((file) => file.path);

test('a folder gives its files in order, with their text and their folders before their names', async () => {
  await put('server.py', 's = 1\n');
  await put('client/main.py', 'ç = 2\n');
  const { name, files, notes } = await readSubmission(folder);
  expect(name).toBe(folder.split('/').at(-1));
  expect(files).toEqual([
    { path: 'client/main.py', executable: false, text: 'ç = 2\n' },
    { path: 'server.py', executable: false, text: 's = 1\n' },
  ]);
  expect(notes).toEqual([]);
});

test('a single file is a submission of itself alone', async () => {
  await put('server.py', 's = 1\n');
  await put('secret.py');
  const read = await readSubmission(join(folder, 'server.py'));
  expect(read).toMatchObject({ name: 'server.py', folder, files: [{ path: 'server.py', text: 's = 1\n' }] });
  expect(read.files).toHaveLength(1);
});

test('an empty folder is a submission without files', async () => {
  expect(await paths()).toEqual([]);
});

test('what is not there is refused in words', async () => {
  const missing = join(folder, 'nobody');
  await expect(readSubmission(missing)).rejects.toThrow(
    new UsageError(`There is no file or folder "${missing}". Give the folder that holds your program.`),
  );
});

test('what is neither a file nor a folder is refused in words', async () => {
  const path = join(folder, 'socket');
  const server = createServer().listen(path);
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  await expect(readSubmission(path)).rejects.toThrow(`"${path}" is neither a file nor a folder.`);
  expect((await readSubmission(folder)).notes).toEqual(['"socket" is not a regular file and was passed over.']);
});

test('links inside are never followed, and each is told', async () => {
  await put('server.py');
  await symlink('/etc/passwd', join(folder, 'client.py'));
  await symlink('..', join(folder, 'up'));
  await symlink('nowhere', join(folder, 'z'));
  const { files, notes } = await readSubmission(folder);
  expect(files.map((file) => file.path)).toEqual(['server.py']);
  expect(notes).toEqual(
    ['client.py', 'up', 'z'].map((name) => `"${name}" is a link and was not followed. Hand in the file itself.`),
  );
});

test('a source that gcc would read options from is passed over, wherever it stands, and no other odd name', async () => {
  const odd = ['-Bx.c', '-o/server.py', '@server.py', '@types/index.ts', 'sub/@x.java'];
  for (const name of ['server.py', '@server.c', 'sub/@x.cpp', ...odd]) await put(name);
  const { files, notes } = await readSubmission(folder);
  expect(files.map((file) => file.path).toSorted()).toEqual([...odd, 'server.py'].toSorted());
  expect(notes.toSorted()).toEqual(
    ['@server.c', 'sub/@x.cpp'].map(
      (name) => `"${name}" was passed over: gcc takes a name that begins with @ for a file of options. Rename it.`,
    ),
  );
  expect(await readSubmission(join(folder, '@server.c'))).toMatchObject({ files: [], notes: [expect.any(String)] });
});

test('a name that is no text is passed over; one with the sign that stands for such bytes is read', async () => {
  await put('a\uFFFD.py');
  const named = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);
  await writeFile(named('\xFF.py'), '');
  await mkdir(named('\xFE'));
  const { files, notes } = await readSubmission(folder);
  expect(files.map((file) => file.path)).toEqual(['a\uFFFD.py']);
  expect(notes.toSorted()).toEqual(
    ['\uFFFD', '\uFFFD.py'].map((name) => `"${name}" was passed over: its name is not written in UTF-8. Rename it.`),
  );
});

test('the folder itself may be given by a link, and is called by its own name', async () => {
  await put('real/server.py');
  await symlink('real', join(folder, 'linked'));
  expect(await readSubmission(join(folder, 'linked'))).toMatchObject({ name: 'real', folder: join(folder, 'real') });
});

test('two names of one file are two files', async () => {
  await put('a.py', 'x');
  await link(join(folder, 'a.py'), join(folder, 'b.py'));
  expect(await paths()).toEqual(['a.py', 'b.py']);
});

test('hidden files and what tools leave behind are passed over; settings in .env are not', async () => {
  for (const path of [
    '.git/config',
    '.idea/x.py',
    '.hidden.py',
    'node_modules/a/index.js',
    '__pycache__/a.pyc',
    'venv/bin/x.py',
    '__MACOSX/._a',
    '.env',
    'src/a.py',
  ]) {
    await put(path);
  }
  expect(await paths()).toEqual(['.env', 'src/a.py']);
});

test.each<[string, number[]]>([
  ['UTF-16', [0xff, 0xfe, 0x70, 0, 0x71, 0]],
  ['UTF-16, big end first', [0xfe, 0xff, 0, 0x70, 0, 0x71]],
  ['UTF-16 without its mark', [0x70, 0, 0x71, 0]],
  ['UTF-16, big end first, without its mark', [0, 0x70, 0, 0x71]],
])('the text of a file saved as %s is read', async (_, bytes) => {
  await put('server.py', Buffer.from(bytes));
  expect((await readSubmission(folder)).files[0]?.text).toBe('pq');
});

test('a file that is not text, or too long to be source, keeps its place without its text', async () => {
  await put('binary.py', Buffer.from([0x70, 0, 0x71]));
  await put('exactly.py', Buffer.alloc(512 * 1024, 'a'));
  await put('longer.py', Buffer.alloc(512 * 1024 + 1, 'a'));
  const { files } = await readSubmission(folder);
  expect(files.map((file) => [file.path, file.text?.length])).toEqual([
    ['binary.py', undefined],
    ['exactly.py', 512 * 1024],
    ['longer.py', undefined],
  ]);
});

test('text that is not UTF-8 is still text', async () => {
  await put('latin.py', Buffer.from('# señor\nimport socket\n', 'latin1'));
  const [file] = (await readSubmission(folder)).files;
  expect(file?.text).toContain('import socket');
});

test('more than 32 MiB together are passed over, and each file of it is told', async () => {
  await put('a.bin');
  await truncate(join(folder, 'a.bin'), 32 * 1024 * 1024 - 10);
  await put('b.bin', 'ten bytes.');
  await put('c.bin', '1');
  const { files, notes } = await readSubmission(folder);
  expect(files.map((file) => file.path)).toEqual(['a.bin', 'b.bin']);
  expect(notes).toEqual(['"c.bin" was passed over: a submission may have 400 files and 32 MiB.']);
});

test('more than 400 files are passed over', async () => {
  for (let at = 0; at < 402; at++) await put(`${String(at).padStart(3, '0')}.txt`);
  const { files, notes } = await readSubmission(folder);
  expect([files.length, notes.length]).toEqual([400, 2]);
  expect(notes[0]).toContain('"400.txt"');
});

test('a heap of other files hides no program, and is told in one note', async () => {
  for (let at = 0; at < 500; at++) await put(`${String(at).padStart(3, '0')}.txt`);
  await put('src/server.py', 'import socket');
  await put('zz/netgrade.yml', '');
  const { files, notes } = await readSubmission(folder);
  expect(files).toHaveLength(400);
  expect(files.slice(-2).map((file) => file.path)).toEqual(['src/server.py', 'zz/netgrade.yml']);
  expect(notes).toEqual([
    '102 files ("398.txt" and others) were passed over: a submission may have 400 files and 32 MiB.',
  ]);
});

test('a virtual environment of any name is passed over', async () => {
  await put('server.py', '1');
  await put('my-env/pyvenv.cfg', 'home = /usr/bin');
  await put('my-env/lib/socketserver.py', 'import socket');
  expect((await readSubmission(folder)).files.map((file) => file.path)).toEqual(['server.py']);
});

/** Does something as a user whom the rights of files bind: root is one for its time. */
async function asOrdinaryUser<T>(act: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(ORDINARY_UID);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

test('a folder without the right to read is told, inside another it is passed over', async () => {
  await put('server.py', '1');
  await put('mine/client.py', '1');
  await chmod(folder, 0o755);
  await chmod(join(folder, 'mine'), 0o000);
  const { notes } = await asOrdinaryUser(() => readSubmission(folder));
  expect(notes).toEqual(['"mine" may not be read and was passed over.']);
  await expect(asOrdinaryUser(() => readSubmission(join(folder, 'mine')))).rejects.toThrow(
    '/mine" may not be read by you.',
  );
  await chmod(join(folder, 'mine'), 0o700);
});

test('folders below the eighth are passed over', async () => {
  await put('1/2/3/4/5/6/7/8/deep.py');
  await put('1/2/3/4/5/6/7/8/9/deeper.py');
  const { files, notes } = await readSubmission(folder);
  expect(files.map((file) => file.path)).toEqual(['1/2/3/4/5/6/7/8/deep.py']);
  expect(notes).toEqual(['"1/2/3/4/5/6/7/8/9" lies too deep and was passed over.']);
});

test('whether a file may be executed is kept', async () => {
  await put('server', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]));
  await chmod(join(folder, 'server'), 0o755);
  expect((await readSubmission(folder)).files).toEqual([{ path: 'server', executable: true }]);
});

test('sources of more than 4 MiB together keep their places without their texts, and are told', async () => {
  const names = Array.from({ length: 10 }, (_, number) => `${number}.py`);
  for (const name of names) await put(name, Buffer.alloc(500 * 1024, 'a'));
  const { files, notes } = await readSubmission(folder);
  expect(files.map((file) => file.path)).toEqual(names);
  expect(files.filter((file) => file.text === undefined).map((file) => file.path)).toEqual(['8.py', '9.py']);
  expect(notes[0]).toBe('"8.py" was not looked into: the sources of a submission may have 4 MiB together.');
});
