import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mixed } from '../explain/test/results.js';
import { emitFile } from './emit-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netgrade-emit-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (text: string) => {
  const result = join(folder, 'result.json');
  const output = join(folder, 'out');
  await writeFile(result, text);
  await emitFile({ format: 'tap', result, output, audience: 'student' });
  return readFile(output, 'utf8');
};

it('turns a saved result into another format', async () => {
  expect(await read(JSON.stringify(mixed))).toContain('ok 1 - server: answers a sum');
});

it.each([
  ['{', /is not JSON/],
  ['{}', /is no result of netgrade: schema/],
  [JSON.stringify({ ...mixed, score: -1 }), /is no result of netgrade: score/],
])('names the file and the field that is wrong: %s', async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

it('says how to make a result where there is none', async () => {
  await expect(emitFile({ format: 'tap', result: join(folder, 'nowhere.json'), audience: 'student' })).rejects.toThrow(
    /netgrade check/,
  );
});
