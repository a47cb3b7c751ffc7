// Prints the closing line of .ci/run from vitest's JSON report: node closing-line.mjs <report> <exit code of the run>.
// What stopped the run without being a test (the linter, a type, a file that cannot be loaded) counts as one failure.
import { readFileSync } from 'node:fs';

const [report, code] = process.argv.slice(2);
const { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read(report);

for (const file of testResults)
  for (const test of file.assertionResults)
    if (test.status === 'pending' || test.status === 'skipped' || test.status === 'todo')
      console.log(`not run: ${test.fullName} (${file.name.replace(`${process.cwd()}/`, '')})`);
if (numPendingTests + numTodoTests > 0) console.log(`${numPendingTests + numTodoTests} not run`);

const unloadable = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
);
let failed = numFailedTests + unloadable.length;
if (failed === 0 && code !== '0') failed = 1;
console.log(`${numPassedTests} passed, ${failed} failed`);

/** No report means that nothing was tested: the run stopped before. */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}
