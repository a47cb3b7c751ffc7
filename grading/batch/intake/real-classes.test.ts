import { chmod, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from '../test/class-folder.js';
import { both, CLIENT, PAIR, SERVER, seen } from '../test/seen-class.js';
import { readClass } from './read-class.js';
import { Budget, STUDENT_LIMITS } from './unpack/budget.js';

describe('classes as they come', () => {
  test('Teams: the newest version is graded, and what was not handed in yet is nobody', async () => {
    const root = await writeTree({
      ...both('Submitted files/Ali Veli/UDP hello/Version 9', '# the first'),
      ...both('Submitted files/Ali Veli/UDP hello/Version 10'),
      ...both('Submitted files/Ben Ok/UDP hello/Version 1'),
      ...both('Working files/Cem Su/UDP hello'),
    });
    expect(await seen(root)).toEqual({
      layout: 'folders',
      students: { 'Ali Veli': PAIR, 'Ben Ok': PAIR },
      left: { 'Working files': 'it lies beside the class, not in it' },
      notes: {},
      versions: { 'Ali Veli': ['Version 10', 'Version 9'] },
    });
  });

  test('numbered versions that a student made: the newest is graded, and the row says so', async () => {
    const root = await writeTree({
      ...both('Ali Veli/hw/v1', '# the first'),
      ...both('Ali Veli/hw/v2', '# the second'),
      ...both('Ben Ok'),
    });
    const { students, versions } = await seen(root);
    expect(students).toEqual({ 'Ali Veli': PAIR, 'Ben Ok': PAIR });
    expect(versions).toEqual({ 'Ali Veli': ['v2', 'v1'] });
  });

  test.each([
    [
      'Schoology',
      'Revision 9 - Submitted on 2026-11-02 at 8.33 pm',
      'Revision 10 - Submitted on 2026-11-03 at 7.01 am',
    ],
    ['days and hours', '2026-11-02 20.33.00', '2026-11-03 07.01.12'],
    ['days', '20261102', '20261103'],
  ])('versions named by when they were handed in: %s', async (_, older, newer) => {
    const root = await writeTree({
      ...both(`Veli, Ali/${older}`, '# the first'),
      ...both(`Veli, Ali/${newer}`),
      ...both('Ok, Ben'),
    });
    const { students, versions } = await seen(root);
    expect(students).toEqual({ 'Veli, Ali': PAIR, 'Ok, Ben': PAIR });
    expect(versions).toEqual({ 'Veli, Ali': [newer, older] });
  });

  test('folders that say which program is in them are no versions', async () => {
    const root = await writeTree({
      'Ali/v1 server/server.py': 'one half',
      'Ali/v2 client/client.py': 'the other',
      ...both('Ben'),
    });
    const { students, versions } = await seen(root);
    expect(students).toEqual({ Ali: 'v1 server/server.py v2 client/client.py', Ben: PAIR });
    expect(versions).toEqual({});
  });

  test('in parts, each a folder with a class in it: everybody is somebody, namesakes of two parts too', async () => {
    const named = (section: string, names: string[]): Tree =>
      Object.assign({}, ...names.map((name) => both(`${section}/${name}`)));
    const root = await writeTree({
      ...named('Lab A', ['Ali Veli', 'Ben Ok', 'Cem Su', 'Dana Ek', 'Eva Lind']),
      ...named('Lab B', ['Fia Berg', 'Gus Holm', 'Ali Veli', 'Ida Moe', 'Jon Dal', 'Kai Roe']),
      'marks.xlsx': 'x',
    });
    const { layout, students, left } = await seen(root);
    expect(layout).toBe('folders');
    expect(Object.keys(students)).toHaveLength(11);
    expect(Object.keys(students)).toEqual(expect.arrayContaining(['Lab A Ali Veli', 'Lab B Ali Veli', 'Kai Roe']));
    expect(new Set(Object.values(students))).toEqual(new Set([PAIR]));
    expect(left).toEqual({ 'marks.xlsx': 'it lies beside the parts of the class' });
    const asTold = await seen(root, { layout: 'folders' });
    expect(Object.keys(asTold.students)).toEqual(['Lab A', 'Lab B']);
  });

  test('in parts, each a download of its own', async () => {
    const moodle = (from: number, names: string[]): Promise<Buffer> =>
      zipOf(Object.assign({}, ...names.map((name, at) => both(`${name}_${from + at}_assignsubmission_file_`))) as Tree);
    const root = await writeTree({
      'group 1.zip': await moodle(1001, ['Ali Veli', 'Ben Ok']),
      'group 2.zip': await moodle(2001, ['Cem Su', 'Dana Ek', 'Eva Lind']),
    });
    const { layout, students } = await seen(root);
    expect(layout).toBe('moodle');
    expect(students).toEqual({
      'Ali Veli': PAIR,
      'Ben Ok': PAIR,
      'Cem Su': PAIR,
      'Dana Ek': PAIR,
      'Eva Lind': PAIR,
    });
  });

  test('one student who hands in what looks like a class, or two tasks of the same people, are no parts of one', async () => {
    const names = ['Ali Veli', 'Ben Ok', 'Cem Su', 'Dana Ek'];
    const odd = await writeTree({
      ...both('Zoe Fay'),
      ...Object.assign({}, ...names.map((name) => both(`Max Ray/${name}`))),
    });
    expect(Object.keys((await seen(odd)).students)).toEqual(['Max Ray', 'Zoe Fay']);
    const tasks = await writeTree(
      Object.assign({}, ...names.flatMap((name) => [both(`hw1/${name}`), both(`hw2/${name}`)])),
    );
    await expect(seen(tasks)).rejects.toThrow('It holds the same people several times, in "hw1", "hw2". Give');
  });

  test('Drive: copies keep their owner, and the parts of a large download are one class', async () => {
    const loose = await writeTree({
      'Ali Veli - Copy of server (1).py': SERVER,
      'Ali Veli - Copy of client.py': CLIENT,
      'Ben Ok - server.py': SERVER,
      'Copy of server (1).py': SERVER,
    });
    expect(await seen(loose)).toMatchObject({
      layout: 'files',
      students: {
        'Ali Veli': 'Ali Veli - Copy of client.py Ali Veli - Copy of server (1).py',
        'Ben Ok': 'Ben Ok - server.py',
      },
      left: { 'Copy of server (1).py': 'its name says no student' },
    });
    const parts = await writeTree({
      'week5-20260301T101112Z-1-001.zip': await zipOf({ 'week5/Ali/server.py': SERVER, ...both('week5/Ben') }),
      'week5-20260301T101112Z-1-002.zip': await zipOf({ 'week5/Ali/client.py': CLIENT, ...both('week5/Cem') }),
    });
    expect(await seen(parts)).toMatchObject({ layout: 'folders', students: { Ali: PAIR, Ben: PAIR, Cem: PAIR } });
  });

  test('loose files of a program are those of whoever wrote the rest of it, be they called as every program has some', async () => {
    const root = await writeTree({
      '王小明 - app.js': SERVER,
      '王小明 - client.js': CLIENT,
      'ben_main.py': SERVER,
      'ben_utils.py': CLIENT,
      'ben_report.pdf': '%PDF',
      'cem_server.py': SERVER,
      'cem_code.zip': await zipOf({ 'client.py': CLIENT }),
      'Ali_A_server.py': SERVER,
      'Ali_server.py': SERVER,
      'Ali_Test_server.py': SERVER,
    });
    const roster = join(await temporaryFolder(), 'roster.csv');
    await writeFile(roster, 'Name\nAli Test\n');
    expect(await seen(root, { roster })).toMatchObject({
      layout: 'files',
      students: {
        王小明: '王小明 - app.js 王小明 - client.js',
        ben: 'ben_main.py ben_report.pdf ben_utils.py',
        cem: 'cem_code/client.py cem_server.py',
        'Ali A': 'Ali_A_server.py',
        Ali: 'Ali_server.py',
        'Ali Test': 'Ali_Test_server.py',
      },
      left: {},
    });
  });

  test('Blackboard: who handed in a text alone is told by name, and has a row', async () => {
    const at = 'HW1_av11_attempt_2026-03-01-10-20-30';
    const root = await writeTree({
      [`${at}.txt`]: 'Name: Ali Veli (av11)\r\nAssignment: HW1\r\n',
      [`${at}_server.py`]: SERVER,
      'HW1_bo12_attempt_2026-03-01-10-20-30.txt': 'Ad: Ben Ok (bo12)\nName: Somebody Else (xx)\n',
    });
    expect(await seen(root)).toMatchObject({
      layout: 'blackboard',
      students: { 'Ali Veli': 'server.py', 'Ben Ok': '' },
    });
  });

  test('names that differ in case, white space or the way of writing marks are different students', async () => {
    const names = ['Ali Veli', 'ali veli', 'Ünal', 'U\u0308nal'];
    const root = await writeTree(Object.assign({}, ...names.map((name) => both(name))));
    const read = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
    expect(read.students.map(({ name }) => name).sort()).toEqual(names.toSorted());
    expect(new Set(read.students.map(({ key }) => key)).size).toBe(names.length);
    expect(read.students.flatMap(({ notes }) => notes)).toHaveLength(names.length);
    const zips = await writeTree({ 'Ali.zip': await zipOf(both('x')), 'ali.zip': await zipOf(both('x')) });
    expect(Object.keys((await seen(zips)).students).sort()).toEqual(['Ali', 'ali']);
  });

  test('one file without a name does not make a class of loose files one submission', async () => {
    const root = await writeTree({ 'ali_server.py': SERVER, 'ben_server.py': SERVER, 'server.py': SERVER });
    expect(await seen(root)).toMatchObject({
      layout: 'files',
      students: { ali: 'ali_server.py', ben: 'ben_server.py' },
      left: { 'server.py': 'its name says no student' },
    });
  });

  test('so many names are a class, though one of them is no name', async () => {
    const names = ['Ali', 'Ben', 'Cem', 'Dora', 'Eve', 'Fay', 'Gus', 'Hal'];
    const root = await writeTree({
      'server.py': SERVER,
      ...Object.fromEntries(names.map((name) => [`${name}.py`, CLIENT])),
    });
    expect(Object.keys((await seen(root)).students)).toEqual(names);
  });

  test("the roster is found by what stands in brackets behind a name, as in Sakai's folders", async () => {
    const root = await writeTree({
      ...both('Veli, Ali(av11)'),
      ...both('Ben Ok (20190002)'),
      ...both('Cem Su (group)'),
    });
    const roster = join(await temporaryFolder(), 'roster.csv');
    await writeFile(roster, 'Name,Login,ID\nAli T. Veli,av11,1\nBen O,,20190002\nCem Su,,3\n');
    const { students, missing } = await readClass(root, { workFolder: join(await temporaryFolder(), 'work'), roster });
    expect(students.map(({ name }) => name).sort()).toEqual(['Ali T. Veli', 'Ben O', 'Cem Su']);
    expect(missing).toEqual([]);
  });

  test('who handed in a document has a row, and the sheets beside the class have none', async () => {
    const root = await writeTree({
      'ali_server.py': SERVER,
      'ben_server.py': SERVER,
      'cem_server.py.txt': SERVER,
      '20190004.pdf': '%PDF',
      'Dora Su.docx': 'PK',
      'grades.xlsx': 'PK',
      'roster.csv': 'Name\nSu Dora\n',
    });
    const document = expect.stringContaining('a document');
    expect(await seen(root)).toMatchObject({
      students: { ali: 'ali_server.py', cem: 'cem_server.py.txt', '20190004': '20190004.pdf' },
      left: { 'Dora Su.docx': document, 'grades.xlsx': document, 'roster.csv': document },
    });
    expect(await seen(root, { roster: join(root, 'roster.csv') })).toMatchObject({
      students: { 'Su Dora': 'Dora Su.docx' },
      left: { 'grades.xlsx': document, 'roster.csv': document },
    });
  });

  test('the task, the marks and an empty new folder beside the one folder of submissions are not in the class', async () => {
    const papers = Object.fromEntries(['task.pdf', 'marks.xlsx', 'README.md', 'notes.txt'].map((name) => [name, 'x']));
    const root = await writeTree({
      ...papers,
      ...both('submissions/Ali'),
      ...both('submissions/Ben'),
      'New folder (2)/': '',
    });
    expect(await seen(root)).toMatchObject({ students: { Ali: PAIR, Ben: PAIR } });
    expect(Object.keys((await seen(root)).left).sort()).toEqual([...Object.keys(papers), 'New folder (2)'].sort());
  });

  test('a word for late is no part of the name, and the sentence about one folder is right', async () => {
    const root = await writeTree(both('Ali Veli - late'));
    const { layout, students } = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
    expect(students).toMatchObject([{ name: 'Ali Veli', late: true }]);
    expect(layout.why).toBe('There is one folder, of one student.');
  });

  test('the libraries of a project are not handed in, and do not count as its files', async () => {
    const folder = await writeTree({
      ...both('ben'),
      'ali.zip': await zipOf({ ...both('ali'), 'ali/env/Lib/site-packages/server.py': SERVER }),
      'ben/env/lib/site-packages/server.py': SERVER,
    });
    expect(await seen(folder)).toMatchObject({ students: { ali: PAIR, ben: PAIR }, left: {} });
    const budget = new Budget(STUDENT_LIMITS);
    for (let file = 0; file < STUDENT_LIMITS.entries; file += 1) budget.skip();
    for (let file = 0; file < STUDENT_LIMITS.entries; file += 1) budget.entry();
    expect(() => budget.entry()).toThrow(/more than 20000 files$/);
  });

  test('an archive with a password or of a kind that is not read says what to do', async () => {
    const plain = await zipOf(both('x'));
    const locked = Buffer.from(plain);
    for (const [signature, flags] of [
      ['504b0304', 6],
      ['504b0102', 8],
    ] as const) {
      const mark = Buffer.from(signature, 'hex');
      for (let at = locked.indexOf(mark); at >= 0; at = locked.indexOf(mark, at + 1)) locked[at + flags]! |= 1;
    }
    const rar = Buffer.from('526172211a0700cf', 'hex');
    const root = await writeTree({
      'ali.zip': locked,
      'ben.zip': plain,
      'cem.tar.bz2': 'BZh91AY&SY',
      'dora/README': 'hi',
      'dora/work.rar': rar,
    });
    const { students } = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
    const help = /unpack it in its place and grade again/;
    expect(students.map(({ name, unreadable }) => [name, help.test(unreadable ?? '')])).toEqual([
      ['ali', true],
      ['ben', false],
      ['cem', true],
      ['dora', true],
    ]);
  });

  test('a link in the place of a submission is not followed, and its student has a row', async () => {
    const root = await writeTree({ ...both('ali'), ...both('ben'), 'dora.zip': await zipOf(both('dora')) });
    for (const name of ['cem', 'dora', 'marks.csv']) await symlink(join(root, 'ali'), join(root, name));
    const { students, notUnderstood } = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
    expect(students.map(({ name, files, unreadable }) => [name, files.join(' '), unreadable])).toEqual([
      ['ali', PAIR, undefined],
      ['ben', PAIR, undefined],
      ['cem', '', expect.stringMatching(/^cem: it is a link; put the files themselves in its place/)],
      ['dora', PAIR, undefined],
    ]);
    expect(notUnderstood.map(({ path }) => path).sort()).toEqual(['cem', 'marks.csv']);
  });

  test('files that their owner alone may read can be read by the programs that are graded', async () => {
    const root = await writeTree({ ...both('ali'), ...both('ben') });
    await chmod(join(root, 'ali/server.py'), 0o600);
    const { students } = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
    expect((await stat(join(students[0]!.folder, 'server.py'))).mode & 0o777).toBe(0o644);
  });

  test.skipIf(process.platform === 'win32')('what the grader may not read costs nobody points', async () => {
    const root = await writeTree({
      ...both('ali'),
      ...both('ben'),
      ...both('cem'),
      'dora/notes.pdf': 'x',
      ...both('dora'),
    });
    const work = await temporaryFolder();
    for (const folder of [root, work]) await chmod(folder, 0o777);
    for (const path of ['ben/server.py', 'cem', 'dora/notes.pdf']) await chmod(join(root, path), 0);
    const { students } = await asOrdinaryUser(() => readClass(root, { workFolder: join(work, 'work') }));
    expect(students.map(({ name, unreadable }) => [name, unreadable])).toEqual([
      ['ali', undefined],
      ['ben', expect.stringMatching(/^ben\/server\.py: it may not be read by you; .* grade again$/)],
      ['cem', expect.stringMatching(/^cem: it may not be read/)],
      ['dora', undefined],
    ]);
    await chmod(root, 0);
    await expect(asOrdinaryUser(() => readClass(root, { workFolder: join(work, 'work') }))).rejects.toThrow(
      /cannot be read: you have no permission/,
    );
    for (const path of ['', 'cem']) await chmod(join(root, path), 0o777);
  });
});

/** Root may read everything. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid!(65_534);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}
