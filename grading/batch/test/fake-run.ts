/**
 * Grades a class with a grader that only reads the files: `fake-run <class> <out> <log> <jobs>`. Every call is logged, so
 * that a test sees what was graded again. A submission that says "broken" can never be judged, one that says "flaky"
 * fails the first time in each run.
 */
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onInterrupt } from '../../cli/interrupt.js';
import { readClass } from '../intake/read-class.js';
import { gradeClass } from '../run-class.js';
import { writeClass } from '../write-class.js';
import { checkOf, resultOf } from './results.js';

const [classPath = '', outDir = '', log = '', jobs = '4', pauseMs = '15'] = process.argv.slice(2);
const tried = new Set<string>();
const interrupt = onInterrupt();
const members = await readClass(classPath, { workFolder: join(outDir, 'submissions') });
const run = await gradeClass({
  class: members,
  outDir,
  assignment: { id: 'udp-hello', hash: 'assignment', maxScore: 100 },
  jobs: Number(jobs),
  stop: interrupt.stop,
  abort: interrupt.abort,
  report: (result, folder) => writeFile(join(folder, 'report.txt'), `${result.score}\n`),
  async grade({ name, folder }) {
    appendFileSync(log, `${name}\n`);
    await setTimeout(Math.random() * 2 * Number(pauseMs));
    const text = readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    if (text.includes('broken')) return resultOf(name, [checkOf({ id: 'replies', state: 'error' })]);
    if (text.includes('flaky') && !tried.has(name)) {
      tried.add(name);
      throw new Error('the arena died');
    }
    const works = (text.codePointAt(0) ?? 0) % 2 === 0;
    return resultOf(name, [checkOf({ id: 'replies', state: works ? 'pass' : 'fail' }), checkOf({ id: 'stays' })]);
  },
});
await writeClass(outDir, run.rows, members);
process.exitCode = run.rows.every(({ state }) => state === 'graded') ? 0 : 2;
interrupt.end();
