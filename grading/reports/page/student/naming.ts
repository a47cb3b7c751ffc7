import type { CheckResult } from '../../../result/result.js';
import { escapedText } from '../../visible-text.js';

/** The page's own address of a check. */
export function anchorOf(check: Pick<CheckResult, 'role' | 'id'>): string {
  return `check-${check.role}-${check.id}`;
}

/** A role as a heading. */
export function roleTitle(role: CheckResult['role']): string {
  return { server: 'Server', client: 'Client', script: 'Program' }[role];
}

/** How a check's sentence begins; its title finishes it. */
export function subjectOf(role: CheckResult['role']): string {
  return { server: 'The server', client: 'The client', script: 'The program' }[role];
}

/** A check's points; none are settled where the grader itself failed. */
export function shownPoints(check: Pick<CheckResult, 'state' | 'points'>): string {
  return check.state === 'error' ? '?' : String(check.points);
}

/** A program in a sentence: “the client 2”, or the name of a script's file. */
export function partyTitle(party: string): string {
  return /^(server|client|script)\b/.test(party) ? `the ${party}` : escapedText(party);
}
