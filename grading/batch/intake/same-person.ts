import type { Student } from './class.js';
import { fold } from './file-name.js';
import type { RosterPerson } from './roster.js';

/**
 * Says in the notes of each which others are of the same person, as far as the roster, a number or an address says so: each is graded, and
 * which counts a person must say. `inRoster` has by their keys those who were found there.
 */
export function tellSamePerson(students: readonly Student[], inRoster: ReadonlyMap<string, RosterPerson>): void {
  const of = new Map<RosterPerson | string, Set<Student>>();
  for (const student of students) {
    const people = [student, ...student.members];
    const words = people.flatMap(({ id, email }) => [
      ...(id ? [`number ${fold(id)}`] : []),
      ...(email ? [`address ${email.toLowerCase()}`] : []),
    ]);
    const found = inRoster.get(student.key);
    if (student.platformId) words.push(`number of the platform ${student.platformId}`);
    for (const word of found ? [found, ...words] : words) of.set(word, (of.get(word) ?? new Set()).add(student));
  }
  const othersOf = new Map<Student, Set<string>>();
  for (const some of of.values()) {
    for (const student of some.size > 1 ? some : []) {
      const others = othersOf.get(student) ?? new Set();
      for (const other of some) if (other !== student) others.add(`"${other.knownAs}"`);
      othersOf.set(student, others);
    }
  }
  for (const [{ notes }, others] of othersOf)
    notes.push(`By number, address or roster it may be of the same person as: ${[...others].sort().join(', ')}.`);
}
