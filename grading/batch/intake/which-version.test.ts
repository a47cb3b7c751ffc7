import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from '../test/class-folder.js';
import { both, CLIENT, PAIR, SERVER, seen } from '../test/seen-class.js';
import { readClass } from './read-class.js';

describe('of several versions the newest is graded, and the row names the others', () => {
  test.each([
    ['the last', 'final', 'final2'],
    ['in Turkish', 'ilk', 'son'],
    ['in German', 'alt', 'neu'],
    ['before and after numbers', 'v3', 'final'],
    ['as Schoology names them', 'Revision 1 - On time', 'Revision 2 - Late'],
    ['days as people write them', '05.03.2026', '07.03.2026'],
  ])('in folders: %s', async (_, older, newer) => {
    const root = await writeTree({ ...both(`Ali/${older}`, '# old'), ...both(`Ali/${newer}`), ...both('Ben') });
    const { students, versions } = await seen(root);
    expect(students).toEqual({ Ali: PAIR, Ben: PAIR });
    expect(versions).toEqual({ Ali: [newer, older] });
  });

  test('folders of which neither is said to be newer are no versions', async () => {
    const root = await writeTree({ ...both('Ali/new', '# one'), ...both('Ali/final'), ...both('Ben') });
    const { students, versions } = await seen(root);
    expect(students).toEqual({ Ali: 'final/client.py final/server.py new/client.py new/server.py', Ben: PAIR });
    expect(versions).toEqual({});
  });

  test('VPL keeps what came of running a version beside it', async () => {
    const root = await writeTree({
      ...both('Ali Veli 5 ali/2026-03-05-14-33-21', '# the first'),
      'Ali Veli 5 ali/2026-03-05-14-33-21.ceg/execution.txt': 'x',
      ...both('Ali Veli 5 ali/2026-03-06-09-00-00'),
      ...both('Ben Ok 6 ben/2026-03-05-14-33-21'),
    });
    const { students, versions } = await seen(root);
    expect(students).toEqual({ 'Ali Veli 5 ali': PAIR, 'Ben Ok 6 ben': PAIR });
    expect(versions).toEqual({ 'Ali Veli 5 ali': ['2026-03-06-09-00-00', '2026-03-05-14-33-21'] });
  });

  test("a day, an hour or the subject of a mail in a name is nobody's name", async () => {
    const root = await writeTree({
      ...both('2026-03-05 HW1 - Ali Veli', '# the first'),
      ...both('2026-03-06 RE HW1 - Ali Veli'),
      ...both('Ben Ok 05.03.2026', '# the first'),
      ...both('Ben Ok 07.03.2026'),
      ...both('Cem Su - 2026-03-05T14-33'),
    });
    const { students, versions } = await seen(root);
    expect(students).toEqual({ 'Ali Veli': PAIR, 'Ben Ok': PAIR, 'Cem Su': PAIR });
    expect(versions).toEqual({
      'Ali Veli': ['2026-03-06 RE HW1 - Ali Veli', '2026-03-05 HW1 - Ali Veli'],
      'Ben Ok': ['Ben Ok 07.03.2026', 'Ben Ok 05.03.2026'],
    });
  });

  test('Autolab: the address says who, the number behind it which', async () => {
    const root = await writeTree({
      'ali@uni.example_1_server.py': '# the first',
      'ali@uni.example_2_server.py': SERVER,
      'ben@uni.example_1_server.py': SERVER,
    });
    const { students, versions } = await seen(root);
    expect(students).toEqual({
      'ali@uni.example': 'ali@uni.example_2_server.py',
      'ben@uni.example': 'ben@uni.example_1_server.py',
    });
    expect(versions).toEqual({ 'ali@uni.example': ['ali@uni.example_2_server.py', 'ali@uni.example_1_server.py'] });
  });
});

describe('where it cannot be known which program is meant, the row says so', () => {
  test.each([
    ['two tasks', 'HW1/server.py', 'HW2/server.py'],
    ['a downloaded copy', 'server (1).py', 'server.py'],
    ['an old version', 'server.py', 'server_old.py'],
    ['numbered folders', '1/server.py', '2/server.py'],
  ])('%s', async (_, one, other) => {
    const root = await writeTree({
      [`Ali/${one}`]: SERVER,
      [`Ali/${other}`]: '# another',
      'Ali/client.py': CLIENT,
      ...both('Ben'),
    });
    expect((await seen(root)).notes).toEqual({
      Ali: [`Several files may be the same program: "${one}", "${other}". The report says which was graded.`],
    });
  });

  test('of very many the first', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`Ali/${at + 100}/server.py`, `# ${at}`]));
    const root = await writeTree({ ...many, ...both('Ben') });
    expect((await seen(root)).notes).toEqual({
      Ali: [
        'Several files may be the same program: "100/server.py", "101/server.py", "102/server.py" and others. The report says which was graded.',
      ],
    });
  });

  test('not of copies with the same content, of several clients, or of the modules of one program', async () => {
    const root = await writeTree({
      ...both('Ali/a'),
      ...both('Ali/b'),
      ...both('Ben'),
      'Ben/client(1).py': '# another client',
      'Ben/x/client.py': '# a third client',
      'Cem/ServerMain.java': 'class A {}',
      'Cem/ServerThread.java': 'class B {}',
      'Cem/a/Message.java': 'class C {}',
      'Cem/b/Message.java': 'class D {}',
    });
    expect((await seen(root)).notes).toEqual({});
  });
});

test.each([
  ['Sakai', 'Submission attachment(s)', 'Feedback Attachment(s)'],
  ['OpenOlat', '2_submissions', '3_reviews'],
])("what a teacher gave back is not graded as the student's: %s", async (_, own, given) => {
  const tree: Tree = { ...both(`Veli, Ali (av1)/${own}`), [`Veli, Ali (av1)/${given}/server.py`]: '# corrected' };
  const root = await writeTree({ ...tree, 'Veli, Ali (av1)/timestamp.txt': '1', ...both('Ok, Ben (bo2)') });
  expect(await seen(root)).toMatchObject({
    students: { 'Veli, Ali (av1)': PAIR, 'Ok, Ben (bo2)': PAIR },
    notes: { 'Veli, Ali (av1)': [`Not graded, for it lies beside what was handed in: "${given}".`] },
  });
});

test('OpenOlat: what was handed in again after a correction is graded', async () => {
  const root = await writeTree({
    'Veli_Ali_4711/1_task/task.pdf': '%PDF',
    ...both('Veli_Ali_4711/2_submissions', '# the first'),
    'Veli_Ali_4711/3_corrections/server.py': '# corrected',
    ...both('Veli_Ali_4711/4_revisions_1', '# the second'),
    'Veli_Ali_4711/5_corrections_1/notes.txt': 'better',
    ...both('Veli_Ali_4711/6_revisions_2'),
    ...both('Ok_Ben_4712/2_submissions'),
  });
  expect(await seen(root)).toMatchObject({
    students: { Veli_Ali_4711: PAIR, Ok_Ben_4712: PAIR },
    versions: { Veli_Ali_4711: ['6_revisions_2', '4_revisions_1', '2_submissions'] },
    notes: { Veli_Ali_4711: ['Not graded, for it lies beside what was handed in: "3_corrections".'] },
  });
});

describe('where the last that was handed in holds no program, what came before it is graded', () => {
  const BEFORE = 'What was handed in last holds no program, so what came before it was graded.';

  test('a report that came late', async () => {
    const root = await writeTree({
      ...both('HW1/Ali Veli'),
      ...both('HW1/Ben Ok'),
      'HW1 late/Ali Veli/report.pdf': '%PDF',
      'HW1 late/Cem Su/report.pdf': '%PDF',
    });
    const { students } = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
    const [ali, , cem] = students;
    expect(ali).toMatchObject({
      files: ['client.py', 'server.py'],
      late: false,
      versions: [
        { name: 'late Ali Veli', graded: false },
        { name: 'Ali Veli', graded: true },
      ],
      notes: [BEFORE],
    });
    expect(cem).toMatchObject({ files: ['report.pdf'], late: true });
  });

  test('of attempts that a platform keeps, and of archives', async () => {
    const root = await writeTree({
      'HW_av1_attempt_2026-11-01-10-00-00.txt': 'Name: Ali Veli (av1)\n',
      'HW_av1_attempt_2026-11-01-10-00-00_server.py': SERVER,
      'HW_av1_attempt_2026-11-02-10-00-00_report.pdf': '%PDF',
      'HW_bo2_attempt_2026-11-01-10-00-00_server.py': SERVER,
    });
    expect(await seen(root)).toMatchObject({ layout: 'blackboard', notes: { 'Ali Veli': [BEFORE] } });
    const zips = await writeTree({
      'Ali Veli v1.zip': await zipOf({ 'server.py': SERVER }),
      'Ali Veli v2.zip': await zipOf({ 'report.pdf': '%PDF' }),
      'Ben Ok.zip': await zipOf({ 'server.py': SERVER }),
    });
    expect(await seen(zips)).toMatchObject({
      students: { 'Ali Veli': 'server.py', 'Ben Ok': 'server.py' },
      versions: { 'Ali Veli': ['Ali Veli v2.zip', 'Ali Veli v1.zip'] },
      notes: { 'Ali Veli': [BEFORE] },
    });
  });

  test('but not where a program may be among what could not be read', async () => {
    const root = await writeTree({
      'Ali Veli v1.zip': await zipOf({ 'server.py': SERVER }),
      'Ali Veli v2.zip': Buffer.from('Rar!\x1a\x07\x00'),
      'Ben Ok.zip': await zipOf({ 'server.py': SERVER }),
    });
    const { students } = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
    expect(students[0]!.unreadable).toMatch(/RAR/);
  });
});

test("Moodle: feedback is nobody's submission, and blind participants are told apart in any language", async () => {
  const root = await writeTree({
    ...both('Katılımcı_1_assignsubmission_file_'),
    ...both('Katılımcı_2_assignsubmission_file_'),
    ...both('Katılımcı_3_assignsubmission_file_'),
    'Katılımcı_3_assignfeedback_file_/server.py': '# corrected',
  });
  expect(await seen(root)).toMatchObject({
    layout: 'moodle',
    students: { 'Katılımcı 1': PAIR, 'Katılımcı 2': PAIR, 'Katılımcı 3': PAIR },
    left: { Katılımcı_3_assignfeedback_file_: 'it is what a teacher gave back' },
  });
});

test.each([
  ['French', '5 mars, 2026 1233', '6 mars, 2026 0911'],
  ['Turkish', 'Oca 31, 2026 1233', 'Şub 1, 2026 0911'],
  ['Spanish', '9 de abril de 2026 1233', '1 de mayo de 2026 0911'],
  ['noon and midnight', 'Mar 5, 2026 1200 AM', 'Mar 5, 2026 1200 PM'],
])('Brightspace: months in the language of the site, %s', async (_, older, newer) => {
  const root = await writeTree({
    ...both(`123-45 - Ali Veli - ${older}`, '# the first'),
    ...both(`123-45 - Ali Veli - ${newer}`),
    ...both(`124-45 - Ben Ok - ${older}`),
  });
  const { layout, students, versions } = await seen(root);
  expect(layout).toBe('brightspace');
  expect(students).toEqual({ 'Ali Veli': PAIR, 'Ben Ok': PAIR });
  expect(versions).toEqual({ 'Ali Veli': [`123-45 - Ali Veli - ${newer}`, `123-45 - Ali Veli - ${older}`] });
});
