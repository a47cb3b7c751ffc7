import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from '../test/class-folder.js';
import { both, PAIR, seen } from '../test/seen-class.js';
import { readClass } from './read-class.js';

/** What each is called, and what his files say. */
async function textsIn(tree: Tree, { packed = false, roster = '' } = {}): Promise<Record<string, string>> {
  const path = packed ? 'class.zip' : 'class';
  const root = await writeTree({ 'roster.csv': roster, ...(packed ? { [path]: await zipOf(tree) } : {}) });
  if (!packed) await writeTree(tree, join(root, path));
  const { students } = await readClass(join(root, path), {
    workFolder: join(await temporaryFolder(), 'work'),
    ...(roster === '' ? {} : { roster: join(root, 'roster.csv') }),
  });
  const told = students.map(async ({ name, folder, files }) => {
    const texts = files.map(async (file) => `${file}: ${await readFile(join(folder, file), 'utf8')}`);
    return [name, (await Promise.all(texts)).join(' | ')] as const;
  });
  return Object.fromEntries(await Promise.all(told));
}

const one = (folder: string, text: string): Tree => ({ [`${folder}/server.py`]: text });

describe('in a class that is packed', () => {
  test('members of a group with a long name are not one', async () => {
    const group = 'Лабораторная группа № 3, понедельник, 10 часов, преподаватель Иванов Иван Иванович';
    const name = (person: string, number: number) => `${group}-${person}_${number}_assignsubmission_file_`;
    const class_ = {
      ...one(name('Константинопольский Александр Владимирович', 101), 'a'),
      ...one(name('Константинопольский Александр Викторович', 102), 'b'),
      ...one('Ali Can_103_assignsubmission_file_', 'c'),
    };
    expect(Object.values(await textsIn(class_, { packed: true })).sort()).toEqual([
      'server.py: a',
      'server.py: b',
      'server.py: c',
    ]);
  });

  test('whose folder holds only what tools leave behind has handed in all the same', async () => {
    const class_ = {
      ...one('Ali Can', 'a'),
      ...one('Can Su', 'b'),
      'Veli Kaya/__pycache__/server.cpython-312.pyc': 'x',
    };
    expect(await textsIn(class_, { packed: true })).toEqual({
      'Ali Can': 'server.py: a',
      'Can Su': 'server.py: b',
      'Veli Kaya': '',
    });
  });

  test('a path that no system takes is left out, and everybody else is graded', async () => {
    const deep = `${'d'.repeat(199)}/`.repeat(25);
    const class_ = { ...both('Ali Can'), ...both('Veli Kaya'), ...both('Can Su'), [`Can Su/${deep}x.py`]: '' };
    const { students, left } = await seen(join(await writeTree({ 'class.zip': await zipOf(class_) }), 'class.zip'));
    expect(students).toEqual({ 'Ali Can': PAIR, 'Can Su': PAIR, 'Veli Kaya': PAIR });
    expect(Object.values(left)).toEqual(['its path has more than 1000 bytes']);
  });
});

test("archives of two people's folders from Google Drive are no parts of one download", async () => {
  const drive = async (time: string, number: number, text: string) => ({
    [`hw1-20260301T${time}Z-00${number}.zip`]: await zipOf({ 'hw1/server.py': text, 'hw1/client.py': text }),
  });
  const twoPeople = { ...(await drive('101112', 1, 'a')), ...(await drive('111213', 1, 'b')) };
  expect(Object.keys(await textsIn(twoPeople))).toHaveLength(2);
  const twoParts = { ...(await drive('101112', 1, 'a')), ...(await drive('101112', 2, 'b')) };
  expect(Object.keys(await textsIn(twoParts))).toHaveLength(1);
});

test('of two archives of one name, and of a number that is the own one, no file takes the place of another', async () => {
  const canvas = {
    'kayaveli_1_10_hw.zip': await zipOf({ 'server.py': 'a' }),
    'kayaveli_1_11_hw.tar.gz': await zipOf({ 'server.py': 'b' }),
    'canali_2_12_client-1.py': 'old',
    'canali_2_13_client-2.py': 'second',
    'canali_2_14_client-1-1.py': 'new',
  };
  expect(await textsIn(canvas)).toEqual({
    kayaveli: 'hw 1/server.py: b | hw/server.py: a',
    canali: 'client-1.py: new | client-2.py: second',
  });
});

test('a file that is named as Blackboard names them is its own student’s', async () => {
  const file = (login: string, own: string) => `HW1_${login}_attempt_2026-11-02-10-00-00_${own}`;
  const class_ = {
    [file('ali', file('ben', 'server.py'))]: 'a',
    [file('ali', 'client.py')]: 'a',
    [file('ben', 'x.py')]: 'b',
  };
  expect(await textsIn(class_)).toEqual({
    ali: 'HW1_ben_attempt_2026-11-02-10-00-00_server.py: a | client.py: a',
    ben: 'x.py: b',
  });
});

describe('on Gradescope', () => {
  const submission = (number: number, at: string, ...people: string[]) => ({
    ...one(`submission_${number}`, String(number)),
    yaml: `submission_${number}:\n  :submitters:\n${people.map((person) => `  - {${person}}\n`).join('')}  :created_at: ${at}\n`,
  });
  const classOf = (...all: ReturnType<typeof submission>[]): Tree => ({
    ...Object.assign({}, ...all.map(({ yaml: _, ...files }) => files)),
    'submission_metadata.yml': all.map(({ yaml }) => yaml).join(''),
  });
  const noon = '2026-03-01 12:00:00.000000000 Z';
  const ali = ":name: Ali Can, :sid: '1'";
  const ben = ":name: Ben Su, :sid: '2'";

  test('a group is the same in whatever order its members stand', async () => {
    const class_ = classOf(submission(1, noon, ali, ben), submission(2, noon, ben, ali));
    expect(await textsIn(class_)).toEqual({ 'Ben Su & Ali Can': 'server.py: 2' });
  });

  test('groups with one member in common, and people with the number 0, are not one', async () => {
    const class_ = classOf(
      submission(1, noon, ali, ':name: Cem'),
      submission(2, noon, ali, ':name: Dan'),
      submission(3, noon, ":name: Eva, :sid: '0'"),
      submission(4, noon, ":name: Fia, :sid: '0'"),
    );
    expect(Object.keys(await textsIn(class_))).toHaveLength(4);
  });

  test('the newest is graded when the clocks were set back between the two', async () => {
    const class_ = classOf(
      submission(1, '2026-11-01 01:50:00.000000000 -04:00', ali),
      submission(2, '2026-11-01 01:10:00.000000000 -05:00', ali),
    );
    expect(await textsIn(class_)).toEqual({ 'Ali Can': 'server.py: 2' });
  });

  test('who handed in alone and in a group is told of in both', async () => {
    const { notes } = await seen(await writeTree(classOf(submission(1, noon, ali), submission(2, noon, ali, ben))));
    expect(notes).toEqual({
      'Ali Can': ['By number, address or roster it may be of the same person as: "Ali Can & Ben Su".'],
      'Ali Can & Ben Su': ['By number, address or roster it may be of the same person as: "Ali Can".'],
    });
  });
});

describe('of people whose names are words for programs and versions', () => {
  const folders = (...names: string[]): Tree => Object.assign({}, ...names.map((name) => one(name, name)));

  test('those in the roster are found, each with his own files', async () => {
    const names = ['Alex Go', 'Alex Ip', 'Min', 'Min Son', 'Server Can', 'Can'];
    const roster = ['Name', ...names, ''].join('\n');
    const asThemselves = Object.fromEntries(names.map((name) => [name, `server.py: ${name}`]));
    expect(await textsIn(folders(...names), { roster })).toEqual(asThemselves);
    const archives = names.map(async (name) => [`${name}.zip`, await zipOf({ 'server.py': name })] as const);
    expect(await textsIn(Object.fromEntries(await Promise.all(archives)), { roster })).toEqual(asThemselves);
  });

  test('those who have one each are kept apart without a roster, and what all have is no name', async () => {
    expect(await textsIn(folders('Alex Go', 'Alex Ip', 'Bo Ek', 'Cem Su'))).toMatchObject({
      'Alex Go': 'server.py: Alex Go',
      'Alex Ip': 'server.py: Alex Ip',
    });
    const archives = { 'Alex Ip.zip': await zipOf({ 'server.py': '' }), ...folders('Bo Ek', 'Cem Su', 'Dan Ay') };
    expect(Object.keys(await textsIn(archives))).toContain('Alex Ip');
    const ofTasks = await textsIn(folders('Alex Udp', 'Alex Tcp', 'Bo Udp', 'Cem Udp', 'Dan Tcp'));
    expect(Object.keys(ofTasks)).toEqual(expect.arrayContaining(['Alex (tcp)', 'Alex (udp)']));
  });
});

test('Ann Alee and Anna Lee are two', async () => {
  const class_ = { ...one('Ann_Alee', 'a'), ...one('Anna_Lee', 'b'), ...one('Bo_Ek', 'c') };
  expect(await textsIn(class_)).toMatchObject({ Ann_Alee: 'server.py: a', Anna_Lee: 'server.py: b' });
});

test('what is of one person under two names is graded twice, and told', async () => {
  const root = await writeTree({
    ...both('class/Ali Can'),
    ...both('class/20210001'),
    ...both('class/Ben Su'),
    'roster.csv': 'Name,ID\nAli Can,20210001\nBen Su,20210002\n',
  });
  const { students } = await readClass(join(root, 'class'), {
    workFolder: join(await temporaryFolder(), 'work'),
    roster: join(root, 'roster.csv'),
  });
  expect(students.map(({ name, notes }) => [name, ...notes])).toEqual([
    ['Ali Can', 'By number, address or roster it may be of the same person as: "Ali Can".'],
    ['Ali Can', 'By number, address or roster it may be of the same person as: "20210001".'],
    ['Ben Su'],
  ]);
});

test('one participant of Moodle under two names is told of in both', async () => {
  const class_ = {
    ...both('Group A-Ali Can_55_assignsubmission_file_'),
    ...both('Ali Can_55_assignsubmission_file_'),
    ...both('Ben Su_56_assignsubmission_file_'),
  };
  const { notes } = await seen(await writeTree(class_));
  expect(notes).toEqual({
    'Ali Can': ['By number, address or roster it may be of the same person as: "Group A-Ali Can".'],
    'Group A-Ali Can': ['By number, address or roster it may be of the same person as: "Ali Can".'],
  });
});
