import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { bareCode, isSource } from './bare-code.js';

export interface SubmissionHashes {
  /** Changes whenever a file's name or content does; line endings do not count. */
  submission: string;
  /** The same for programs that differ only in file names, comments and white space; absent where there is no source. */
  source?: string;
}

const LARGE_BYTES = 8 * 1024 * 1024;

/** Hashes a submission's files, which are relative to `folder` and sorted. */
export async function hashSubmission(folder: string, files: readonly string[]): Promise<SubmissionHashes> {
  const submission = createHash('sha256');
  const sources: string[] = [];
  for (const file of files) {
    const path = join(folder, file);
    const { size } = await stat(path);
    submission.update(`${file}\0`);
    if (size > LARGE_BYTES) {
      for await (const chunk of createReadStream(path)) submission.update(chunk as Buffer);
    } else {
      const content = await readFile(path);
      const isText = !content.includes(0);
      const text = content.toString('latin1').replaceAll('\r\n', '\n');
      submission.update(isText ? Buffer.from(text, 'latin1') : content);
      if (isText && isSource(file)) sources.push(hash(bareCode(content.toString('utf8'), extname(file))));
    }
    submission.update('\0\0');
  }
  const empty = hash('');
  const bare = sources.filter((source) => source !== empty).sort();
  return {
    submission: submission.digest('hex'),
    ...(bare.length > 0 ? { source: hash(bare.join('\n')) } : {}),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
