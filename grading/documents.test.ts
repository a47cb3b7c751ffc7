import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../harness/package-root.js';
import { printedAsShown, readDocument } from './test/read-document.js';

/** The sample submissions that a document's reader is said to have, by the name of their folder. */
const HANDED_IN: Record<string, Record<string, string>> = {
  'README.md': {
    sara: 'tcp-words/submissions/only-length',
    'week5/amal': 'tcp-words/submissions/threads-in-client',
    'week5/bilal': 'tcp-words/submissions/only-length',
    'week5/chen': 'tcp-words/submissions/two-then-exit',
  },
  'grading/README.md': {
    'week5/amal': 'tcp-words/submissions/threads-in-client',
    'week5/bilal': 'tcp-words/submissions/only-length',
    'week5/chen': 'tcp-words/submissions/two-then-exit',
  },
  'assignments/README.md': {},
};

/** How a reader installs netgrade: what the tests of the package and of a fresh clone do, not these. */
const INSTALLING = /^npm /;

/** Whoever reads has told git their name, and is not on a runner of GitHub. */
const READER = {
  NO_COLOR: '1',
  GITHUB_ACTIONS: '',
  GIT_AUTHOR_NAME: 'A Reader',
  GIT_AUTHOR_EMAIL: 'reader@example.org',
  GIT_COMMITTER_NAME: 'A Reader',
  GIT_COMMITTER_EMAIL: 'reader@example.org',
};

describe.each(Object.entries(HANDED_IN))('%s', (document, handedIn) => {
  const steps = readDocument(join(packageRoot, document));
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netgrade-document-'));
    await mkdir(join(folder, '.bin'));
    await symlink(join(packageRoot, 'dist', 'grading', 'cli', 'main.js'), join(folder, '.bin', 'netgrade'));
    for (const [name, sample] of Object.entries(handedIn))
      await cp(join(packageRoot, 'assignments', sample), join(folder, name), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('shows commands', () => expect(steps.filter(({ does }) => does === 'run').length).toBeGreaterThan(2));

  for (const step of steps) {
    if (step.does === 'write') {
      test(`line ${step.line}: ${step.path} is written`, async () => {
        await mkdir(dirname(join(folder, step.path)), { recursive: true });
        await writeFile(join(folder, step.path), step.content);
      });
    } else if (!INSTALLING.test(step.command)) {
      test(`line ${step.line}: ${step.command}`, async () => {
        const { exitCode, stdout, stderr } = await execa('bash', ['-c', step.command], {
          cwd: folder,
          env: { ...READER, PATH: `${join(folder, '.bin')}:${process.env.PATH}` },
          reject: false,
          timeout: 110_000,
          stdin: 'ignore',
        });
        // Losing points is no failure of a command whose report is shown.
        expect([0, ...(step.shows ? [1] : [])], stderr).toContain(exitCode);
        if (step.shows && !printedAsShown(stdout, step.shows)) expect(stdout.split('\n')).toEqual(step.shows);
      }, 120_000);
    }
  }
});

describe('what a document shows', () => {
  const shows = ['Two of … passed.', '…', 'The end'];
  test.each([
    ['may differ where it says so', 'Two of 31 passed.\nmore\nand more\nThe end', true],
    ['may be complete', 'Two of 2 passed.\nThe end', true],
    ['may not miss its end', 'Two of 2 passed.\nThe', false],
    ['may not lack words', 'Two passed.\nThe end', false],
    ['may not go on', 'Two of 2 passed.\nThe end\nof it', false],
  ])('%s', (_, printed, expected) => expect(printedAsShown(printed, shows)).toBe(expected));
});
