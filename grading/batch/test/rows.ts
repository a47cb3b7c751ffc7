import type { Student } from '../intake/class.js';
import type { Outcome, StoredResult } from '../result-store.js';
import { type Row, RowMaker } from '../row.js';
import { checkOf, resultOf } from './results.js';

export function studentOf(more: Partial<Student> & { name: string }): Student {
  return {
    key: more.name.toLowerCase().replaceAll(' ', '-'),
    knownAs: more.name,
    members: [],
    late: false,
    folder: '/nowhere',
    files: [],
    versions: [],
    notes: [],
    ...more,
  };
}

/** A row as a run makes it: graded with both checks passed, unless something else is said. */
export function rowOf(more: Partial<Student> & { name: string }, outcome?: Outcome | 'none', sourceHash?: string): Row {
  const student = studentOf(more);
  const graded: Outcome = {
    state: 'graded',
    result: resultOf(student.name, [checkOf({ id: 'a' }), checkOf({ id: 'b' })]),
  };
  if (outcome === 'none') return new RowMaker(100).row(student, undefined);
  const stored: StoredResult = {
    schema: 'netgrade/class-result/v1',
    key: student.key,
    submissionHash: 's',
    assignmentHash: 'h',
    epoch: 0,
    seed: '1',
    deadlineMs: 1000,
    ...(sourceHash === undefined ? {} : { sourceHash }),
    outcome: outcome ?? graded,
    digest: '',
  };
  return new RowMaker(100).row(student, stored);
}

/** An outcome in which the second check failed: 50 of 100. */
export function half(name: string): Outcome {
  return { state: 'graded', result: resultOf(name, [checkOf({ id: 'a' }), checkOf({ id: 'b', state: 'fail' })]) };
}

export const provisional: Outcome = {
  state: 'regrade',
  why: 'the arena died',
  result: { ...resultOf('x', [checkOf({ id: 'a' }), checkOf({ id: 'b', state: 'error' })]), score: 77 },
};
