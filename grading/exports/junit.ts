import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { checkSummary, checkText } from '../explain/check-text.js';
import { oneLine, xmlText } from '../explain/escape.js';
import type { CheckResult, Result } from '../result/result.js';
import type { Emitter } from './emitter.js';

/**
 * JUnit XML as GitLab and Jenkins read it. GitLab takes a test's suite from `classname` and shows the text of a failure;
 * Jenkins shows its `message` and, as details, its text. So both say what happened. A test's name is unique within its
 * class, because GitLab drops the second of a name.
 */
export const junit: Emitter = (result) => {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const suites = document.ele('testsuites', { name: plain(result.assignmentTitle), ...counts(result.checks) });
  for (const role of new Set(result.checks.map((check) => check.role))) {
    const checks = result.checks.filter((check) => check.role === role);
    const className = `${plain(result.assignment)}.${role}`;
    const suite = suites.ele('testsuite', { name: className, timestamp: stamp(result), ...counts(checks) });
    const names = uniqueNames(checks);
    for (const [index, check] of checks.entries()) testCase(suite, check, className, names[index]!);
  }
  if (result.checks.length === 0)
    suites.ele('testsuite', { name: plain(result.assignment), timestamp: stamp(result), ...counts([]) });
  return `${document.end({ prettyPrint: true })}\n`;
};

function testCase(suite: XMLBuilder, check: CheckResult, classname: string, name: string): void {
  const element = suite.ele('testcase', { classname, name, time: seconds(check.durationMs) });
  if (check.state === 'pass') return;
  const message = plain(checkSummary(check));
  if (check.state === 'skip') {
    element.ele('skipped', { message });
    return;
  }
  const details = harmless(`${checkText(check, { rows: 40 })}\n${check.points} of ${check.maxPoints} points`);
  const type = check.state === 'error' ? 'grader' : plain(check.cause?.code ?? 'failure');
  element.ele(check.state === 'error' ? 'error' : 'failure', { message, type }).txt(details);
}

function counts(checks: Result['checks']) {
  const of = (state: CheckResult['state']) => checks.filter((check) => check.state === state).length;
  return {
    tests: checks.length,
    failures: of('fail'),
    errors: of('error'),
    skipped: of('skip'),
    time: seconds(checks.reduce((sum, check) => sum + check.durationMs, 0)),
  };
}

function uniqueNames(checks: CheckResult[]): string[] {
  const titles = checks.map(
    (check) => `${plain(check.title)} (${check.maxPoints} ${check.maxPoints === 1 ? 'point' : 'points'})`,
  );
  return titles.map((title, index) =>
    titles.indexOf(title) === index ? title : `${title} [${plain(checks[index]!.id)}]`,
  );
}

const seconds = (durationMs: number): string => (durationMs / 1000).toFixed(3);
const stamp = (result: Result): string => result.startedAt.replace(/\.\d+Z$/, '').replace(/Z$/, '');
const plain = (text: string): string => harmless(oneLine(text));

/** GitLab would fetch a file that a program's output names in this way. */
const harmless = (text: string): string => xmlText(text).replaceAll('[[ATTACHMENT|', '[[ATTACHMENT |');
