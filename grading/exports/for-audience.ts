import type { CheckResult, Result } from '../result/result.js';
import type { Audience } from './emitter.js';

/** The result as its readers may see it: for students, nothing of a hidden check but its role, state and points. */
export function forAudience(result: Result, audience: Audience = 'student'): Result {
  if (audience === 'instructor') return result;
  let hidden = 0;
  return {
    ...result,
    checks: result.checks.map((check) => {
      if (!check.hidden) return check;
      hidden += 1;
      return veiled(check, hidden);
    }),
  };
}

function veiled(check: CheckResult, number: number): CheckResult {
  const { role, state, points, maxPoints, kind } = check;
  return {
    id: `hidden-${number}`,
    role,
    title: `passes hidden check ${number}`,
    state,
    points,
    maxPoints,
    kind,
    hidden: true,
    durationMs: 0,
    ...(state === 'pass' ? {} : { explanation: 'What this check does is not shown.' }),
  };
}
