import { link, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from 'tar-stream';
import yauzl from 'yauzl';

const FILE_TYPE = 0o170000;
const LINK = 0o120000;

/** Makes of an archive's entry what it says that it is, and returns how many bytes came out. */
type Make = (entry: { name: string; linkTo?: string; hard?: boolean; content: Buffer }) => Promise<number>;

/**
 * Unpacks an archive as ours does, with the same libraries, and believes all that it says: names, links and sizes, as many a short script
 * does. Returns how many bytes came out.
 */
export async function unpackBare(archive: string, into: string): Promise<number> {
  await mkdir(into, { recursive: true });
  const make: Make = async ({ name, linkTo, hard, content }) => {
    const target = resolve(into, name.replaceAll('\\', '/'));
    if (name.endsWith('/')) await mkdir(target, { recursive: true });
    else {
      await mkdir(dirname(target), { recursive: true });
      if (linkTo !== undefined) await (hard ? link : symlink)(linkTo, target);
      else await writeFile(target, content);
    }
    return content.length;
  };
  if (archive.endsWith('.zip')) return await unzip(archive, make);
  const packed = await readFile(archive);
  const bytes = archive.endsWith('.gz') ? gunzipSync(packed) : packed;
  return /\.tar(\.gz)?$/.test(archive) ? await untar(bytes, make) : await make({ name: 'unpacked', content: bytes });
}

async function unzip(archive: string, make: Make): Promise<number> {
  let bytes = 0;
  const zip = await yauzl.openPromise(archive, { decodeStrings: false, validateEntrySizes: false });
  for await (const entry of zip.eachEntry()) {
    const content = await whole(await zip.openReadStreamPromise(entry));
    const isLink = ((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK;
    const name = entry.fileNameRaw.toString();
    bytes += await make({ name, content, ...(isLink && { linkTo: content.toString() }) });
  }
  return bytes;
}

async function untar(archive: Buffer, make: Make): Promise<number> {
  let bytes = 0;
  const entries = extract();
  entries.end(archive);
  for await (const entry of entries) {
    const { name, type, linkname } = entry.header;
    const content = await whole(entry as unknown as AsyncIterable<Buffer>);
    bytes += await make({ name, content, ...(linkname && { linkTo: linkname, hard: type === 'link' }) });
  }
  return bytes;
}

async function whole(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
