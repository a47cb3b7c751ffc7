import { join } from 'node:path';
import fc from 'fast-check';
import { fold } from '../intake/file-name.js';
import { type Tree, writeTree, zipOf } from './class-folder.js';

export interface Member {
  first: string;
  last: string;
  id: string;
  login: string;
}

/** People who are easily taken for one another; some numbers are such as platforms count with. */
export const PEOPLE: Member[] = [
  { first: 'Ali', last: 'Veli', id: '20210001', login: 'av1' },
  { first: 'Ali', last: 'Veli', id: '20210002', login: 'av2' },
  { first: 'Veli', last: 'Ali', id: '20210003', login: 'va1' },
  { first: 'Ali Can', last: 'Veli', id: '20210004', login: 'acv' },
  { first: 'Can', last: 'Öztürk', id: '20210005', login: 'coe' },
  { first: 'Can', last: 'Ozturk', id: '20210006', login: 'coz' },
  { first: 'Can', last: 'Oeztuerk', id: '20210007', login: 'coet' },
  { first: 'Ben', last: 'Ok', id: '55501', login: 'ben' },
  { first: 'Ben', last: 'Okan', id: '55502', login: 'ok' },
  { first: 'Jan Peter', last: 'von der Heide', id: '55503', login: 'jan' },
  { first: 'Jan', last: 'Heide', id: '55504', login: 'heide' },
  { first: 'Ann', last: 'McDonald', id: '55505', login: 'can' },
];

const inAscii = (text: string): string => text.replaceAll('Ö', 'Oe').replaceAll('ü', 'ue');

/** What lies in the class's folder for one of them, by the platform; `number` is the platform's own. */
export const PLATFORMS: Record<string, (one: Member, number: number) => string> = {
  moodle: ({ first, last }, number) => `${first} ${last}_${number}_assignsubmission_file_/`,
  canvas: ({ first, last }, number) => `${fold(last)}${fold(first)}_${number}_9${number}_`,
  blackboard: ({ login }) => `HW1_${login}_attempt_2026-11-02-10-00-00_`,
  brightspace: ({ first, last }, number) => `${number}-77 - ${first} ${last} - Nov 2, 2026 1033 AM - `,
  ilias: ({ first, last, login }, number) =>
    `${inAscii(last)}_${inAscii(first)}_${login}_${number}/20261102103300_`.replace(/ (?=[^/]*\/)/g, '_'),
  openolat: ({ first, last }, number) =>
    `${inAscii(last)}_${inAscii(first)}_${number}/2_submissions/`.replaceAll(' ', '_'),
  'stud.ip': ({ first, last, login }) => `${last}, ${first} (${login})/Aufgabe 1/`,
  sakai: ({ first, last, login }) => `${last}, ${first}(${login})/Submission attachment(s)/`,
  schoology: ({ first, last, id }) => `${last}, ${first} - s${id}/Revision 1 - On Time/`,
  artemis: ({ login }, number) => `nws26-UDP_Hello-${number}-${login}/`,
  repositories: ({ login }) => `net-udp-${login}/`,
  'number and name': ({ first, last, id }) => `${id} ${first} ${last}/`,
  'name and number': ({ first, last, id }) => `${last}_${first}_${id}_`.replaceAll(' ', '_'),
  names: ({ first, last }) => `${first} ${last}/`,
};

/** The first of the platform's own numbers: some are also students' numbers. */
const FIRST_NUMBER = 55500;

/** Some of the people, in the order in which the platform counts them, and whether their class is a zip. */
export const someHandedIn = fc.record({
  handedIn: fc.shuffledSubarray(PEOPLE, { minLength: 4 }),
  packed: fc.boolean(),
});

/** The platform's own number of each. */
export function numberOf(one: Member, handedIn: readonly Member[]): number {
  const at = handedIn.indexOf(one);
  return FIRST_NUMBER + (at < 0 ? PEOPLE.length + PEOPLE.indexOf(one) : at);
}

/** A class in which every file says whose it is: `# of <20210001>`. */
export async function classOf(
  platform: string,
  { handedIn, packed }: { handedIn: readonly Member[]; packed: boolean },
): Promise<{ path: string; names: string }> {
  const tree: Tree = {};
  for (const one of handedIn)
    for (const file of ['server.py', 'client.py'])
      tree[`${PLATFORMS[platform]!(one, numberOf(one, handedIn))}${file}`] = `# of <${one.id}>`;
  const root = await writeTree(packed ? { 'class.zip': await zipOf(tree) } : {});
  if (!packed) await writeTree(tree, join(root, 'class'));
  return { path: join(root, packed ? 'class.zip' : 'class'), names: Object.keys(tree).join(' | ') };
}
