import { describe, expect, test } from 'vitest';
import { Roster } from './roster-search.js';

const PEOPLE = [
  { name: 'Ali Veli', id: '20210001', email: 'ali.veli@uni.example', login: 'av11' },
  { name: 'Gül, Ayşe', id: '20210002', email: 'gul@uni.example', login: 'ag12' },
  { name: 'Ben Ok', id: '20210003', email: 'bo@uni.example', login: 'ben-ok' },
];

/** The names in the roster that are found for these, as in a class: first as they are, then among other words. */
function found(names: string[]): (string | undefined)[] {
  const roster = new Roster(PEOPLE);
  const exact = new Map(names.map((name) => [name, roster.find({ name })]));
  const left = names.filter((name) => !exact.get(name));
  const among = roster.findAmongWords(left, names);
  return names.map((name) => (exact.get(name) ?? among.get(name))?.name);
}

const ALL = PEOPLE.map(({ name }) => name);

describe("the people of the roster are found among words that are nobody's", () => {
  test.each([
    ['a list with numbers', ['1. Ali Veli', '02_Gül_Ayşe', '[3] Ben Ok']],
    ['Moodle with groups', ['Group A-Ali Veli', 'Grup 3-Ayşe Gül', 'Team B-Ben Ok']],
    ['Stud.IP and OpenOlat', ['av11 Veli Ali', 'Gül_Ayşe_ag12', 'Ok_Ben_ben-ok']],
    ['ILIAS', ['Veli_Ali_av11_4711', 'Gül_Ayşe_ag12_4712', 'Ok_Ben_benok_4713']],
    ['VPL', ['Ali Veli 5 av11', 'Ayşe Gül 6 ag12', 'Ben Ok 7 bo']],
    ['repositories that begin alike', ['net-f26-udp-av11', 'net-f26-udp-ag12', 'net-f26-udp-ben-ok']],
    ['repositories that end alike', ['udp-av11-student-1', 'udp-ag12-student-2', 'udp-ben-ok-student-3']],
  ])('%s', (_, names) => {
    expect(found(names)).toEqual(ALL);
  });

  test('a longer name is another person, and so is one beside whom the person was found', () => {
    expect(found(['Ali Veli Kaya'])).toEqual([undefined]);
    expect(found(['Ali Veli', '2. Ali Veli'])).toEqual(['Ali Veli', undefined]);
  });

  test('of two who may be the same person, neither is taken for that person', () => {
    expect(found(['Group A-Ali Veli', 'Group B-Ali Veli', 'Ben Ok'])).toEqual([undefined, undefined, 'Ben Ok']);
    expect(found(['Group A-Ali Veli', 'Group A-Ali Veli'])).toEqual([undefined, undefined]);
  });

  test('a family name is no word in common while few bear it', () => {
    expect(found(['Veli Av11', 'Veli Ag12'])).toEqual([undefined, undefined]);
  });
});

test('umlauts are found as platforms write them in the names of files, and the other way round', () => {
  const roster = new Roster([{ name: 'Can Öztürk', login: 'coe1' }, { name: 'Jörn Aas' }, { name: 'Nils Moeller' }]);
  const sought = ['Oeztuerk_Can', 'Aas, Joern', 'Möller Nils', 'Oeztuerk_Can_coe1'];
  expect(sought.map((name) => roster.find({ name })?.name)).toEqual([
    'Can Öztürk',
    'Jörn Aas',
    'Nils Moeller',
    'Can Öztürk',
  ]);
});

test('a number counts for who may be called so: it may be one that a platform counts with, until most show that it is not', () => {
  const roster = new Roster([...PEOPLE, { name: 'Ali Veli', id: '4711' }, { name: 'Cem Su', id: '4712' }]);
  const idOf = (asked: { name: string; id?: string; platformId?: string }) => roster.find(asked)?.id;
  expect(idOf({ name: 'Ben Ok', id: '20210001' })).toBe('20210003');
  expect(idOf({ name: 'Ben Ok', platformId: '4712' })).toBe('20210003');
  expect(idOf({ name: 'Ali Veli', platformId: '4711' })).toBeUndefined();
  expect(idOf({ name: 'Ali Veli', platformId: '4712' })).toBeUndefined();
  expect(idOf({ name: 'Zeki Ay', platformId: '4712' })).toBeUndefined();
  expect(idOf({ name: 'my project', id: '20210003' })).toBe('20210003');
  expect(idOf({ name: 'Cemo', id: '4712' })).toBe('4712');
  roster.compareNumbers([
    { name: 'Cem Su', platformId: '4712' },
    { name: 'Ben Ok', platformId: '20210003' },
    { name: 'Ayşe Gül', platformId: '9' },
  ]);
  expect(idOf({ name: 'Ali Veli', platformId: '4711' })).toBe('4711');
});
