import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { type Document, isNode, parseDocument } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../../harness/usage-error.js';

/** The checks, as `role/id`, that a program is known to fail. */
const loses = z.array(z.string().regex(/^(server|client|script)\/[a-z0-9-]+$/, 'a check is written role/id'));
const sentence = z.string().min(1);
const right = z.union([sentence, z.strictObject({ about: sentence, loses: loses.optional() })]);
const wrong = z.strictObject({
  mistake: sentence,
  role: z.enum(['server', 'client', 'script', 'both']),
  loses: loses.optional(),
});
const schema = z.strictObject({
  right: z.record(z.string(), right).nullish(),
  wrong: z.record(z.string(), wrong).nullish(),
});

/** A program that keeps an assignment honest. */
export interface Sample {
  name: string;
  folder: string;
  expected: 'right' | 'wrong';
  /** What is right or wrong about it, one sentence. */
  about: string;
  /** Where its mistake lies. */
  role?: 'server' | 'client' | 'script' | 'both';
  /** The checks that it fails, as `role/id`; absent where that was never written down. */
  loses?: string[];
}

interface Samples {
  samples: Sample[];
  /** Folders beside `index.yml` that it does not name. */
  unlisted: string[];
}

/**
 * Reads `submissions/index.yml` of an assignment.
 * @throws UsageError that names the file, the field and what it should be
 */
export async function readSamples(folder: string): Promise<Samples> {
  const { file, document } = await readIndex(folder);
  const read = schema.safeParse(document.toJS() ?? {});
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new UsageError(
      `${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message}. ` +
        'It has right (name: sentence) and wrong (name: {mistake, role, loses}).',
    );
  }
  const samples: Sample[] = [
    ...Object.entries(read.data.right ?? {}).map(([name, entry]) => ({
      name,
      folder: join(folder, name),
      expected: 'right' as const,
      ...(typeof entry === 'string'
        ? { about: entry }
        : { about: entry.about, ...(entry.loses ? { loses: entry.loses } : {}) }),
    })),
    ...Object.entries(read.data.wrong ?? {}).map(([name, { mistake, role, loses }]) => ({
      name,
      folder: join(folder, name),
      expected: 'wrong' as const,
      about: mistake,
      role,
      ...(loses ? { loses } : {}),
    })),
  ];
  const folders = await readdir(folder, { withFileTypes: true });
  const there = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const missing = samples.find((sample) => !there.includes(sample.name));
  if (missing) throw new UsageError(`${file} names "${missing.name}", but there is no such folder beside it.`);
  return { samples, unlisted: there.filter((name) => !samples.some((sample) => sample.name === name)).sort() };
}

/** Writes what each program was seen to fail into `index.yml`; comments and order stay. Returns the names that changed. */
export async function updateSamples(folder: string, seen: ReadonlyMap<string, string[]>): Promise<string[]> {
  const { file, document } = await readIndex(folder);
  const changed: string[] = [];
  for (const [name, lost] of seen) {
    const part = document.hasIn(['wrong', name]) ? 'wrong' : 'right';
    const entry = document.getIn([part, name]);
    const before = typeof entry === 'string' ? undefined : (document.toJS()[part][name].loses as string[] | undefined);
    if (before !== undefined ? sameSet(before, lost) : part === 'right' && lost.length === 0) continue;
    if (typeof entry === 'string') document.setIn([part, name], document.createNode({ about: entry }));
    const losses = document.createNode(lost, { flow: true });
    const old = document.getIn([part, name, 'loses'], true);
    if (isNode(old) && old.comment) losses.comment = old.comment;
    document.setIn([part, name, 'loses'], losses);
    changed.push(name);
  }
  if (changed.length > 0)
    await writeFileAtomic(file, document.toString({ lineWidth: 0, flowCollectionPadding: false }));
  return changed;
}

export function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item));
}

async function readIndex(folder: string): Promise<{ file: string; document: Document }> {
  const file = join(folder, 'index.yml');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no ${file}. It names the right and wrong programs that keep the assignment honest.`);
  });
  const document = parseDocument(text);
  const problem = document.errors[0];
  if (problem) throw new UsageError(`${file} is not YAML: ${problem.message.split('\n')[0]}`);
  return { file, document };
}
