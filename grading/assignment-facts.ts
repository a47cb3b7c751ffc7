import type { Assignment, Check } from '../harness/assignment/assignment.js';
import type { Role } from '../harness/run/verdict.js';

const ROLE_ORDER: Role[] = ['server', 'client', 'script'];

/** The roles of an assignment, in the order in which they are graded. */
export function rolesIn(assignment: Assignment): Role[] {
  return ROLE_ORDER.filter((role) => assignment.roles[role] !== undefined);
}

/** The checks of a role with their ids. */
export function checksOf(assignment: Assignment, role: Role): [id: string, check: Check][] {
  return Object.entries(assignment.roles[role]?.checks ?? {});
}

/** What full marks for a role are worth: a bonus comes on top and does not count. */
export function pointsOfRole(assignment: Assignment, role: Role): number {
  return checksOf(assignment, role).reduce((sum, [, check]) => sum + (check.kind === 'bonus' ? 0 : check.points), 0);
}
