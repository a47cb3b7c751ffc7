import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Tree, temporaryFolder, writeTree, zipOf } from '../test/class-folder.js';
import { both, PAIR, SERVER, seen } from '../test/seen-class.js';
import { readClass } from './read-class.js';

describe('a class that lies in parts', () => {
  test('who was late lies beside: all are in the class, and who handed in both times is graded on the later', async () => {
    const root = await writeTree({
      ...both('Week 5/HW1/Ali Veli', '# the first'),
      ...both('Week 5/HW1/Ben Ok'),
      ...both('Week 5/HW1 late/Ali Veli'),
      ...both('Week 5/HW1 late/Cem Su'),
    });
    const { students, versions } = await seen(root);
    expect(students).toEqual({ 'Ali Veli': PAIR, 'Ben Ok': PAIR, 'Cem Su': PAIR });
    expect(versions).toEqual({ 'Ali Veli': ['late Ali Veli', 'Ali Veli'] });
    const { students: rows, layout } = await readClass(root, { workFolder: join(await temporaryFolder(), 'work') });
    expect(rows.map(({ name, late }) => [name, late])).toEqual([
      ['Ali Veli', true],
      ['Ben Ok', false],
      ['Cem Su', true],
    ]);
    expect(layout.why).toContain('The class lies in 2 parts: HW1, HW1 late.');
  });

  test.each([
    ['days and letters', 'Lab A - Monday', 'Lab B - Tuesday'],
    ['sections', 'Section 1', 'Section 2'],
    ['folders that nobody named', 'New folder', 'New folder (2)'],
  ])("few people in each, where its name is nobody's: %s", async (_, one, other) => {
    const root = await writeTree({ ...both(`${one}/Ali`), ...both(`${other}/Ben`), ...both(`${other}/Cem`) });
    expect((await seen(root)).students).toEqual({ Ali: PAIR, Ben: PAIR, Cem: PAIR });
  });

  test('loose files of people in each, and who was late is known by the part', async () => {
    const files = (part: string, ...names: string[]): Tree =>
      Object.fromEntries(
        names.flatMap((name) => ['server', 'client'].map((role) => [`${part}/${name}_${role}.py`, part])),
      );
    const root = await writeTree({ ...files('Monday', 'ali', 'ben'), ...files('Tuesday', 'cem', 'dan', 'eve') });
    expect(Object.keys((await seen(root)).students)).toEqual(['ali', 'ben', 'cem', 'dan', 'eve']);
    const late = await writeTree({ ...files('HW1', 'ali', 'ben', 'cem'), ...files('HW1 late', 'ali') });
    const { students } = await readClass(late, { workFolder: join(await temporaryFolder(), 'work') });
    expect(students.map(({ name, late: wasLate, files: own }) => [name, wasLate, own.length])).toEqual([
      ['ali', true, 2],
      ['ben', false, 2],
      ['cem', false, 2],
    ]);
    const project = await writeTree({
      ...files('src', 'game', 'lobby'),
      'src/util.py': '',
      'tests/check_client.py': '',
    });
    expect(Object.keys((await seen(project)).students)).toHaveLength(1);
  });

  test('groups hand in together, whatever their folders hold', async () => {
    const root = await writeTree({
      ...both('Group 1/Ali'),
      ...both('Group 2/Ben'),
      ...both('Grup 3/Cem'),
      ...both('Team A/Dana'),
    });
    expect(Object.keys((await seen(root)).students)).toEqual(['Group 1', 'Group 2', 'Grup 3', 'Team A']);
  });

  test("the same people in parts that are nobody's are several tasks, of which one must be given", async () => {
    const root = await writeTree({ ...both('HW1/Ali'), ...both('HW2/Ali'), ...both('HW2/Ben') });
    await expect(seen(root)).rejects.toThrow('It holds the same people several times, in "HW1", "HW2". Give');
  });

  test('an archive beside what was unpacked from it is the same class', async () => {
    const tree: Tree = { ...both('Ali Veli_1_assignsubmission_file_'), ...both('Ben Ok_2_assignsubmission_file_') };
    const root = await writeTree({ 'HW1-77.zip': await zipOf(tree) });
    await writeTree(tree, join(root, 'HW1-77'));
    expect(await seen(root)).toMatchObject({
      layout: 'moodle',
      students: { 'Ali Veli': PAIR, 'Ben Ok': PAIR },
      left: { 'HW1-77.zip': 'it lies unpacked beside it' },
    });
  });

  test('what belongs to the task lies beside the folder of submissions', async () => {
    const root = await writeTree({
      ...both('submissions/Ali'),
      ...both('submissions/Ben'),
      'handout/server.py': SERVER,
      'grades.xlsx': 'x',
    });
    expect(await seen(root)).toMatchObject({
      students: { Ali: PAIR, Ben: PAIR },
      left: { handout: 'it lies beside the class, not in it', 'grades.xlsx': 'it lies beside the class, not in it' },
    });
  });

  test('a student who calls a folder "submissions" puts nobody out of the class', async () => {
    const root = await writeTree({
      ...both('submissions/Zoe'),
      ...both('submissions/Max'),
      ...both('Ali'),
      ...both('Ben'),
    });
    expect(Object.keys((await seen(root)).students)).toEqual(expect.arrayContaining(['Ali', 'Ben']));
  });
});

test('two folders that nobody named are two submissions, not two versions of one', async () => {
  const root = await writeTree({ ...both('Ali Veli'), ...both('New folder'), ...both('New folder (2)') });
  const { students, versions } = await seen(root);
  expect(students).toEqual({ 'Ali Veli': PAIR, 'New folder': PAIR, 'New folder (2)': PAIR });
  expect(versions).toEqual({});
});

test('two tasks of somebody are no versions of one, and two people whom a language tells apart are two', async () => {
  const root = await writeTree({
    ...both('hw1_Cem Su'),
    ...both('hw2_Cem Su'),
    ...both('py_lee'),
    ...both('cpp_lee'),
    ...both('Ben Ok', '# the first'),
    ...both('Ben Ok hw1'),
  });
  const { students, versions, notes } = await seen(root);
  expect(students).toEqual({
    'Cem Su (hw1)': PAIR,
    'Cem Su (hw2)': PAIR,
    'lee (py)': PAIR,
    'lee (cpp)': PAIR,
    'Ben Ok': PAIR,
  });
  expect(Object.keys(versions)).toEqual(['Ben Ok']);
  expect(notes['lee (py)']).toEqual(['Of nearly the same name: "cpp_lee".']);
  const loose = await writeTree(
    Object.fromEntries(
      ['udp', 'tcp'].flatMap((task) => [`ali_${task}_server.py`, `ali_${task}_client.py`].map((name) => [name, task])),
    ),
  );
  await writeTree({ 'ben_server.py': '', 'ben_client.py': '' }, loose);
  expect((await seen(loose)).students).toEqual({
    'ali (tcp)': 'ali_tcp_client.py ali_tcp_server.py',
    'ali (udp)': 'ali_udp_client.py ali_udp_server.py',
    ben: 'ben_client.py ben_server.py',
  });
});
