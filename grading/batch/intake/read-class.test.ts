import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import {
  type Tree,
  temporaryFolder,
  unicodePath,
  writeTar,
  writeTree,
  zipOf,
  zipOfBytes,
} from '../test/class-folder.js';
import type { Class } from './class.js';
import { type ReadClassOptions, readClass } from './read-class.js';

const SERVER = 'import socket\ns = socket.socket()\ns.bind(("", 5550))\n';
const CLIENT = 'import socket\ns = socket.socket()\ns.connect(("127.0.0.1", 5550))\n';

async function read(path: string, options: Partial<ReadClassOptions> = {}): Promise<Class> {
  return readClass(path, { workFolder: join(await temporaryFolder(), 'work'), ...options });
}

/** What a reader of the output sees: who handed in which files. */
const shown = ({ layout, students }: Class) => ({
  layout: layout.name,
  students: Object.fromEntries(students.map((student) => [student.name, student.files])),
});

/** The same tree as a folder and as a zip with and without a folder around it. */
async function everyPacking(tree: Tree, wrapper: string): Promise<[string, string][]> {
  const folder = await temporaryFolder();
  await writeTree(tree, join(folder, wrapper));
  const wrapped = Object.fromEntries(Object.entries(tree).map(([path, content]) => [`${wrapper}/${path}`, content]));
  await writeFile(join(folder, `${wrapper}.zip`), await zipOf(tree));
  await writeTree({ 'wrapped.zip': await zipOf(wrapped) }, join(folder, 'other'));
  await writeTree(wrapped, join(folder, 'outer'));
  return [
    ['folder', join(folder, wrapper)],
    ['zip', join(folder, `${wrapper}.zip`)],
    ['zip of a folder', join(folder, 'other', 'wrapped.zip')],
    ['folder in a folder', join(folder, 'outer')],
    ['zip in a folder', join(folder, 'other')],
  ];
}

describe('layouts are recognised by themselves, however they are packed', () => {
  const two = { 'server.py': SERVER, 'client.py': CLIENT };
  const cases: {
    layout: string;
    wrapper: string;
    tree: () => Promise<Tree> | Tree;
    students: Record<string, string[]>;
  }[] = [
    {
      layout: 'folders',
      wrapper: 'week3',
      tree: () => ({ 'Ali Veli/server.py': SERVER, 'Ali Veli/client.py': CLIENT, 'Ayşe Gül/src/server.py': SERVER }),
      students: { 'Ali Veli': ['client.py', 'server.py'], 'Ayşe Gül': ['server.py'] },
    },
    {
      layout: 'archives',
      wrapper: 'hw1',
      tree: async () => ({ 'ali.zip': await zipOf(two), 'ben_hw1.zip': await zipOf({ 'ben/server.py': SERVER }) }),
      students: { ali: ['client.py', 'server.py'], ben: ['server.py'] },
    },
    {
      layout: 'files',
      wrapper: 'udp',
      tree: () => ({
        'ali_server.py': SERVER,
        'ali_client.py': CLIENT,
        'UDPServerBen.py': SERVER,
        'client-ben.py': CLIENT,
        'cemserver.py': SERVER,
        'cemclient.py': CLIENT,
        'Сервер_Иван.py': SERVER,
        'Клиент_Иван.py': CLIENT,
      }),
      students: {
        ali: ['ali_client.py', 'ali_server.py'],
        Ben: ['UDPServerBen.py', 'client-ben.py'],
        cem: ['cemclient.py', 'cemserver.py'],
        Иван: ['Клиент_Иван.py', 'Сервер_Иван.py'],
      },
    },
    {
      layout: 'moodle',
      wrapper: 'NET101-Homework 1-4711',
      tree: async () => ({
        'Ali Veli_101_assignsubmission_file/server.py': SERVER,
        'Ali Veli_101_assignsubmission_file/client.py': CLIENT,
        'Ali Veli_101_assignsubmission_onlinetext/onlinetext.html': '<p>see files</p>',
        'Gül Ay_102_assignsubmission_file_/work.zip': await zipOf({ 'work/server.py': SERVER }),
        'Participant_103_assignsubmission_file/server.py': SERVER,
        'Team Red_9_assignsubmission_file/server.py': SERVER,
        'Default group_assignsubmission_file/client.py': CLIENT,
      }),
      students: {
        'Ali Veli': ['client.py', 'server.py'],
        'Gül Ay': ['server.py'],
        'Participant 103': ['server.py'],
        'Team Red': ['server.py'],
        'Default group': ['client.py'],
      },
    },
    {
      layout: 'moodle',
      wrapper: 'flat',
      tree: () => ({
        'Ali Veli_101_assignsubmission_file_server.py': SERVER,
        'Ali Veli_101_assignsubmission_file_client_1.py': CLIENT,
        'Gül Ay_102_assignsubmission_file_server.py': SERVER,
      }),
      students: { 'Ali Veli': ['client_1.py', 'server.py'], 'Gül Ay': ['server.py'] },
    },
    {
      layout: 'canvas',
      wrapper: 'submissions',
      tree: async () => ({
        'veliali_11_901_server.py': SERVER,
        'veliali_11_902_client.py': CLIENT,
        'gulay_LATE_12_903_homework.zip': await zipOf(two),
        'solo_13_904_server-2.py': SERVER,
        'anon_Zx4Pq_905_server.py': SERVER,
        'de_la_cruzana_14_906_my_server.py': SERVER,
      }),
      students: {
        veliali: ['client.py', 'server.py'],
        gulay: ['client.py', 'server.py'],
        solo: ['server.py'],
        'anon Zx4Pq': ['server.py'],
        de_la_cruzana: ['my_server.py'],
      },
    },
    {
      layout: 'gradescope',
      wrapper: 'assignment_55_export',
      tree: () => ({
        'submission_metadata.yml': [
          'submission_7001:',
          '  :submitters:',
          '  - :name: Ali Veli',
          "    :sid: '2019001'",
          '    :email: ali@example.edu',
          '  :created_at: 2026-03-01 10:00:00.000000000 Z',
          'submission_7002:',
          '  :submitters:',
          '  - :name: Ben Ok',
          '    :email: ben@example.edu',
          '  - :name: Cem Su',
          '    :email: cem@example.edu',
        ].join('\n'),
        'submission_7001/server.py': SERVER,
        'submission_7002/server.py': SERVER,
        '__MACOSX/submission_7001/._server.py': 'junk',
      }),
      students: { 'Ali Veli': ['server.py'], 'Ben Ok & Cem Su': ['server.py'] },
    },
    {
      layout: 'blackboard',
      wrapper: 'gradebook_NET101_Homework 1_2026-03-02-09-00-00',
      tree: () => ({
        'Homework 1_av11_attempt_2026-02-28-23-59-01_server.py': '# the first try',
        'Homework 1_av11_attempt_2026-03-01-10-20-30.txt': 'Name: Ali Veli (av11)',
        'Homework 1_av11_attempt_2026-03-01-10-20-30_server.py': SERVER,
        'Homework 1_av11_attempt_2026-03-01-10-20-30_my_client.py': CLIENT,
        'Homework 1_ben_ok_attempt_2026-03-01-11-00-00_server.py': SERVER,
      }),
      students: { 'Ali Veli': ['my_client.py', 'server.py'], ben_ok: ['server.py'] },
    },
    {
      layout: 'brightspace',
      wrapper: 'Homework 1 Download Mar 2, 2026 900 AM',
      tree: () => ({
        'index.html': '<html>',
        '11-4711 - Ali Veli - Mar 1, 2026 1020 PM/server.py': SERVER,
        '11-4711 - Ali Veli - Mar 1, 2026 1030 AM/server.py': '# the first try',
        '12-4711 - Ayşe Gül-Su - Mar 1, 2026 904 AM/client.py': CLIENT,
      }),
      students: { 'Ali Veli': ['server.py'], 'Ayşe Gül-Su': ['client.py'] },
    },
    {
      layout: 'brightspace',
      wrapper: 'Homework 2 Download 08 October, 2026 1126',
      tree: async () => ({
        'index.html': '<html>',
        '11-4711 - Ali Veli - 7 October, 2026 1120 - server.py': SERVER,
        '11-4711 - Ali Veli - 7 October, 2026 1120 - my - client.py': CLIENT,
        '11-4711 - Ali Veli - 7 October, 2026 958 - server.py': '# the first try',
        '12-4711 - Gül-Su, Ayşe - Oct 7, 2026 1205 AM - AGül - hw.zip': await zipOf(two),
        '13-4711 - Ben Ok - Oct 7, 2026 208 PM.py': SERVER,
      }),
      students: {
        'Ali Veli': ['my - client.py', 'server.py'],
        'Gül-Su, Ayşe': ['client.py', 'server.py'],
        'Ben Ok': ['13-4711 - Ben Ok - Oct 7, 2026 208 PM.py'],
      },
    },
    {
      layout: 'github-classroom',
      wrapper: 'udp-hello-submissions',
      tree: () => ({
        'udp-hello-ali/server.py': SERVER,
        'udp-hello-ali/.git/HEAD': 'ref: refs/heads/main\n',
        'udp-hello-ali-2/server.py': SERVER,
        'udp-hello-ali-2/.git/HEAD': 'ref: refs/heads/main\n',
      }),
      students: { ali: ['server.py'], 'ali-2': ['server.py'] },
    },
    {
      layout: 'classroom-50',
      wrapper: 'downloaded',
      tree: () => ({
        'scores.csv': 'username,score\n',
        'net-udp-hello-ali/server.py': SERVER,
        'net-udp-hello-ali/.git/HEAD': 'ref\n',
        'net-udp-hello-ben/server.py': SERVER,
        'net-udp-hello-ben/.git/HEAD': 'ref\n',
      }),
      students: { ali: ['server.py'], ben: ['server.py'] },
    },
  ];
  for (const { layout, wrapper, tree, students } of cases) {
    test(`${layout} (${wrapper})`, async () => {
      for (const [packing, path] of await everyPacking(await tree(), wrapper)) {
        expect({ packing, ...shown(await read(path)) }).toEqual({ packing, layout, students });
      }
    });
  }

  test('a clone with work on other branches says so', async () => {
    const clone = (name: string, refs: Record<string, string>) =>
      Object.fromEntries(
        Object.entries({ 'server.py': SERVER, '.git/HEAD': 'ref: refs/heads/main\n', ...refs }).map(([file, text]) => [
          `udp-hello-${name}/${file}`,
          text,
        ]),
      );
    const root = await writeTree({
      ...clone('ali', {
        '.git/packed-refs': '# pack-refs\n1a2b refs/remotes/origin/main\n3c4d refs/remotes/origin/dev\n',
        '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/main\n',
        '.git/refs/remotes/origin/my/try': '5e6f\n',
        '.git/refs/remotes/origin/feedback': '7a8b\n',
      }),
      ...clone('ben', { '.git/refs/remotes/origin/main': '1a2b\n' }),
    });
    const { students } = await read(root);
    expect(students.map(({ notes }) => notes)).toEqual([
      ['Graded is the branch that is checked out. There are also: dev, my/try.'],
      [],
    ]);
  });

  test('one submission given as a class is read as one submission', async () => {
    const root = await writeTree({
      'my work/server.py': SERVER,
      'my work/client.py': CLIENT,
      'my work/messages.py': '',
    });
    expect(shown(await read(join(root, 'my work')))).toEqual({
      layout: 'single',
      students: { 'my work': ['client.py', 'messages.py', 'server.py'] },
    });
  });

  test('a class of one student in a folder is not mistaken for a wrapper', async () => {
    const root = await writeTree({ 'ali/server/main.py': SERVER, 'ali/client/main.py': CLIENT });
    expect(shown(await read(root))).toEqual({
      layout: 'folders',
      students: { ali: ['client/main.py', 'server/main.py'] },
    });
  });

  test('the layout can be said, and an unknown one is refused by name', async () => {
    const root = await writeTree({ 'submission_1/server.py': SERVER, 'submission_2/server.py': SERVER });
    expect(shown(await read(root, { layout: 'folders' })).layout).toBe('folders');
    await expect(read(root, { layout: 'sakai' as 'moodle' })).rejects.toThrow(/no layout "sakai".*moodle/);
  });

  test('numbered groups stay apart', async () => {
    const root = await writeTree({
      'Group 1/server.py': SERVER,
      'Group 2/server.py': SERVER,
      'Group 12/server.py': SERVER,
    });
    expect((await read(root)).students.map(({ key }) => key)).toEqual(['group-1', 'group-12', 'group-2']);
  });
});

describe('versions', () => {
  test('the newest is graded and the older are named', async () => {
    const root = await writeTree({
      'ali_server.py': SERVER,
      'ali_server_v2.py': `${SERVER}# v2`,
      'ben.zip': await zipOf({ 'server.py': 'old' }),
      'ben (1).zip': await zipOf({ 'server.py': 'new' }),
      'cem_server.py': SERVER,
      'cem_server_final.py': SERVER,
    });
    const { students } = await read(root);
    const [ali, ben, cem] = students;
    expect(ali?.versions).toEqual([
      { name: 'ali_server_v2.py', graded: true },
      { name: 'ali_server.py', graded: false },
    ]);
    expect(await readFile(join(ben!.folder, 'server.py'), 'utf8')).toBe('new');
    expect(cem?.files).toEqual(['cem_server_final.py']);
  });

  test('without a mark the one changed last is the newest', async () => {
    const root = await writeTree({
      'ali/server.py': 'folder',
      'ali.zip': await zipOf({ 'server.py': 'zip' }),
      'ben/server.py': '',
    });
    await utimes(join(root, 'ali'), new Date('2026-01-01'), new Date('2026-01-01'));
    await utimes(join(root, 'ali.zip'), new Date('2026-02-01'), new Date('2026-02-01'));
    const [ali] = (await read(root)).students;
    expect(await readFile(join(ali!.folder, 'server.py'), 'utf8')).toBe('zip');
    expect(ali?.versions.map(({ name }) => name)).toEqual(['ali.zip', 'ali']);
  });

  test('Canvas: a resubmitted file replaces the earlier one; numbered clients are no resubmissions', async () => {
    const root = await writeTree({
      'a_1_10_server.py': 'old',
      'a_1_11_server-1.py': 'new',
      'b_LATE_2_12_client-1.py': 'one',
      'b_LATE_2_13_client-2.py': 'two',
      'b_2_14_text.html': '<p>hello</p>',
    });
    const { students, notUnderstood } = await read(root);
    const [a, b] = students;
    expect(a?.versions).toEqual([
      { name: 'a_1_11_server-1.py', graded: true },
      { name: 'a_1_10_server.py', graded: false },
    ]);
    expect(await readFile(join(a!.folder, 'server.py'), 'utf8')).toBe('new');
    expect(b).toMatchObject({ files: ['client-1.py', 'client-2.py'], late: true });
    expect(notUnderstood).toEqual([{ path: 'b_2_14_text.html', why: expect.stringContaining('text') }]);
  });

  test.each([
    [
      'Blackboard',
      'HW_av11_attempt_2026-02-28-23-59-01_server.py',
      'HW_av11_attempt_2026-03-01-10-20-30_server.py',
      'HW_ben_attempt_2026-03-01-10-20-30_server.py',
    ],
    [
      'Brightspace',
      '11-47 - Ali - Mar 1, 2026 1130 AM/server.py',
      '11-47 - Ali - Mar 1, 2026 1210 PM/server.py',
      '12-47 - Ben - Mar 1, 2026 904 AM/server.py',
    ],
  ])('%s: of several attempts the newest is graded, and all are named', async (_, older, newer, other) => {
    const { students } = await read(await writeTree({ [older]: 'old', [newer]: 'new', [other]: SERVER }));
    expect(students).toHaveLength(2);
    const first = students[0]!;
    expect(await readFile(join(first.folder, 'server.py'), 'utf8')).toBe('new');
    expect(first.versions).toEqual([
      { name: newer.split('/')[0], graded: true },
      { name: older.split('/')[0], graded: false },
    ]);
  });

  test('Gradescope: who handed in twice is graded once, on the later submission', async () => {
    const submitter = "  :submitters:\n  - :name: Ali\n    :sid: '1'\n";
    const root = await writeTree({
      'submission_metadata.yml': `submission_9:\n${submitter}submission_10:\n${submitter}`,
      'submission_9/server.py': 'old',
      'submission_10/server.py': 'new',
    });
    const { students } = await read(root);
    expect(students).toHaveLength(1);
    expect(students[0]).toMatchObject({
      name: 'Ali',
      id: '1',
      platformId: '10',
      versions: [
        { name: 'submission_10', graded: true },
        { name: 'submission_9', graded: false },
      ],
    });
  });
});

describe('nothing is dropped', () => {
  test('what is not understood is listed with a reason', async () => {
    const root = await writeTree({
      'ali/server.py': SERVER,
      'ben/work.rar': Buffer.from('526172211a0700cf', 'hex'),
      'cem/notes.zip': 'not a zip',
      'cem/server.py': SERVER,
      'dora/server.7z': Buffer.from('377abcaf271c0004', 'hex'),
      'grades.xlsx': 'x',
    });
    const { students, notUnderstood } = await read(root);
    expect(notUnderstood).toEqual([
      { path: 'grades.xlsx', why: expect.stringContaining('a document') },
      { path: 'ben/work.rar', why: expect.stringContaining('RAR') },
      { path: 'cem/notes.zip', why: expect.stringContaining('is none') },
      { path: 'dora/server.7z', why: expect.stringContaining('7z') },
    ]);
    expect(students.map(({ name, unreadable, notes }) => [name, unreadable !== undefined, notes])).toEqual([
      ['ali', false, []],
      ['ben', true, []],
      ['cem', false, ['Left out: cem/notes.zip (it is named like an archive, but is none).']],
      ['dora', true, []],
    ]);
  });

  test('a file that is too large is left out by itself', async () => {
    const root = await writeTree({ 'ali/client.py': CLIENT, 'ali/zserver.py': SERVER, 'ben/server.py': SERVER });
    await truncate(join(await writeTree({ 'ali/recording.pcap': '' }, root), 'ali', 'recording.pcap'), 2 ** 31);
    const { students, notUnderstood } = await read(root);
    expect(students.map(({ files }) => files)).toEqual([['client.py', 'zserver.py'], ['server.py']]);
    expect(notUnderstood).toEqual([{ path: 'ali/recording.pcap', why: expect.stringContaining('it is too large') }]);
  });

  test('a class that is given as a link is read where it lies', async () => {
    const root = await writeTree({
      'week5-submissions/week5-ali/server.py': SERVER,
      'week5-submissions/week5-ben/server.py': SERVER,
    });
    await symlink(join(root, 'week5-submissions'), join(root, 'here'));
    const { students } = await read(join(root, 'here'));
    expect(students).toHaveLength(2);
  });

  test('an empty folder is a student who handed in nothing that could be read', async () => {
    const root = await writeTree({ 'ali/server.py': SERVER, 'ben/': '' });
    const ben = (await read(root)).students.find(({ name }) => name === 'ben');
    expect(ben).toMatchObject({ files: [], notes: ['There is no file in it.'] });
  });

  test('a class in which nobody is found is an error in usage that says what was found', async () => {
    const root = await writeTree({ 'ali/server.py': SERVER, 'ben/server.py': SERVER });
    await expect(read(root, { layout: 'moodle' })).rejects.toThrow(
      /^There is no submission in ".*", read with the layout moodle\. "ali": it is not named as Moodle names submissions\./,
    );
  });

  test('an empty class and a missing one are errors in usage', async () => {
    await expect(read(await temporaryFolder())).rejects.toThrow('is empty');
    await expect(read('/nowhere/at/all')).rejects.toThrow('no file or folder');
  });
});

describe('what archives and folders hold beside programs', () => {
  test('links in a folder or a tar are left out and listed', async () => {
    const root = await writeTree({ 'ali/server.py': SERVER });
    await symlink('/etc/passwd', join(root, 'ali', 'passwd.py'));
    await mkdir(join(root, 'ben'));
    await writeTar(join(root, 'ben', 'work.tar'), [
      { name: 'server.py', content: SERVER },
      { name: 'passwd', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'hard', type: 'link', linkname: '/etc/passwd' },
      { name: '../up.py', content: 'x' },
    ]);
    const { students, notUnderstood } = await read(root);
    expect(students.map(({ files }) => files.filter((file) => file.endsWith('.py')))).toEqual([
      ['server.py'],
      [expect.stringContaining('server.py')],
    ]);
    expect(notUnderstood.map(({ path }) => path)).toEqual([
      'ali/passwd.py',
      'ben/work.tar/passwd',
      'ben/work.tar/hard',
      'ben/work.tar/../up.py',
    ]);
  });

  test.skipIf(process.platform === 'win32')(
    'backslashes in a name lead into a folder and never out of it',
    async () => {
      const root = await writeTree({ 'ali/server.py': SERVER, 'ben/server.py': SERVER });
      await writeFile(join(root, 'ben', 'src\\client.py'), CLIENT);
      await writeFile(join(root, 'ben', '..\\ali\\server.py'), 'replaced');
      const workFolder = join(await temporaryFolder(), 'work');
      const { students, notUnderstood } = await read(root, { workFolder });
      expect(students.map(({ files }) => files)).toEqual([['server.py'], ['server.py', 'src/client.py']]);
      expect(await readFile(join(students[0]!.folder, 'server.py'), 'utf8')).toBe(SERVER);
      expect(notUnderstood).toEqual([{ path: 'ben/..\\ali\\server.py', why: 'its path leads out of the archive' }]);
    },
  );

  // Only Linux takes such names.
  test.skipIf(process.platform !== 'linux')('names that are not UTF-8 harm nobody', async () => {
    const root = await writeTree({ 'ali/client.py': CLIENT, 'ben/server.py': SERVER });
    const latin1 = (...parts: string[]): Buffer => Buffer.from([root, ...parts].join('/'), 'latin1');
    await writeFile(latin1('ali', 's\xe9rver.py'), SERVER);
    await mkdir(latin1('c\xe9m'));
    await writeFile(latin1('c\xe9m', 'client.py'), CLIENT);
    await writeFile(latin1('d\xe9.zip'), await zipOf({ 'server.py': SERVER }));
    const { students, notUnderstood } = await read(root);
    expect(students.map(({ name, files }) => [name, files])).toEqual([
      ['ali', ['client.py', 's\ufffdrver.py']],
      ['ben', ['server.py']],
      ['cém', ['client.py']],
      ['dé', ['server.py']],
    ]);
    expect(notUnderstood).toEqual([]);
  });

  test('what systems leave behind is not handed in', async () => {
    const root = await writeTree({
      'ali.zip': await zipOf({
        'ali/server.py': SERVER,
        '__MACOSX/ali/._server.py': 'x',
        'ali/.DS_Store': 'x',
        'ali/__pycache__/server.cpython-311.pyc': 'x',
        'ali/node_modules/left/index.js': 'x',
        'ali/.git/config': 'x',
        'ali/~$report.docx': 'x',
      }),
      'ben/server.py': SERVER,
      '$RECYCLE.BIN/S-1-5-21/desktop.ini': 'x',
      'System Volume Information/WPSettings.dat': 'x',
      '.Trashes/501/server.py': SERVER,
      '.Spotlight-V100/Store-V2/x': 'x',
      'New folder/.keep': '',
    });
    expect(shown(await read(root)).students).toEqual({ ali: ['server.py'], ben: ['server.py'] });
  });

  test('a gzipped tar opens whatever its ending says, and a damaged zip is said to be damaged', async () => {
    const folder = await temporaryFolder();
    await writeTar(join(folder, 'plain.tar'), [{ name: 'server.py', content: SERVER }]);
    const tgz = gzipSync(await readFile(join(folder, 'plain.tar')));
    const zip = await zipOf({ 'server.py': SERVER });
    const root = await writeTree({
      'ali.tar.gz': tgz,
      'ben.zip': tgz,
      'cem.zip': zip.subarray(0, zip.length - 30),
      'dora.tar.gz': tgz.subarray(0, 60),
    });
    const { students, notUnderstood } = await read(root);
    expect(students.map(({ name, files }) => [name, files.length])).toEqual([
      ['ali', 1],
      ['ben', 1],
      ['cem', 0],
      ['dora', 0],
    ]);
    expect(notUnderstood.map(({ path, why }) => `${path} ${why.slice(0, 13)}`)).toEqual([
      'cem.zip it is damaged',
      'dora.tar.gz it is damaged',
    ]);
  });

  test('a file packed by itself is that file, wherever it lies', async () => {
    const [server, client] = [gzipSync(SERVER), gzipSync(CLIENT)];
    const root = await writeTree({
      'ali/server.py.gz': server,
      'ali/client.py.gz': client,
      'ben_server.py.gz': server,
      'cem/server.py': SERVER,
      'cem/server.py.gz': server,
      'dora/server.py': SERVER,
      'dora/server.py.gz': gzipSync('# another one'),
      'eva/server.py.gz': server.subarray(0, 20),
    });
    const { students, notUnderstood } = await read(root);
    expect(students.map(({ name, files }) => [name, files])).toEqual([
      ['ali', ['client.py', 'server.py']],
      ['ben', ['ben_server.py']],
      ['cem', ['server.py']],
      ['dora', ['server 1.py', 'server.py']],
      ['eva', ['server.py.gz']],
    ]);
    expect(await readFile(join(students[0]!.folder, 'server.py'), 'utf8')).toBe(SERVER);
    expect(notUnderstood).toEqual([{ path: 'eva/server.py.gz', why: expect.stringContaining('damaged') }]);
  });

  test('a program and the zip of it count once', async () => {
    const root = await writeTree({
      'ali/server.py': SERVER,
      'ali/client.py': CLIENT,
      'ali/all.zip': await zipOf({ 'server.py': SERVER, 'client.py': CLIENT }),
      'ben/server.py': SERVER,
    });
    expect(shown(await read(root)).students).toEqual({ ali: ['client.py', 'server.py'], ben: ['server.py'] });
  });
});

describe('names that say nothing of their encoding', () => {
  const zipIn = (encoding: string, names: readonly string[]) =>
    zipOfBytes(names.map((name) => ({ name: iconv.encode(`${name}/server.py`, encoding), content: SERVER })));
  const namesIn = async (zip: Buffer, roster?: string): Promise<string[]> => {
    const root = await writeTree({ 'class.zip': zip, ...(roster === undefined ? {} : { 'roster.csv': roster }) });
    const more = roster === undefined ? {} : { roster: join(root, 'roster.csv') };
    return (await read(join(root, 'class.zip'), more)).students.map(({ knownAs }) => knownAs).sort();
  };

  test.each([
    ['cp437', ['José García', 'Jörg Müller', 'Ünal Özgür']],
    ['cp850', ['Jörg Müller', 'João Conceição', 'Søren Østergård']],
    ['cp852', ['Tomáš Dvořák', 'Łukasz Żółkowski', 'Ferenc Kőszegi']],
    ['cp857', ['Ayşe Yıldız', 'Gülşah Doğan', 'İbrahim Şahin']],
    ['cp866', ['Анна Щербакова', 'Иван Петров', 'Ольга Ким']],
    ['cp1251', ['Анна Щербакова', 'Иван Петров', 'Ольга Ким']],
    ['cp1252', ['François Émile', 'Håkan Åkesson', 'Zoë Öz']],
    ['cp1254', ['Ayşe Yıldız', 'Gülşah Doğan', 'İbrahim Şahin']],
    ['gbk', ['张三丰', '李娜', '王伟']],
    ['shift_jis', ['佐藤花子', '渡辺直美', '田中サーバー']],
    ['euc-kr', ['김철수', '박지성', '이영희']],
    ['big5', ['陳大文', '林志玲', '黃曉明']],
  ])('are read as %s where that makes names of them', async (encoding, names) => {
    expect(await namesIn(zipIn(encoding, names))).toEqual(names.toSorted());
  });

  test('are read as whatever finds the people of the roster, where they fit more than one', async () => {
    for (const [encoding, name] of [
      ['cp857', 'Ağaoğlu'],
      ['cp852', 'Ažaožlu'],
      ['euc-kr', '김철'],
      ['gbk', '辫枚'],
    ] as const) {
      const zip = zipIn(encoding, [name, 'Ben']);
      expect(await namesIn(zip, `Name\n${name}\nBen\n`)).toEqual(['Ben', name].sort());
    }
  });

  test("are taken from Info-ZIP's own field where there is one, and it belongs to the name", async () => {
    const plain = Buffer.from('____/server.py');
    const zip = (crcOf: Buffer) =>
      zipOfBytes([
        { name: plain, content: SERVER, extra: unicodePath('Иван/server.py', crcOf) },
        { name: Buffer.from('Ben/server.py'), content: SERVER },
      ]);
    expect(await namesIn(zip(plain))).toEqual(['Ben', 'Иван']);
    expect(await namesIn(zip(Buffer.from('renamed/server.py')))).toEqual(['Ben', '____']);
  });

  test("are read in a student's own archive, too", async () => {
    const own = zipOfBytes([
      { name: iconv.encode('сервер.py', 'cp866'), content: SERVER },
      { name: iconv.encode('клиент.py', 'cp866'), content: CLIENT },
    ]);
    const root = await writeTree({ 'ali.zip': own, 'ben.zip': await zipOf({ 'server.py': SERVER }) });
    expect(shown(await read(root)).students).toMatchObject({ ali: ['клиент.py', 'сервер.py'] });
  });
});

describe('the roster', () => {
  test('gives names and ids, and says who is missing and who is unknown', async () => {
    const root = await writeTree({
      'Veli, Ali/server.py': SERVER,
      'gul_ayse/server.py': SERVER,
      'stranger/server.py': SERVER,
      '20190003/server.py': SERVER,
    });
    const roster = join(await temporaryFolder(), 'roster.csv');
    await writeFile(
      roster,
      '\uFEFFStudent ID;First name;Last name;E-mail\n1;Ali;Veli;ali@x.edu\n2;Ayşe;Gül;a@x.edu\n20190003;Cem;Su;\n4;Dora;Ok;d@x.edu\n',
    );
    const { students, missing, unknown } = await read(root, { roster });
    expect(students.map(({ name, id, email }) => ({ name, id, email }))).toEqual(
      [
        { name: 'Cem Su', id: '20190003' },
        { name: 'Ayşe Gül', id: '2', email: 'a@x.edu' },
        { name: 'stranger' },
        { name: 'Ali Veli', id: '1', email: 'ali@x.edu' },
      ].map((one) => ({ id: undefined, email: undefined, ...one })),
    );
    expect(missing).toEqual([{ name: 'Dora Ok', id: '4', email: 'd@x.edu' }]);
    expect(unknown).toEqual([{ key: 'stranger', name: 'stranger' }]);
  });

  const PEOPLE = 'Name;ID;E-mail\r\nZoë Öz;1;zoe@example.org\r\nGus Ok;2;gus@example.org\r\n';
  const inOrder = (name: string): string => name.replace(/^(.+), (.+)$/, '$2 $1');
  const bigEndian = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${PEOPLE}`)],
    ['Latin-1', Buffer.from(PEOPLE, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${PEOPLE}`, 'utf16le')],
    ['UTF-16, big-endian', bigEndian(PEOPLE)],
    ['UTF-16 without its mark', Buffer.from(PEOPLE, 'utf16le')],
    ["Canvas's gradebook", Buffer.from('Student,ID,Section\n    Points Possible,,\n"Öz, Zoë",1,A\n"Ok, Gus",2,A\n')],
    ["Excel's line about the separator", Buffer.from(`sep=;\r\n${PEOPLE}`)],
    ['commas, and a line twice', Buffer.from(`${PEOPLE}Gus Ok;2;gus@example.org\r\n`.replaceAll(';', ','))],
  ])('is read as spreadsheets save it: %s', async (_, bytes) => {
    const root = await writeTree({ 'Zoë Öz/server.py': SERVER, 'Ann/server.py': SERVER });
    const roster = join(await temporaryFolder(), 'roster.csv');
    await writeFile(roster, bytes);
    const { students, missing, unknown } = await read(root, { roster });
    expect(students.map(({ name, id }) => [inOrder(name), id])).toContainEqual(['Zoë Öz', '1']);
    expect(missing.map(({ name }) => inOrder(name))).toEqual(['Gus Ok']);
    expect(unknown.map(({ name }) => name)).toEqual(['Ann']);
  });

  test.each([
    ['cp1254', 'Öğrenci No;Adı;Soyadı\r\n1;Ayşe;Işık\r\n2;Gül;Doğan\r\n', ['Ayşe Işık', 'Gül Doğan']],
    ['cp1251', 'Name;ID\r\nИван Петров;1\r\nОльга Ким;2\r\n', ['Иван Петров', 'Ольга Ким']],
    ['cp1250', 'Name;ID\r\nTomáš Dvořák;1\r\nBłażej Żak;2\r\n', ['Błażej Żak', 'Tomáš Dvořák']],
    ['gbk', 'Name,ID\r\n王伟,1\r\n李娜,2\r\n', ['李娜', '王伟']],
  ])('is read as Excel saves it with %s', async (encoding, text, names) => {
    const root = await writeTree(Object.fromEntries(names.map((name) => [`${name}/server.py`, SERVER])));
    const roster = join(await temporaryFolder(), 'roster.csv');
    await writeFile(roster, iconv.encode(text, encoding));
    const { students, missing, unknown } = await read(root, { roster });
    expect(students.map(({ name, id }) => [name, Number(id) > 0]).sort()).toEqual(names.map((name) => [name, true]));
    expect([missing, unknown]).toEqual([[], []]);
  });

  test.each([
    ['a spreadsheet file', Buffer.from('PK\x03\x04…'), /Save it as CSV/],
    ['headings alone', Buffer.from('Name,ID\n'), /nobody in the roster/],
    ['nothing', Buffer.alloc(0), /no column named Name/],
  ])('is refused in a sentence: %s', async (_, bytes, sentence) => {
    const root = await writeTree({ 'ali/server.py': SERVER, 'ben/server.py': SERVER });
    const roster = join(await temporaryFolder(), 'roster.csv');
    await writeFile(roster, bytes);
    await expect(read(root, { roster })).rejects.toThrow(sentence);
  });

  test('finds the members of a group by the folders of the platform, whatever else is called like somebody', async () => {
    const root = await writeTree({
      'HW1/Team 4711/Veli_Ali_av11_55501/20261120123456_server.py': SERVER,
      'HW1/Team 4711/Ok_Ben_bo2_55502/20261120123456_client.py': CLIENT,
      'HW1/Team 4712/Su_Cem_cs3_55503/20261120123456_server.py': SERVER,
      'HW1/Team 4712/Su_Cem_cs3_55503/Nur_Ada_an4_55504/client.py': CLIENT,
      'HW1/Team 4713/Veli_Ali_av11_55501/20261120123456_server.py': SERVER,
      'HW1/Team 4714/Nur_Ada_an4_55504/server.py': SERVER,
      'HW1/Team 4714/client.py': CLIENT,
    });
    const people = 'Name,Login\nAli Veli,av11\nBen Ok,bo2\nCem Su,cs3\nAda Nur,an4\n';
    const roster = join(await writeTree({ 'r.csv': people }), 'r.csv');
    const { students, missing, unknown } = await read(root, { roster });
    expect(students.map(({ name, members }) => [name, members.map((one) => one.name)])).toEqual([
      ['Team 4711', ['Ben Ok']],
      ['Team 4712', ['Cem Su']],
      ['Team 4713', []],
      ['Team 4714', []],
    ]);
    expect(missing.map(({ name }) => name)).toEqual(['Ali Veli', 'Ada Nur']);
    expect(unknown.map(({ name }) => name)).toEqual(['Team 4713', 'Team 4714']);
  });

  test('a sheet without names is refused by saying what is missing', async () => {
    const root = await writeTree({ 'ali/server.py': SERVER });
    const roster = join(await temporaryFolder(), 'roster.csv');
    await writeFile(roster, 'colour,shape\nred,round\n');
    await expect(read(root, { roster })).rejects.toThrow(/no column named Name/);
  });
});

describe('what a student made to look like our own results', () => {
  test.runIf(process.platform !== 'win32')('blocks nobody: a pipe, a device, a huge file, a link to one', async () => {
    const names = ['pipe', 'device', 'zeros', 'huge', 'text'];
    const root = await writeTree(
      Object.fromEntries(
        names.flatMap((name) => [
          [`${name}/server.py`, SERVER],
          [`${name}/results/x`, ''],
        ]),
      ),
    );
    execFileSync('mkfifo', [join(root, 'pipe/run.json')]);
    await symlink('/dev/ptmx', join(root, 'device/run.json'));
    await symlink('/dev/zero', join(root, 'zeros/run.json'));
    await writeFile(join(root, 'huge/run.json'), '');
    await truncate(join(root, 'huge/run.json'), 2 ** 31);
    await writeFile(join(root, 'text/run.json'), '{"schema":"somebody else"}');
    expect(Object.keys(shown(await read(root)).students)).toEqual([...names].sort());
  });

  test('is graded, with a word to the instructor, and holds nobody else back', async () => {
    const root = await writeTree({
      'ali/server.py': SERVER,
      'ben/server.py': SERVER,
      'cem/server.py': SERVER,
      'cem/run.json': '{"schema":"netgrade/class-run/v1","assignment":"udp-hello","epoch":0,"seed":"1","folder":"1"}',
      'cem/results/ali.json': '{"schema":"netgrade/class-result/v1","key":"ali","submissionHash":"1"}',
      'cem/results/ben.json': '{"schema":"netgrade/class-result/v1","key":"ben","submissionHash":"1"}',
    });
    const { students, notUnderstood } = await read(root);
    expect(students.map(({ name, notes }) => [name, notes])).toEqual([
      ['ali', []],
      ['ben', []],
      ['cem', [expect.stringContaining('looks like the results of netgrade')]],
    ]);
    expect(notUnderstood).toEqual([]);
  });
});

test('of many files of one name, beside their archive, only the copies are dropped', async () => {
  const count = 400;
  const one = Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}/a.txt`, `text ${at + 1000}`]));
  const other = Object.fromEntries(Array.from({ length: count }, (_, at) => [`g${at}/a.txt`, `word ${at + 1000}`]));
  const packed = await zipOf({ ...other, 'twin/a.txt': 'text 1000' });
  const root = await writeTree({
    ...Object.fromEntries(Object.entries(one).map(([path, text]) => [`ali/${path}`, text])),
    'ali/z.zip': packed,
    'ben/server.py': SERVER,
  });
  const { students } = await read(root);
  expect(students[0]!.files).toHaveLength(2 * count);
  expect(students[0]!.files).not.toContain('z/twin/a.txt');
});

test.each(['folders', 'archives', 'files'])('namesakes with numbers keep their own: %s', async (layout) => {
  const tree: Tree = {};
  for (const number of ['100100', '100200', '100300']) {
    const name = `${number === '100300' ? 'Ben_Ok' : 'Ali_Veli'}_${number}`;
    if (layout === 'folders') tree[`${name}/server.py`] = `# ${number}`;
    else if (layout === 'files') tree[`${name}_server.py`] = `# ${number}`;
    else tree[`${name}.zip`] = await zipOf({ [`${name}/server.py`]: `# ${number}` });
  }
  const { students } = await read(await writeTree(tree));
  expect(new Set(students.map(({ key }) => key)).size).toBe(3);
  for (const { id, folder, files } of students) {
    expect(files).toHaveLength(1);
    expect(await readFile(join(folder, files[0]!), 'utf8')).toBe(`# ${id}`);
  }
});

test('reading a class can be stopped', async () => {
  const root = await writeTree({ 'ali/server.py': SERVER, 'ben/server.py': SERVER });
  const stop = AbortSignal.abort(new Error('stopped'));
  await expect(read(root, { stop })).rejects.toThrow('stopped');
});
