import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from '../batch/test/class-folder.js';
import { checkOf, resultOf } from '../batch/test/results.js';
import { grade } from './grade.js';
import type { GradeArguments } from './grade-command.js';

// The arenas have their own tests; here a submission is judged by one word in it.
vi.mock('../grade-submission.js', () => ({
  openGrader: async () => ({
    assignmentHash: 'h',
    maxScore: 100,
    title: 'UDP hello',
    checks: [checkOf({ id: 'replies', state: 'pass' }), checkOf({ id: 'stays' })],
    isolation: { rung: 'full', missing: [] },
    close: async () => {},
    async grade({ name, folder }: { name: string; folder: string }) {
      const text = await readFile(join(folder, 'server.py'), 'utf8');
      const state = text.includes('broken') ? 'error' : text.includes('wrong') ? 'fail' : 'pass';
      return resultOf(name, [checkOf({ id: 'replies', state }), checkOf({ id: 'stays' })]);
    },
  }),
}));

const CLASS: Tree = {
  'Ali Veli_11_assignsubmission_file/server.py': 'right',
  'Ben Ok_12_assignsubmission_file/server.py': 'wrong',
};
const WORKSHEET =
  'Identifier,Full name,Grade,Maximum Grade\nParticipant 11,Ali Veli,,100.00\nParticipant 12,Ben Ok,,100.00\n';

let said = '';
let folder = '';
beforeEach(async () => {
  said = '';
  folder = await temporaryFolder();
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(tree: Tree, more: Partial<GradeArguments> = {}): Promise<string> {
  const submissions = join(folder, 'class.zip');
  await writeFile(submissions, await zipOf(tree));
  const out = join(folder, 'out');
  await grade({
    id: 'udp-hello',
    submissions,
    out,
    jobs: 2,
    layout: 'auto',
    regrade: false,
    resume: true,
    deadline: 60,
    isolation: 'auto',
    strict: false,
    option: [],
    ...more,
  });
  return out;
}

const inFolder = (folder: string, tree: Tree) =>
  Object.entries(tree).map(([path, content]): [string, Tree[string]] => [`${folder}/${path}`, content]);

/** The gradebook's scores by name. */
async function scores(out: string): Promise<Record<string, string>> {
  const rows = parse(await readFile(join(out, 'gradebook.csv'), 'utf8'), { columns: true }) as Record<string, string>[];
  return Object.fromEntries(rows.map((row) => [row.student!, row.score!]));
}

describe('netgrade grade', () => {
  test('names the layout, writes every output and fills the sheet; exit 0 though points were lost', async () => {
    const template = join(folder, 'worksheet.csv');
    await writeFile(template, WORKSHEET);
    const out = await run(CLASS, { gradebook: 'moodle', template });
    expect(process.exitCode).toBe(0);
    expect(said).toMatch(/Layout: moodle\..*\n2 submissions\./);
    expect(said).toContain('2 graded. Mean 75.0');
    expect((await readdir(out)).sort()).toEqual(
      [
        'gradebook-moodle.csv',
        'gradebook.csv',
        'index.html',
        'results',
        'results.jsonl',
        'run.json',
        'students',
        'submissions',
        'summary.txt',
      ].sort(),
    );
    expect(await readFile(join(out, 'gradebook-moodle.csv'), 'utf8')).toBe(
      WORKSHEET.replace('Veli,,', 'Veli,100,').replace('Ok,,', 'Ok,50,'),
    );
    expect(await readFile(join(out, 'students', 'ben-ok-12', 'report.txt'), 'utf8')).toContain('50 of 100');
  });

  test('exits 2 with the list when any must be graded again, and its score is in no sheet', async () => {
    const template = join(folder, 'worksheet.csv');
    await writeFile(template, WORKSHEET);
    const broken = { ...CLASS, 'Ben Ok_12_assignsubmission_file/server.py': 'broken' };
    const out = await run(broken, { gradebook: 'moodle', template });
    expect(process.exitCode).toBe(2);
    expect(said).toMatch(/To grade again \(1\)\n {2}Ben Ok: /);
    expect(await readFile(join(out, 'gradebook-moodle.csv'), 'utf8')).toContain('Ben Ok,,100.00');
  });

  test('a bad template is said before anything is graded', async () => {
    await expect(run(CLASS, { gradebook: 'moodle', template: join(folder, 'none.csv') })).rejects.toThrow(
      /cannot be read/,
    );
    expect(await readdir(folder)).not.toContain('out');
    const wrong = join(folder, 'wrong.csv');
    await writeFile(wrong, 'a,b\n1,2\n');
    await expect(run(CLASS, { gradebook: 'moodle', template: wrong })).rejects.toThrow(
      /no column for the participants/,
    );
    const others = join(folder, 'others.csv');
    await writeFile(others, WORKSHEET.replace('11,Ali Veli', '13,Cem Su').replace('12,Ben Ok', '14,Dora Ay'));
    await expect(run(CLASS, { gradebook: 'moodle', template: others })).rejects.toThrow(/it is another class's/);
    expect(await readdir(folder)).not.toContain('out');
  });

  test("into another class's folder nothing is lost, and it is told", async () => {
    const out = await run(CLASS);
    expect(said).not.toContain('earlier runs');
    const before = await readFile(join(out, 'gradebook.csv'), 'utf8');
    const another = { 'Cem Su_13_assignsubmission_file/server.py': 'right' };
    await expect(run(another)).rejects.toThrow(
      /holds the results of another class: its 2 results are for people who are not in this one, such as results\/ali-veli-11\.json\. Give another --out/,
    );
    expect(await readFile(join(out, 'gradebook.csv'), 'utf8')).toBe(before);
    // Somebody has left this class, and somebody has come.
    const [, second = ''] = Object.keys(CLASS);
    await run({ ...another, [second]: CLASS[second as keyof typeof CLASS] });
    expect(said).toContain('There is also a result of earlier runs');
    expect(said).toContain('such as results/ali-veli-11.json');
    expect(Object.keys(await scores(out))).toContain('Cem Su');
    expect(await readdir(join(out, 'results'))).toHaveLength(3);
  });

  test('a folder that holds anything else never becomes the one for results', async () => {
    const class_ = await writeTree({ 'submissions/ali/server.py': 'right', 'submissions/ben/server.py': 'right' });
    const submissions = join(class_, 'submissions');
    await expect(run(CLASS, { submissions, out: class_ })).rejects.toThrow(/class lies in/);
    await expect(run(CLASS, { submissions, out: submissions })).rejects.toThrow(/class lies in/);
    const other = await writeTree({ 'submissions/thesis.tex': 'years of work' });
    await expect(run(CLASS, { out: other })).rejects.toThrow(/something else than the results/);
    expect(await readFile(join(other, 'submissions', 'thesis.tex'), 'utf8')).toBe('years of work');
    expect(await readdir(submissions)).toEqual(['ali', 'ben']);
    expect(await readdir(class_)).toEqual(['submissions']);
    // A new folder is as good inside the class as beside it, and known again.
    for (const round of [1, 2]) {
      said = '';
      await run(CLASS, { submissions, out: join(submissions, 'graded') });
      expect(said, String(round)).toContain('2 submissions.');
    }
    await expect(
      run(CLASS, {
        submissions: join(submissions, 'graded', 'submissions', 'students'),
        out: join(submissions, 'graded'),
      }),
    ).rejects.toThrow(/class lies in/);
  });

  test('results that lie in the class are no submission: of this run, of an earlier one, a copy of them', async () => {
    const tree = { 'ali/server.py': 'right', 'ben/server.py': 'wrong', 'cem/server.py': 'right' };
    const submissions = join(await writeTree(Object.fromEntries(inFolder('class', tree))), 'class');
    const out = join(submissions, 'graded');
    await run({}, { submissions, out });
    await cp(out, join(submissions, 'copy'), { recursive: true });
    said = '';
    await run({}, { submissions, out: join(submissions, 'again') });
    expect(said).toContain('3 submissions, 2 not understood.');
    expect(said).toContain('graded: it holds the results of an earlier run');
    expect(said).toContain('copy: it holds the results of an earlier run');
    expect(await scores(join(submissions, 'again'))).toEqual({ ali: '100', ben: '50', cem: '100' });
  });

  test('a submission that was made to look like results has its row, and never becomes the folder for them', async () => {
    const looks = {
      'run.json': '{"schema":"netgrade/class-run/v1","assignment":"udp-hello"}',
      'results/ali.json': '{}',
    };
    const tree = { 'ali/server.py': 'right', 'ben/server.py': 'wrong', ...Object.fromEntries(inFolder('ben', looks)) };
    const submissions = join(await writeTree(Object.fromEntries(inFolder('class', tree))), 'class');
    const out = await run({}, { submissions });
    expect(process.exitCode).toBe(0);
    expect(await scores(out)).toEqual({ ali: '100', ben: '50' });
    await expect(run({}, { submissions, out: join(submissions, 'ben') })).rejects.toThrow(/somebody's submission/);
  });

  test('what cannot be graded leaves no folder behind', async () => {
    const nowhere = join(folder, 'deep', 'down');
    const damaged = join(folder, 'damaged.zip');
    await writeFile(damaged, (await zipOf(CLASS)).subarray(0, 100));
    await expect(run(CLASS, { submissions: damaged, out: nowhere })).rejects.toThrow(/cannot be opened: it is damaged/);
    const packed = join(folder, 'class.7z');
    await writeFile(packed, Buffer.from('377abcaf271c0004', 'hex'));
    await expect(run(CLASS, { submissions: packed, out: nowhere })).rejects.toThrow(/Unpack it and give the folder\.$/);
    expect((await readdir(folder)).sort()).toEqual(['class.7z', 'class.zip', 'damaged.zip']);
  });

  test.skipIf(process.platform !== 'linux')('a place where no folder can be made is said to be one', async () => {
    await expect(run(CLASS, { out: '/proc/netgrade/out' })).rejects.toThrow(
      /"\/proc\/netgrade\/out" cannot hold the results: /,
    );
  });

  test('a file where the results should go is said to be one', async () => {
    const out = join(folder, 'notes.txt');
    await writeFile(out, 'mine');
    await expect(run(CLASS, { out })).rejects.toThrow(/cannot hold the results: it is a file/);
    await expect(run(CLASS, { out: join(out, 'deeper') })).rejects.toThrow(/cannot hold the results: it is a file/);
    expect(await readFile(out, 'utf8')).toBe('mine');
  });

  test.each([
    [{ jobs: 0 }, /--jobs/],
    [{ jobs: 1e9 }, /--jobs: give a whole number from 1 to 256/],
    [{ deadline: 0 }, /--deadline/],
    [{ deadline: 30 * 86_400 }, /--deadline: give a number of seconds from 1 to 86400/],
    [{ submissions: '/nowhere' }, /no file or folder/],
    [{ layout: 'sakai' }, /no layout "sakai"/],
  ])('refuses %j in a sentence', async (more, sentence) => {
    await expect(run(CLASS, more)).rejects.toThrow(sentence);
  });
});
