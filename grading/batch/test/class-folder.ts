import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach } from 'vitest';
import yazl from 'yazl';

const made: string[] = [];
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A fresh folder that is removed after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'netgrade-class-')));
  made.push(folder);
  return folder;
}

/** File contents by path; a path that ends in `/` is an empty folder. */
export type Tree = Record<string, string | Buffer>;

export async function writeTree(tree: Tree, folder?: string): Promise<string> {
  const root = folder ?? (await temporaryFolder());
  for (const [path, content] of Object.entries(tree)) {
    const full = join(root, path);
    if (path.endsWith('/')) await mkdir(full, { recursive: true });
    else {
      await mkdir(dirname(full), { recursive: true });
      await writeFile(full, content);
    }
  }
  return root;
}

const CENTRAL_RECORD = Buffer.from('504b0102', 'hex');
const END_OF_LIST = Buffer.from('504b0506', 'hex');
const WHEN = new Date('2026-03-01T10:00:00Z');

/** A zip file's bytes. */
export async function zipOf(tree: Tree, { modified = WHEN }: { modified?: Date } = {}): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [path, content] of Object.entries(tree)) {
    if (path.endsWith('/')) zip.addEmptyDirectory(path, { mtime: modified });
    else zip.addBuffer(Buffer.from(content as string), path, { mtime: modified });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A zip file's bytes in which one name is overwritten by another of the same length, which no honest packer writes. */
export async function zipWithName(name: string, content: string | Buffer): Promise<Buffer> {
  const honest = 'x'.repeat(Buffer.byteLength(name));
  const zip = await zipOf({ [honest]: content });
  return replaced(zip, Buffer.from(honest), Buffer.from(name));
}

/** A zip file's bytes whose first entry is a symbolic link. */
export async function zipWithLink(name: string, linkTo: string, tree: Tree): Promise<Buffer> {
  // The list of contents says what an entry is, 38 bytes into its record (APPNOTE.TXT, 4.3.12).
  const zip = await zipOf({ [name]: linkTo, ...tree });
  zip.writeUInt32LE((0o120777 << 16) >>> 0, zip.indexOf(CENTRAL_RECORD) + 38);
  return zip;
}

/** A zip file's bytes in which the one entry of another is listed under many names: each costs a line, and unpacks to all of it. */
export async function zipOfOneAs(names: string[], content: Buffer): Promise<Buffer> {
  const honest = 'x'.repeat(names[0]!.length);
  const zip = await zipOf({ [honest]: content });
  const listAt = zip.indexOf(CENTRAL_RECORD);
  const endAt = zip.lastIndexOf(END_OF_LIST);
  const line = zip.subarray(listAt, endAt);
  const list = Buffer.concat(names.map((name) => replaced(line, Buffer.from(honest), Buffer.from(name))));
  const end = Buffer.from(zip.subarray(endAt));
  // How many entries on this disk and in all, and the list's size (APPNOTE.TXT, 4.3.16).
  for (const at of [8, 10]) end.writeUInt16LE(names.length, at);
  end.writeUInt32LE(list.length, 12);
  return Buffer.concat([zip.subarray(0, listAt), list, end]);
}

/** The bytes with every occurrence of one run replaced by another of the same length. */
export function replaced(bytes: Buffer, from: Buffer, to: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + from.length)) to.copy(copy, at);
  return copy;
}

/** A zip file's bytes with names as bytes, which say nothing of their encoding, as older systems write them. */
export function zipOfBytes(files: { name: Buffer; content: string; extra?: Buffer }[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, extra = Buffer.alloc(0) } of files) {
    const bytes = Buffer.from(content);
    // Version, flags, method, time and date; checksum and sizes; lengths of name and extra field (APPNOTE.TXT, 4.3.7).
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(0x5c61, 8);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(bytes.length, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt16LE(name.length, 22);
    header.writeUInt16LE(extra.length, 24);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), header, rest, name, extra);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), header, name, extra, bytes]);
    locals.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...directory, Buffer.from('504b0506', 'hex'), end]);
}

/** Info-ZIP's extra field that holds a name in UTF-8. */
export function unicodePath(name: string, plain: Buffer): Buffer {
  const utf8 = Buffer.from(name);
  const field = Buffer.alloc(9);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + utf8.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(plain), 5);
  return Buffer.concat([field, utf8]);
}

/** Writes a tar file whose entries are given as headers, so that links and devices can be among them. */
export async function writeTar(
  path: string,
  entries: {
    name: string;
    type?: 'file' | 'symlink' | 'link' | 'directory' | 'fifo';
    linkname?: string;
    content?: string;
  }[],
): Promise<void> {
  const tar = pack();
  for (const { content = '', type = 'file', ...header } of entries) {
    tar.entry({ ...header, type }, type === 'file' ? content : '');
  }
  tar.finalize();
  await pipeline(tar as unknown as NodeJS.ReadableStream, createWriteStream(path));
}
