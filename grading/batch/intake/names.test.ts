import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, TWICE_LINEAR } from '../../../harness/test/growth.js';
import { fold, readName } from './file-name.js';
import { parseCanvasName } from './layouts/canvas.js';
import { commonPrefix } from './layouts/classroom.js';
import { parseMoodleName } from './layouts/moodle.js';
import { studentKeys } from './student-key.js';
import { safeParts } from './unpack/entry-name.js';

const word = fc.stringMatching(/^\p{L}{2,12}$/u);
const fullName = fc.tuple(word, word).map((words) => words.join(' '));
const number = fc.integer({ min: 1, max: 9_999_999 }).map(String);
const fileName = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,20}\.py$/);

describe("platforms' names are read back as they were written", () => {
  test('Moodle, folder and flat, with and without a participant', () => {
    fc.assert(
      fc.property(fullName, fc.option(number), fc.option(fileName), (name, participant, file) => {
        const prefix = [name, participant].filter((part) => part !== null).join('_');
        const entry = `${prefix}_assignsubmission_file${file === null ? '' : `_${file}`}`;
        expect(parseMoodleName(entry)).toEqual({
          name,
          plugin: 'file',
          rest: file ?? '',
          ...(participant === null ? {} : { participant }),
        });
      }),
    );
  });

  test('Canvas, late or not, whatever the student called the file', () => {
    const canvasName = fc.stringMatching(/^[a-z]{2,20}$/);
    fc.assert(
      fc.property(canvasName, fc.boolean(), number, number, fileName, (name, late, user, attachment, file) => {
        fc.pre(name !== 'anon');
        const entry = `${name}${late ? '_LATE' : ''}_${user}_${attachment}_${file}`;
        expect(parseCanvasName(entry)).toEqual({ name, late, user, attachment: Number(attachment), file });
      }),
    );
  });

  test('the part of repositories that is common ends at a hyphen, and the folder around them decides first', () => {
    const named = (...names: string[]) => names.map((name) => ({ name }));
    expect(commonPrefix('x', named('hw-udp-ali', 'hw-udp-alex'))).toBe('hw-udp-');
    expect(commonPrefix('hw-udp-submissions', named('hw-udp-ali-a', 'hw-udp-ali-b'))).toBe('hw-udp-');
    expect(commonPrefix('x', named('hw-udp-ali'))).toBe('');
    expect(commonPrefix('x', named('ali', 'ben'))).toBe('');
  });
});

describe('a file name says who handed it in', () => {
  test.each([
    ['ali_server.py', 'ali', 'server', 0],
    ['server_ali.py', 'ali', 'server', 0],
    ['ali-veli-client2.py', 'aliveli', 'client2', 0],
    ['ali_client_3.py', 'ali', 'client3', 0],
    ['UDPServerAli.py', 'ali', 'server', 0],
    ['AliVeli_TCP_Client.java', 'aliveli', 'client', 0],
    ['Ayşe Gül_hw1.zip', 'aysegul', '', 0],
    ['hw2-ben.tar.gz', 'ben', '', 0],
    ['ali.veli.zip', 'aliveli', '', 0],
    ['ali_server.py.gz', 'ali', 'server', 0],
    ['udp-hello-ben-main.zip', 'ben', '', 0],
    ['Ali Veli - Copy of client (2).py', 'aliveli', 'client', 2],
    ['ben (2).zip', 'ben', '', 2],
    ['ben_v3.zip', 'ben', '', 3],
    ['ben - Copy.py', 'ben', '', 1],
    ['ben_final.zip', 'ben', '', 1000],
    ['20190001_server.py', '20190001', 'server', 0],
    ['server.py', '', 'server', 0],
    ['udp_client.py', '', 'client', 0],
    ['client1.py', '', 'client1', 0],
    ['main.py', '', '', 0],
    ['homework1.zip', '', '', 0],
    ['Işık_sunucu.py', 'isik', 'sunucu', 0],
    ['ali_server_2026-03-05.py', 'ali', 'server', 0],
    ['ali@uni.example_3_handin.tar', 'aliuniexample', '', 3],
    ['李雷_作业1.zip', '李雷', '', 0],
    ['王小明-实验一.zip', '王小明', '', 0],
    ['New folder (2).zip', '', '', 0],
  ])('%s', (name, key, role, version) => {
    expect(readName(name, false)).toMatchObject({ key, role, version });
  });

  test.each([
    ['2021001张伟.zip', '张伟', '2021001'],
    ['张伟2021001.zip', '张伟', '2021001'],
    ['20210001AyşeGül.zip', 'AyşeGül', '20210001'],
    ['2021-00123.zip', '2021-00123', '2021-00123'],
    ['21BCE1234_HW1.zip', '21BCE1234', '21BCE1234'],
    ['ali veli B201210001.zip', 'ali veli', 'B201210001'],
  ])("a student's number stands out, whatever is beside it: %s", (file, name, id) => {
    expect(readName(file, false)).toMatchObject({ name, id });
  });

  test('server and client of any person are grouped together, whatever stands between', () => {
    const person = fc.stringMatching(/^[A-Z][a-z]{2,8}$/).filter((name) => readName(`${name}.py`, false).key !== '');
    fc.assert(
      fc.property(person, fc.constantFrom('_', '-', ' ', '.'), (name, between) => {
        const keys = [
          `${name}${between}server.py`,
          `client${between}${name}.py`,
          `${name}${between}Client1.java`,
          `${name}${between}hw1.zip`,
        ].map((file) => readName(file, false).key);
        expect(new Set(keys)).toEqual(new Set([fold(name)]));
      }),
    );
  });
});

const keysOf = (names: string[]): string[] => studentKeys(names.map((name) => ({ name })));

test('keys are different for different people and are safe as file names', () => {
  const identity = fc.oneof(fullName, fc.string(), fc.constantFrom('CON', 'con', '..', '/', 'Ali', 'ali', 'ALI', ''));
  const LONGEST_ADDED = '.json.4294967295'.length;
  fc.assert(
    fc.property(fc.array(fc.record({ name: identity, id: number }, { requiredKeys: ['name'] })), (people) => {
      const keys = studentKeys(people);
      expect(new Set(keys).size).toBe(people.length);
      for (const key of keys) {
        expect(key).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u);
        expect(Buffer.byteLength(key) + LONGEST_ADDED).toBeLessThanOrEqual(255);
        expect(key).not.toMatch(/^(con|nul)$/);
      }
    }),
  );
});

test('a name of the longest letters still fits into that of a file', () => {
  const [one = '', other = ''] = keysOf(['\u{10330}'.repeat(63), '\u{10330}'.repeat(62)]);
  expect(other).not.toBe(one);
  expect(Buffer.byteLength(`${one}.json.4294967295`)).toBeLessThanOrEqual(255);
});

test('nobody is called what another one’s key is', () => {
  let names = ['con', '🙂', 'Ali', 'ALI'];
  for (let round = 0; round < 3; round += 1) names = [...new Set([...names, ...keysOf(names)])];
  expect(new Set(keysOf(names)).size).toBe(names.length);
});

test('a student who comes later changes nobody else’s key', () => {
  expect(keysOf(['Ali 1', 'Ben 2']).at(0)).toBe(keysOf(['Aaron 0', 'Ali 1', 'Ben 2']).at(1));
  const namesakes = [1, 2].map((id) => ({ name: 'Ali', id: String(id) }));
  expect(studentKeys(namesakes.toReversed()).toReversed()).toEqual(studentKeys(namesakes));
});

test('no path of an archive leads outside, whatever its entries are called', () => {
  const part = fc.oneof(fc.constantFrom('..', '.', '', 'a', 'C:', '\\', '\0'), fc.string());
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), fc.constantFrom('/', '\\'), (parts, separator) => {
      const name = safeParts(parts.join(separator));
      if ('refused' in name) return;
      for (const safe of name.parts) {
        expect(['', '.', '..']).not.toContain(safe);
        expect(safe).not.toMatch(/[/\\\0:]/);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
      }
    }),
  );
});

describe('a name that is longer than any system has it', () => {
  test('is cut where it must be, and between two characters', () => {
    for (const letter of ['a', 'ü', '🙂', '漢'])
      expect(safeParts(`${letter.repeat(20_000)}.py`)).toEqual({
        parts: [expect.stringMatching(`^(${letter}){25,100}~[0-9a-f]{8}~(${letter}){24,97}\\.py$`)],
      });
  });

  test('takes no more than its share of time', () => {
    expect(growth(5_000, (length) => safeParts('🙂'.repeat(length)))).toBeLessThan(TWICE_LINEAR);
    for (const letter of ['a', '1', '_', '@'])
      expect(
        growth(5_000, (length) => readName(letter.repeat(length), false)),
        letter,
      ).toBeLessThan(TWICE_LINEAR);
  });
});
