import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { bareCode, isSource } from './bare-code.js';

export interface SubmissionHashes {
  /** Changes whenever a file's name, content or right to be executed does: line endings can decide whether a script runs. */
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
    const { size, mode } = await stat(path);
    submission.update(`${file}\0${(mode & 0o111) !== 0}\0${size}\0`);
    if (size > LARGE_BYTES) {
      for await (const chunk of createReadStream(path)) submission.update(chunk as Buffer);
    } else {
      const content = await readFile(path);
      submission.update(content);
      if (!content.includes(0) && isSource(file)) sources.push(hash(bareCode(content.toString('utf8'), extname(file))));
    }
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
