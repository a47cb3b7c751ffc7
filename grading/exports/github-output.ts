import { oneLine } from '../explain/escape.js';
import type { Emitter } from './emitter.js';

/** Lines for `$GITHUB_OUTPUT`: what a later step of a workflow can ask for. Nothing here comes from a program. */
export const githubOutput: Emitter = (result) =>
  [
    `score=${result.score}`,
    `max-score=${result.maxScore}`,
    `state=${result.state}`,
    `passed=${result.checks.filter((check) => check.state === 'pass').length}`,
    `checks=${result.checks.length}`,
    `assignment=${oneLine(result.assignment)}`,
    '',
  ].join('\n');
