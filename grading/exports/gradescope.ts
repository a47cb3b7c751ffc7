import { checkText } from '../explain/check-text.js';
import { oneLine, withoutPaths } from '../explain/escape.js';
import { scoreSentences } from '../explain/score-sentences.js';
import type { CheckResult, Result } from '../result/result.js';
import { type EmitOptions, type Emitter, VISIBILITIES, type Visibility } from './emitter.js';

/**
 * Gradescope's `results.json`. The score is given by itself, so that it is the score whatever Gradescope makes of tests
 * that students do not see yet. A bonus is a test out of 0. Standard output stays with the instructor. When students
 * see what comes from the options, or from `NETGRADE_VISIBILITY` and `NETGRADE_HIDDEN_VISIBILITY`, which
 * `run_autograder` sets.
 */
export const gradescope: Emitter = (result, options) =>
  `${JSON.stringify(gradescopeResults(result, options), undefined, 2)}\n`;

/** The same as an object. */
function gradescopeResults(result: Result, options: EmitOptions = {}) {
  const { NETGRADE_VISIBILITY: shown, NETGRADE_HIDDEN_VISIBILITY: hiddenShown } = options.env ?? {};
  const visibility = options.visibility ?? visibilityOf(shown) ?? 'visible';
  const hiddenVisibility = options.hiddenVisibility ?? visibilityOf(hiddenShown) ?? 'after_published';
  const { unfinished = false } = options;
  return {
    score: result.score,
    execution_time: Math.round(result.durationMs / 10) / 100,
    output: [...summary(result, unfinished)].join('\n'),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility,
    stdout_visibility: 'hidden',
    extra_data: {
      netgrade: { state: result.state, complete: !unfinished, seed: result.seed, isolation: result.isolation },
    },
    tests: result.checks.map((check, index) => test(check, index, check.hidden ? hiddenVisibility : visibility)),
  };
}

const visibilityOf = (text: string | undefined): Visibility | undefined => VISIBILITIES.find((one) => one === text);

function test(check: CheckResult, index: number, visibility: string) {
  return {
    number: String(index + 1),
    name: `${check.kind === 'bonus' ? 'Bonus: ' : ''}The ${check.role} ${oneLine(check.title)}`,
    score: check.points,
    max_score: check.kind === 'bonus' ? 0 : check.maxPoints,
    status: check.state === 'pass' ? 'passed' : 'failed',
    output: checkText(check),
    tags: [check.role, check.kind],
    visibility,
    extra_data: { id: check.id, state: check.state, ...(check.cause ? { cause: check.cause.code } : {}) },
  };
}

function* summary(result: Result, unfinished: boolean): Generator<string> {
  if (unfinished) {
    yield 'The grading has not finished: more checks follow. If this stays, tell your instructor that the autograder ran out of time.';
  }
  yield* scoreSentences(result);
  const conventions = Object.entries(result.conventions).flatMap(([role, said]) =>
    said.map((one) => `${role}: ${one}`),
  );
  yield* section('How it was run', conventions);
  yield* section('Notes', result.notes);
}

function* section(title: string, sentences: string[]): Generator<string> {
  if (sentences.length === 0) return;
  yield '';
  yield title;
  for (const sentence of sentences) yield `  ${oneLine(withoutPaths(sentence))}`;
}
