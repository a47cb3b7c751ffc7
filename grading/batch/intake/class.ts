/** The ways in which a class is handed over. `single` is one submission where a class was expected. */
const LAYOUTS = [
  'folders',
  'archives',
  'files',
  'moodle',
  'canvas',
  'gradescope',
  'blackboard',
  'brightspace',
  'github-classroom',
  'classroom-50',
  'single',
] as const;
export type Layout = (typeof LAYOUTS)[number];

/** A person as a roster or a platform names them. */
export interface Person {
  name: string;
  /** Student number or login, as the roster has it; else as the platform has it. */
  id?: string;
  email?: string;
}

/** One of several things that the same person handed in for the same purpose. */
export interface Version {
  name: string;
  graded: boolean;
}

/** One unit of grading: a person, or a group that handed in together. */
export interface Student extends Person {
  /** Names this student's files; stable as long as name and platform id are. */
  key: string;
  /** The name under which it was handed in, before the roster gave a better one. */
  knownAs: string;
  /** The platform's own number: Moodle's participant id, Canvas's user id, Gradescope's submission id. */
  platformId?: string;
  /** Everybody in the group; empty where one person handed in. */
  members: Person[];
  late: boolean;
  /** The unpacked files, absolute. Holds no links and nothing from outside the submission. */
  folder: string;
  /** Relative to `folder`, with `/`, sorted. */
  files: string[];
  /** More than one only where there was a choice; the one with `graded` was taken. */
  versions: Version[];
  notes: string[];
  /** Why a person must look at this submission: nothing that could be graded was readable. */
  unreadable?: string;
}

export interface NotUnderstood {
  /** Relative to what was handed over, through archives too: `ali.zip/notes.rar`. */
  path: string;
  why: string;
}

/** A class as it was handed over, unpacked and ready to grade. */
export interface Class {
  layout: { name: Layout; why: string };
  /** Sorted by key. */
  students: Student[];
  notUnderstood: NotUnderstood[];
  /** In the roster, nothing handed in. */
  missing: Person[];
  /** Handed in, not in the roster; empty without a roster. */
  unknown: { key: string; name: string }[];
}
