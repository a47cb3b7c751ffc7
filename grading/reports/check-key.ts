import type { CheckResult } from '../result/result.js';

/** How a row names a check: ids may repeat between roles. */
export function checkKey(check: Pick<CheckResult, 'role' | 'id'>): string {
  return `${check.role}/${check.id}`;
}
