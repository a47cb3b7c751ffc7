import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSamples, updateSamples } from './index-file.js';

const INDEX = `# Kept honest.
right:
  lecture: The lecture's own pair. # unchanged
  pickle: Speaks pickle.
wrong:
  # a favourite
  echo:
    mistake: It sends back what it got.
    role: server
    loses: [server/adds] # and nothing else
  silent:
    mistake: It says nothing.
    role: both
`;

async function submissions(index: string, folders = ['lecture', 'pickle', 'echo', 'silent']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netgrade-index-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of folders) await mkdir(join(folder, name));
  await writeFile(join(folder, 'index.yml'), index);
  return folder;
}

test('programs come with their folder, what is right or wrong, and what they lose', async () => {
  const folder = await submissions(INDEX);
  const { samples, unlisted } = await readSamples(folder);
  expect(samples.map(({ name, expected, about }) => [name, expected, about])).toEqual([
    ['lecture', 'right', "The lecture's own pair."],
    ['pickle', 'right', 'Speaks pickle.'],
    ['echo', 'wrong', 'It sends back what it got.'],
    ['silent', 'wrong', 'It says nothing.'],
  ]);
  expect(samples[2]).toMatchObject({ folder: join(folder, 'echo'), role: 'server', loses: ['server/adds'] });
  expect(samples[3]).not.toHaveProperty('loses');
  expect(unlisted).toEqual([]);
});

test('folders that are not named are told', async () => {
  const folder = await submissions(INDEX, ['lecture', 'pickle', 'echo', 'silent', 'stray']);
  expect((await readSamples(folder)).unlisted).toEqual(['stray']);
});

test.each([
  ['wrong:\n  echo:\n    role: server\n', /index\.yml: wrong\.echo\.mistake: /],
  ['wrong:\n  echo: {mistake: m, role: servr}\n', /wrong\.echo\.role: /],
  ['wrong:\n  echo: {mistake: m, role: server, loses: [adds]}\n', /wrong\.echo\.loses\.0: a check is written role\/id/],
  ['wrongs: {}\n', /wrongs/],
  ['right: [\n', /is not YAML/],
  ['right:\n  nobody: A sentence.\n', /names "nobody", but there is no such folder/],
])('%j is refused in words', async (index, sentence) => {
  await expect(readSamples(await submissions(index))).rejects.toThrow(sentence);
});

test('an update writes what was seen and leaves comments and everything else', async () => {
  const folder = await submissions(INDEX);
  const seen = new Map([
    ['lecture', []],
    ['pickle', ['server/adds']],
    ['echo', ['server/adds', 'server/survives']],
    ['silent', ['client/prints']],
  ]);
  expect(await updateSamples(folder, seen)).toEqual(['pickle', 'echo', 'silent']);
  expect(await readFile(join(folder, 'index.yml'), 'utf8')).toBe(`# Kept honest.
right:
  lecture: The lecture's own pair. # unchanged
  pickle:
    about: Speaks pickle.
    loses: [server/adds]
wrong:
  # a favourite
  echo:
    mistake: It sends back what it got.
    role: server
    loses: [server/adds, server/survives] # and nothing else
  silent:
    mistake: It says nothing.
    role: both
    loses: [client/prints]
`);
  expect(await updateSamples(folder, seen)).toEqual([]);
});
