import { checkText } from '../explain/check-text.js';
import { oneLine } from '../explain/escape.js';
import { scoreSentences } from '../explain/score-sentences.js';
import type { Result } from '../result/result.js';
import type { Emitter } from './emitter.js';

/** PrairieLearn takes no results file above 1 MB. */
const RESULTS_BYTES = 1_000_000;

/**
 * PrairieLearn's `results.json`. The score is a fraction of 1. A provisional or unfinished result is "not gradable": PrairieLearn then
 * neither gives nor takes points, and the attempt does not count. Where explanations would make the file too large, they
 * are shortened, all alike, until it fits.
 */
export const prairielearn: Emitter = (result, { unfinished = false }) => {
  for (const rows of [20, 8, 3]) {
    const document = `${JSON.stringify(prairielearnResults(result, rows, unfinished))}\n`;
    if (Buffer.byteLength(document) <= RESULTS_BYTES) return document;
  }
  return `${JSON.stringify(prairielearnResults(result, 0, unfinished))}\n`;
};

/** The same as an object, with at most `rows` lines for each part of an explanation, and no explanation at 0. */
function prairielearnResults(result: Result, rows: number, unfinished: boolean) {
  const cut = unfinished ? ['The grading has not finished; submit again.'] : [];
  const message = [...cut, ...scoreSentences(result)].join(' ');
  return {
    ...(result.state === 'provisional' || unfinished
      ? { gradable: false, format_errors: [message] }
      : { gradable: true }),
    score: result.score / result.maxScore,
    message,
    output: '',
    tests: result.checks.map((check) => ({
      name: `The ${check.role} ${oneLine(check.title)}`,
      description: check.rule === undefined ? '' : oneLine(check.rule),
      points: check.points,
      max_points: check.maxPoints,
      message: rows === 0 ? '' : checkText(check, { rows }),
      output: '',
    })),
  };
}
