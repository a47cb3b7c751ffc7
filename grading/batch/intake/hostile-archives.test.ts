import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  temporaryFolder,
  writeTar,
  writeTree,
  zipOf,
  zipOfOneAs,
  zipWithLink,
  zipWithName,
} from '../test/class-folder.js';
import { unpackBare } from '../test/unpack-bare.js';
import type { Class } from './class.js';
import { readClass } from './read-class.js';
import { filesUnder } from './student-files.js';
import { Budget, STUDENT_LIMITS } from './unpack/budget.js';
import { unpack } from './unpack/unpack.js';

const SERVER = 'import socket\ns = socket.socket()\ns.bind(("", 5550))\n';
const EVIL = 'evil';
const MiB = 1024 * 1024;

/** Makes an archive; `outside` is a folder of somebody else's, with `victim.py` in it. */
type Archive = (outside: string) => Promise<Buffer>;

interface Scene {
  root: string;
  /** The archive, and where it is unpacked with nothing to keep it from anything. */
  path: string;
  bare: string;
  workFolder: string;
}

/** A class in which one student handed in the archive and another one an honest one. */
async function classWith(name: string, archive: Archive): Promise<Scene> {
  const root = await temporaryFolder();
  const outside = join(root, 'outside');
  await writeTree({ 'victim.py': 'secret' }, outside);
  const handedIn = { [name]: await archive(outside), 'ben.zip': await zipOf({ 'server.py': SERVER }) };
  await writeTree(handedIn, join(root, 'class'));
  return { root, path: join(root, 'class', name), bare: join(root, 'bare', 'ali'), workFolder: join(root, 'work') };
}

/** The class as it is read here. The honest student notices nothing. */
async function readHere({ root, workFolder }: Scene): Promise<Class & { ali: Class['students'][number] }> {
  const read = await readClass(join(root, 'class'), { workFolder });
  const ben = read.students.find(({ name }) => name === 'ben');
  expect(ben).toMatchObject({ files: ['server.py'], notes: [] });
  return { ...read, ali: read.students.find((student) => student !== ben)! };
}

/** The files that hold what the attacker wrote, and are not below `folder`. */
async function evilBeside(folder: string, { root }: Scene): Promise<string[]> {
  const found: string[] = [];
  for (const path of (await filesUnder(root)).map((file) => join(root, file)))
    if (!path.startsWith(folder + sep) && (await readFile(path, 'utf8')) === EVIL) found.push(path);
  return found;
}

async function bytesUnder(folder: string): Promise<number> {
  const sizes = (await filesUnder(folder)).map(async (file) => (await stat(join(folder, file))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function tarOf(...entries: Parameters<typeof writeTar>[1]): Promise<Buffer> {
  const path = join(await temporaryFolder(), 'made.tar');
  await writeTar(path, entries);
  return readFile(path);
}

const evilZip = (name: string) => zipWithName(name, EVIL);
const evilTar = (name: string) => tarOf({ name, content: EVIL });

describe('an archive that writes beside its folder', () => {
  test.each<[title: string, name: string, archive: Archive, why: string]>([
    ['a zip with ../', 'ali.zip', () => evilZip('../evil.py'), 'leads out'],
    ['a tar with ../', 'ali.tar', () => evilTar('../evil.py'), 'leads out'],
    ['a zip with ../ further on', 'ali.zip', () => evilZip('a/../../evil.py'), 'leads out'],
    ['a zip with ..\\', 'ali.zip', () => evilZip('..\\evil.py'), 'leads out'],
    ['a zip with a whole path', 'ali.zip', (outside) => evilZip(join(outside, 'evil.py')), 'absolute'],
    ['a tar with a whole path', 'ali.tar', (outside) => evilTar(join(outside, 'evil.py')), 'absolute'],
    [
      'a zip with a file behind a link',
      'ali.zip',
      (outside) => zipWithLink('way', outside, { 'way/evil.py': EVIL }),
      'it is a link',
    ],
    [
      'a tar with a file behind a link',
      'ali.tar',
      (outside) => tarOf({ name: 'way', type: 'symlink', linkname: outside }, { name: 'way/evil.py', content: EVIL }),
      'it is a link',
    ],
    [
      'a tar that links to a file and then replaces it',
      'ali.tar',
      (outside) =>
        tarOf({ name: 'a.py', type: 'link', linkname: join(outside, 'victim.py') }, { name: 'a.py', content: EVIL }),
      'it is a link',
    ],
  ])('does so where it is believed, and not here: %s', async (_, name, archive, why) => {
    const scene = await classWith(name, archive);
    await unpackBare(scene.path, scene.bare);
    const reached = await evilBeside(scene.bare, scene);
    expect(reached).toHaveLength(1);
    await writeFile(reached[0]!, 'as if nothing had been');
    const { ali, notUnderstood } = await readHere(scene);
    expect(await evilBeside(ali.folder, scene)).toEqual([]);
    expect(notUnderstood).toEqual([{ path: expect.stringContaining(`${name}/`), why: expect.stringContaining(why) }]);
  });

  // On the systems that we run on it is a name like any other; on the one that it is meant for it is a whole path.
  test('is refused with a path of Windows too', async () => {
    const { ali, notUnderstood } = await readHere(await classWith('ali.zip', () => evilZip('C:\\evil\\evil.py')));
    expect(ali.files).toEqual([]);
    expect(notUnderstood).toEqual([
      { path: expect.stringContaining('ali.zip/'), why: expect.stringContaining('absolute') },
    ]);
  });
});

test.each<[name: string, archive: Archive]>([
  ['ali.zip', (outside) => zipWithLink('a.py', join(outside, 'victim.py'), { 'server.py': SERVER })],
  [
    'ali.tar',
    (outside) =>
      tarOf(
        { name: 'a.py', type: 'symlink', linkname: join(outside, 'victim.py') },
        { name: 'server.py', content: SERVER },
      ),
  ],
])('a link in %s shows somebody’s file where it is believed, and is not made here', async (name, archive) => {
  const scene = await classWith(name, archive);
  await unpackBare(scene.path, scene.bare);
  expect(await readFile(join(scene.bare, 'a.py'), 'utf8')).toBe('secret');
  const { ali, notUnderstood } = await readHere(scene);
  expect(ali.files).toEqual(['server.py']);
  expect(notUnderstood).toEqual([{ path: `${name}/a.py`, why: 'it is a link' }]);
});

describe('a small archive that unpacks to very much', () => {
  const zeros = Buffer.alloc(40 * MiB);
  const copies = Array.from({ length: 40 }, (_, number) => `copy-${10 + number}.txt`);
  test.each<[title: string, name: string, archive: Archive]>([
    ['a zip of zeros', 'ali.zip', () => zipOf({ 'zeros.py': zeros })],
    ['a zip that lists one file many times', 'ali.zip', () => zipOfOneAs(copies, zeros.subarray(0, MiB))],
    [
      'a tar packed with gzip',
      'ali.tar.gz',
      async () => gzipSync(await tarOf({ name: 'zeros.py', content: zeros.toString('latin1') })),
    ],
    ['a file packed with gzip', 'ali.py.gz', async () => gzipSync(zeros)],
  ])('fills the disk where it is believed, and stops at its limit here: %s', async (_, name, archive) => {
    const scene = await classWith(name, archive);
    expect((await stat(scene.path)).size).toBeLessThan(zeros.length / STUDENT_LIMITS.ratio);
    expect(await unpackBare(scene.path, scene.bare)).toBe(zeros.length);
    expect(await bytesUnder(scene.bare)).toBe(zeros.length);
    const { ali, notUnderstood } = await readHere(scene);
    expect(notUnderstood).toEqual([{ path: name, why: expect.stringContaining('times its size') }]);
    expect(ali.unreadable).toBeDefined();
    expect(await bytesUnder(scene.workFolder)).toBeLessThan(STUDENT_LIMITS.ratioFromBytes + MiB);
  });

  test('may hold so many files and no more, which is no bound where it is believed', async () => {
    const limits = { ...STUDENT_LIMITS, entries: copies.length - 1 };
    const { path, bare, workFolder } = await classWith('ali.zip', () => zipOfOneAs(copies, Buffer.from(SERVER)));
    await unpackBare(path, bare);
    expect(await filesUnder(bare)).toHaveLength(copies.length);
    await expect(unpack(path, workFolder, { budget: new Budget(limits), known: [] })).rejects.toThrow(
      /more than 39 files/,
    );
    expect(await filesUnder(workFolder)).toHaveLength(limits.entries);
  });

  test('is damaged where it says that it is small, and gives all that it has where it is believed', async () => {
    const scene = await classWith('ali.zip', async () => {
      const zip = await zipOf({ 'server.py': 'x'.repeat(5000) });
      // Its size when unpacked, in the list of contents.
      zip.writeUInt32LE(10, zip.indexOf(Buffer.from('504b0102', 'hex')) + 24);
      return zip;
    });
    expect(await unpackBare(scene.path, scene.bare)).toBe(5000);
    const { ali, notUnderstood } = await readHere(scene);
    expect(ali.files).toEqual([]);
    expect(notUnderstood).toEqual([{ path: 'ali.zip', why: expect.stringContaining('damaged') }]);
  });

  test('is opened to a depth and no further, while whoever opens all that is in it comes to its end', async () => {
    const nested = async (depth: number): Promise<Buffer> =>
      zipOf(depth === 0 ? { 'server.py': SERVER } : { 'inner.zip': await nested(depth - 1) });
    const deep = await classWith('ali.zip', () => nested(5));
    let { path } = deep;
    for (let depth = 0; depth <= 5; depth += 1) {
      const into = join(deep.bare, String(depth));
      await unpackBare(path, into);
      path = join(into, 'inner.zip');
    }
    expect(await readFile(join(deep.bare, '5', 'server.py'), 'utf8')).toBe(SERVER);
    const { ali, notUnderstood } = await readHere(deep);
    expect(ali.files.filter((file) => file.endsWith('server.py'))).toEqual([]);
    expect(notUnderstood[0]?.why).toContain('archive within 3 archives');
    const shallow = await readHere(await classWith('ali.zip', () => nested(1)));
    expect(shallow.ali.files).toEqual([expect.stringContaining('server.py')]);
  });
});
