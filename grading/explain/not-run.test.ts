import { expect, it } from 'vitest';
import type { CheckResult } from '../result/result.js';
import { toldChecks } from './not-run.js';
import { terminalReport } from './terminal-report.js';
import { mixed } from './test/results.js';

const BECAUSE = 'The server ended without ever listening on a UDP port.';
const check = (id: string, parts: Partial<CheckResult>): CheckResult => ({
  id,
  role: 'server',
  title: `does ${id}`,
  state: 'pass',
  points: 0,
  maxPoints: 5,
  kind: 'core',
  durationMs: 1,
  ...parts,
});
const skip = (id: string, explanation: string | undefined, role: CheckResult['role'] = 'server') =>
  check(id, { role, state: 'skip', ...(explanation !== undefined && { explanation }) });

const told = (checks: CheckResult[]) =>
  toldChecks(checks).map((one) =>
    one.kind === 'check' ? one.check.id : `${one.checks.map(({ id }) => id).join('+')}: ${one.because}`,
  );

it('neighbours of one role that were not run for one reason stand together', () => {
  expect(
    told([
      skip('a', BECAUSE),
      skip('b', BECAUSE),
      skip('c', '"a" did not pass.'),
      check('d', {}),
      skip('e', BECAUSE),
      skip('f', BECAUSE, 'client'),
      skip('g', undefined, 'client'),
    ]),
  ).toEqual([
    `a+b: ${BECAUSE}`,
    'c: "a" did not pass.',
    'd',
    `e: ${BECAUSE}`,
    `f: ${BECAUSE}`,
    'g: a check that it needs did not pass.',
  ]);
});

it('what a failure of the same role has said is not said again', () => {
  const failed = check('a', { state: 'fail', cause: { code: 'never-listened', summary: BECAUSE } });
  expect(told([failed, skip('b', BECAUSE), skip('c', BECAUSE), skip('d', BECAUSE, 'client')])).toEqual([
    'a',
    'b+c: for the same reason as above.',
    `d: ${BECAUSE}`,
  ]);
  const report = terminalReport(
    { ...mixed, checks: [failed, skip('b', BECAUSE), skip('c', BECAUSE)] },
    { color: false, width: 80, verbose: false },
  );
  expect(report.split('\n').slice(2, 7)).toEqual([
    expect.stringMatching(/^ {2}✗ does a +0\/5$/),
    `    ${BECAUSE}`,
    expect.stringMatching(/^ {2}– does b +0\/5$/),
    expect.stringMatching(/^ {2}– does c +0\/5$/),
    '    not run: for the same reason as above.',
  ]);
});
