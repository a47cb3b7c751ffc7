import fc from 'fast-check';
import { fold } from '../intake/file-name.js';

/** People whose names are also words for programs and versions, are short, or have no plain letters. */
const STUDENTS = [
  { name: 'Ali Veli', login: 'av2' },
  { name: 'Ali Veli', login: 'veli' },
  { name: 'Veli Ali', login: 'final' },
  { name: 'Client Lab', login: 'server' },
  { name: 'Server Son', login: 'lab' },
  { name: 'I Ş', login: 'i' },
  { name: 'ışıl Kırık', login: 'ben-ok' },
  { name: '伟 王', login: 'late' },
  { name: 'Late Final', login: 'v2' },
];

/** What students call their files: as platforms, others and later attempts are called; as long as a name can be, and alike but for its end. */
const FILES = [
  'server.py',
  'client.py',
  'client-1.py',
  'client-1-1.py',
  'client-2.py',
  'server v2 final.py',
  'Ali Veli_55501_assignsubmission_file_server.py',
  'Ali Veli_55501_assignsubmission_onlinetext_server.py',
  'veliali_LATE_55501_9_server.py',
  'HW_1_av2_attempt_2026-11-09-10-00-00_server.py',
  'HW_1_av2_attempt_2026-11-09-10-00-00.txt',
  '55501-77 - Ali Veli - Nov 9, 2026 1033 AM - server.py',
  'submission_metadata.yml',
  'results.json',
  `${'x'.repeat(250)}a.py`,
  `${'x'.repeat(250)}b.py`,
  '_server.py',
  ' server.py',
  'late',
];
const FOLDERS = [
  '',
  'Veli Ali_55502_assignsubmission_file_/',
  'Submitted files/',
  'submission_55501/',
  'hw-udp-final/',
  'late work/',
  'node_modules/',
  `${'y'.repeat(249)}/`,
];

/** Something that somebody handed in, and how he packed it. */
export interface Work {
  file: string;
  folder: string;
  packed: boolean;
}
type Student = (typeof STUDENTS)[number];

/** One person's attempts, the newest last. */
export interface HandIn {
  number: number;
  student: Student;
  attempts: Work[][];
}

interface Platform {
  layout: string;
  /** How many attempts of a person it hands over. */
  attempts: number;
  /** Whether the name of a file is the student's own, as it was. */
  isFolder: boolean;
  /** What stands before the student's own name. */
  before(handIn: HandIn, attempt: number): string;
  /** What else lies in the class. */
  beside?(handedIn: readonly HandIn[]): Record<string, string>;
}

const day = (attempt: number): string => `2026-11-0${attempt + 1}`;

export const DOWNLOADS: Record<string, Platform> = {
  'Moodle, in folders': {
    layout: 'moodle',
    attempts: 1,
    isFolder: true,
    before: ({ student, number }) => `${student.name}_${number}_assignsubmission_file_/`,
  },
  'Moodle, with long names of groups': {
    layout: 'moodle',
    attempts: 1,
    isFolder: true,
    before: ({ student, number }) =>
      `${'Лабораторная группа '.repeat(5)}-${student.name}_${number}_assignsubmission_file_/`,
  },
  'Moodle, flat': {
    layout: 'moodle',
    attempts: 1,
    isFolder: false,
    before: ({ student, number }) => `${student.name}_${number}_assignsubmission_file_`,
  },
  Canvas: {
    layout: 'canvas',
    attempts: 1,
    isFolder: false,
    before: ({ student, number }) => `${fold(student.name)}_${number % 2 ? 'LATE_' : ''}${number}_9${number}_`,
  },
  Blackboard: {
    layout: 'blackboard',
    attempts: 3,
    isFolder: false,
    before: ({ student }, attempt) => `HW_1_${student.login}_attempt_${day(attempt)}-10-00-00_`,
    beside: (handedIn) =>
      Object.fromEntries(
        handedIn.map(({ student: { name, login } }) => [
          `HW_1_${login}_attempt_${day(0)}-10-00-00.txt`,
          `Name: ${name} (${login})\n`,
        ]),
      ),
  },
  Brightspace: {
    layout: 'brightspace',
    attempts: 3,
    isFolder: true,
    before: ({ student, number }, attempt) => `${number}-77 - ${student.name} - Nov ${attempt + 1}, 2026 1033 AM/`,
  },
  Gradescope: {
    layout: 'gradescope',
    attempts: 3,
    isFolder: true,
    before: ({ number }, attempt) => `submission_${number + 100 * attempt}/`,
    // The members of a group stand in any order.
    beside: (handedIn) => ({
      'submission_metadata.yml': handedIn
        .flatMap(({ number, student, attempts }) =>
          attempts.map((_, attempt) => {
            const people = [
              `  - :name: ${student.name}\n    :sid: '0'\n    :email: ${student.login}@uni.example\n`,
              `  - :name: Mate\n    :email: mate-of-${student.login}@uni.example\n`,
            ];
            const inOrder = attempt % 2 ? people.toReversed() : people;
            return `submission_${number + 100 * attempt}:\n  :submitters:\n${inOrder.join('')}  :created_at: ${day(attempt)} 10:00:00.000000000 Z\n`;
          }),
        )
        .join(''),
    }),
  },
  'GitHub Classroom': {
    layout: 'github-classroom',
    attempts: 1,
    isFolder: true,
    before: ({ student }) => `hw-udp-submissions/hw-udp-${student.login}/`,
  },
};

const FIRST_NUMBER = 55501;

/** The people of a class, and what each handed in. */
export function handedIn(attempts: number): fc.Arbitrary<HandIn[]> {
  const work = fc.record({
    file: fc.constantFrom(...FILES),
    folder: fc.constantFrom(...FOLDERS),
    packed: fc.boolean(),
  });
  const some = fc.uniqueArray(work, { minLength: 1, maxLength: 4, selector: ({ file }) => file });
  const works = fc.array(fc.array(some, { minLength: 1, maxLength: attempts }), {
    minLength: STUDENTS.length,
    maxLength: STUDENTS.length,
  });
  return fc
    .tuple(fc.shuffledSubarray(STUDENTS, { minLength: 4, maxLength: 6 }), works)
    .map(([students, all]) =>
      students.map((student, at) => ({ student, number: FIRST_NUMBER + at, attempts: all[at]! })),
    );
}
