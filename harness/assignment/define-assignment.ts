import type { Assignment, Check } from './assignment.js';

/** The assignment is not one: the message names the field, what was expected and what stands there. */
export class AssignmentError extends Error {
  override name = 'AssignmentError';
}

const ROLES = ['server', 'client', 'script'];

/**
 * Declares an assignment and checks at load what the types cannot: points are positive integers that add up to 100 without the bonus,
 * robust ones to 15 at most, `needs` points to an earlier check.
 * @throws AssignmentError
 */
export function defineAssignment(assignment: Assignment): Assignment {
  const problem = problemOf(assignment);
  if (problem) throw new AssignmentError(problem);
  return assignment;
}

/** The first thing that is wrong with a would-be assignment, as a sentence that names field, expectation and value. */
export function problemOf(candidate: unknown): string | undefined {
  if (typeof candidate !== 'object' || candidate === null)
    return `an assignment must be an object, not ${show(candidate)}`;
  const assignment = candidate as Partial<Assignment>;
  for (const field of ['title', 'lecture'] as const) {
    if (typeof assignment[field] !== 'string' || assignment[field] === '')
      return `${field} must be a non-empty string, not ${show(assignment[field])}`;
  }
  if (!['udp', 'tcp', 'dns', 'names'].includes(assignment.transport as string)) {
    return `transport must be "udp", "tcp", "dns" or "names", not ${show(assignment.transport)}`;
  }
  if (typeof assignment.roles !== 'object' || assignment.roles === null)
    return `roles must be an object with server, client or script, not ${show(assignment.roles)}`;
  let points = 0;
  let robust = 0;
  let count = 0;
  for (const [role, part] of Object.entries(assignment.roles)) {
    if (!ROLES.includes(role)) return `roles may have server, client and script, not ${show(role)}`;
    const earlier = new Set<string>();
    for (const [id, check] of Object.entries(part?.checks ?? {}) as [string, Check][]) {
      const field = `roles.${role}.checks.${id}`;
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
        return `${field}: a check's id must be a kebab-case verb phrase such as "replies-to-asker"`;
      if (typeof check.title !== 'string' || check.title === '')
        return `${field}.title must be a non-empty string, not ${show(check.title)}`;
      if (!Number.isInteger(check.points) || check.points < 1)
        return `${field}.points must be a positive integer, not ${show(check.points)}`;
      if (typeof check.rule !== 'string') return `${field}.rule must be a string, not ${show(check.rule)}`;
      if (typeof check.run !== 'function') return `${field}.run must be an async function, not ${show(check.run)}`;
      if (check.kind !== undefined && !['core', 'robust', 'bonus'].includes(check.kind))
        return `${field}.kind must be "core", "robust" or "bonus", not ${show(check.kind)}`;
      for (const need of needsOf(check)) {
        if (!earlier.has(need)) return `${field}.needs must name a check that stands before it, not ${show(need)}`;
      }
      earlier.add(id);
      count++;
      if (check.kind !== 'bonus') points += check.points;
      if (check.kind === 'robust') robust += check.points;
    }
  }
  if (count === 0) return 'roles must have at least one check';
  if (points !== 100) return `the points of all checks without the bonus must add up to 100, not ${points}`;
  if (robust > 15) return `the points of robust checks must add up to at most 15, not ${robust}`;
  return undefined;
}

/** The checks that a check needs, as a list. */
export function needsOf(check: Pick<Check, 'needs'>): string[] {
  return check.needs === undefined ? [] : Array.isArray(check.needs) ? check.needs : [check.needs];
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : typeof value === 'function' ? 'a function' : JSON.stringify(value);
}
