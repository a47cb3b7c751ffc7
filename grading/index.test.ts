import { execa } from 'execa';
import { expect, test } from 'vitest';
import { packageRoot } from '../harness/package-root.js';

/** Runs a module that imports the package by its name, as a program that depends on it does. */
async function run(script: string): Promise<string> {
  const { stdout } = await execa(process.execPath, ['--input-type=module', '-e', script], {
    cwd: packageRoot,
    timeout: 50_000,
  });
  return stdout;
}

test('grade() gives the result of one submission and tells each check meanwhile', async () => {
  const printed = await run(`
    import { grade } from 'netgrade';
    let told = 0;
    const submission = 'assignments/udp-hello/submissions/lecture';
    const result = await grade({ assignment: 'udp-hello', submission, only: 'greets-in-its-own-words', onCheck: () => told++ });
    console.log(JSON.stringify([result.submission.name, result.score, result.maxScore, result.state, told]));
  `);
  expect(JSON.parse(printed)).toEqual(['lecture', 20, 20, 'graded', 2]);
});

test('mistakes of the caller are UsageErrors, and the arena is closed: the program ends', async () => {
  const printed = await run(`
    import { grade, openGrader, UsageError } from 'netgrade';
    const seen = [];
    await grade({ assignment: 'udp-helo', submission: '.' }).catch((error) => seen.push(error instanceof UsageError, error.message));
    const grader = await openGrader({ assignment: 'udp-hello', jobs: 1, isolation: 'auto', role: 'server' });
    seen.push(grader.maxScore);
    await grader.grade({ name: 'x', folder: '/no/such' }).catch((error) => seen.push(error instanceof UsageError));
    await grader.close();
    console.log(JSON.stringify(seen));
  `);
  const [first, message, maxScore, second] = JSON.parse(printed);
  expect([first, maxScore, second]).toEqual([true, 50, true]);
  expect(message).toContain('Did you mean "udp-hello"?');
});

test('an assignment that is wrong is refused in words that name the field', async () => {
  const printed = await run(`
    import { checks, defineAssignment } from 'netgrade';
    try {
      defineAssignment({ title: 'T', lecture: 'L', transport: 'udp', roles: { server: checks({ 'does-it': { title: 't', points: 0, rule: 'r', run: async () => {} } }) } });
    } catch (error) { console.log(error.name + ': ' + error.message); }
  `);
  expect(printed).toBe('AssignmentError: roles.server.checks.does-it.points must be a positive integer, not 0');
});

test('importing the library loads nothing of the grader, which an assignment inside an arena does not need', async () => {
  const loaded = (more: string) =>
    run(`import 'netgrade'; ${more} console.log(process.moduleLoadList.includes('NativeModule child_process'));`);
  expect(await loaded('')).toBe('false');
  expect(await loaded("await import('./dist/grading/grade-submission.js');")).toBe('true');
});
