import type { PackedClass } from '../../class-data.js';
import { isSettled, shareOf } from './statistics.js';

/** Of one group of students of like score, how many passed one check. */
export interface Cell {
  check: number;
  /** The group, 0 for the lowest scores. */
  group: number;
  students: number;
  passed: number;
  /** The group's scores, in per cent of full marks. */
  lowest: number;
  highest: number;
}

const GROUPS = 10;

/** Parts the class by score into at most ten groups of one size, and says how each group fared at each check. */
export function separationOf(data: PackedClass): Cell[] {
  const sorted = data.rows.filter(isSettled).sort((a, b) => shareOf(a) - shareOf(b));
  const groups = Math.min(GROUPS, sorted.length);
  return Array.from({ length: groups }, (_, group) => {
    const members = sorted.slice(
      Math.floor((group * sorted.length) / groups),
      Math.floor(((group + 1) * sorted.length) / groups),
    );
    return data.checks.map((_, check): Cell => {
      const graded = members.filter((row) => 'pfs'.includes(row.states[check] ?? '-'));
      return {
        check,
        group,
        students: graded.length,
        passed: graded.filter((row) => row.states[check] === 'p').length,
        lowest: shareOf(members[0]!),
        highest: shareOf(members.at(-1)!),
      };
    });
  }).flat();
}
