import { execa } from 'execa';
import { expect, test } from 'vitest';
import { packageRoot } from '../harness/package-root.js';

/** Grades a bundled submission: what it fails, and its score. */
async function graded(assignment: string, name: string): Promise<string> {
  const script = `
    import { grade } from 'netgrade';
    const submission = 'assignments/${assignment}/submissions/${name}';
    const { checks, score } = await grade({ assignment: '${assignment}', submission });
    const lost = checks.filter(({ state }) => state !== 'pass').map(({ role, id, state }) => role + '/' + id + ' ' + state);
    console.log([...lost, score].join(', '));
  `;
  const options = { cwd: packageRoot, timeout: 110_000 };
  return (await execa(process.execPath, ['--input-type=module', '-e', script], options)).stdout;
}

test.each([
  ['udp-time', 'own-word-only', 'server/answers-whoever-asks fail, 90'],
  ['udp-time', 'day-of-the-year', 'server/tells-the-date fail, 92'],
  ['tcp-time', 'own-word-only', '100'],
  ['tcp-time', 'crashes-after-its-answer', 'server/closes-the-connection fail, 90'],
  ['udp-hello', 'crashes-after-its-reply', 'server/answers-whoever-asks fail, 90'],
  ['udp-hello', 'press-enter-to-close', '100'],
  ['udp-hello', 'client-asks-for-more', 'client/ends-after-the-reply fail, 95'],
  ['name-lookups', 'name-of-another-computer', 'script/tells-its-own-name fail, 100'],
  ['udp-chat', 'message-never-shown', 'server/shows-what-arrives fail, 85'],
])('%s: %s loses the points of its own mistake', { timeout: 120_000 }, async (assignment, name, expected) => {
  expect(await graded(assignment, name)).toBe(expected);
});
