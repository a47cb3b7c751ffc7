import type { CheckResult } from '../result/result.js';

/** Checks of one role in their order, where those that were not run for one reason stand together: it is said once. */
export type Told = { kind: 'check'; check: RunCheck } | NotRun;

/** A check that was run, whatever came of it. */
export type RunCheck = CheckResult & { state: Exclude<CheckResult['state'], 'skip'> };

export interface NotRun {
  kind: 'not-run';
  checks: [CheckResult, ...CheckResult[]];
  /** Why, to be read after “not run:”. */
  because: string;
}

/** Gathers neighbours that were not run for the same reason. Checks of different roles never stand together. */
export function toldChecks(checks: readonly CheckResult[]): Told[] {
  const told: Told[] = [];
  for (const check of checks) {
    if (wasRun(check)) {
      told.push({ kind: 'check', check });
      continue;
    }
    const because = reasonNotRun(check, checks);
    const last = told.at(-1);
    if (last?.kind === 'not-run' && last.because === because && last.checks[0].role === check.role) {
      last.checks.push(check);
    } else {
      told.push({ kind: 'not-run', checks: [check], because });
    }
  }
  return told;
}

function wasRun(check: CheckResult): check is RunCheck {
  return check.state !== 'skip';
}

/** Why a check was not run. What a failure above has said already is not said again. */
function reasonNotRun(check: CheckResult, checks: readonly CheckResult[]): string {
  const because = check.explanation ?? 'a check that it needs did not pass.';
  const above = checks.find((other) => other.role === check.role && other.cause?.summary === because);
  return above === undefined ? because : 'for the same reason as above.';
}
