import type { Result } from '../result/result.js';
import { classroom50 } from './classroom50.js';
import type { EmitOptions, Emitter } from './emitter.js';
import { forAudience } from './for-audience.js';
import type { FormatName } from './format-names.js';
import { githubAnnotations } from './github-annotations.js';
import { githubClassroom } from './github-classroom.js';
import { githubOutput } from './github-output.js';
import { githubSummary } from './github-summary.js';
import { gradescope } from './gradescope.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { prairielearn } from './prairielearn.js';
import { tap } from './tap.js';
import { text } from './text.js';

export { FORMAT_NAMES, type FormatName } from './format-names.js';

interface Format {
  /** What it is, for `--help`. */
  about: string;
  emit: Emitter;
  /** The platform shows a hidden check at its own time, so the emitter is given the whole result. */
  hidesByItself?: true;
}

/** Every format that `check --format` and `emit` know. */
export const FORMATS = {
  text: { about: 'the report as plain text', emit: text },
  json: { about: 'the result, schema netgrade/result/v1', emit: json },
  junit: { about: 'JUnit XML for GitLab and Jenkins', emit: junit },
  tap: { about: 'Test Anything Protocol, version 14', emit: tap },
  gradescope: { about: "Gradescope's results.json", emit: gradescope, hidesByItself: true },
  classroom50: { about: "Classroom 50's result.json", emit: classroom50 },
  'github-classroom': { about: 'lines for $GITHUB_ENV, for the GitHub Classroom reporter', emit: githubClassroom },
  github: { about: 'GitHub annotations, for the output of a step', emit: githubAnnotations },
  'github-summary': { about: 'Markdown for $GITHUB_STEP_SUMMARY', emit: githubSummary },
  'github-output': { about: 'lines for $GITHUB_OUTPUT: score, max-score, state', emit: githubOutput },
  prairielearn: { about: "PrairieLearn's results.json", emit: prairielearn },
} as const satisfies Record<FormatName, Format>;

/** One document from one result, for the readers that `options.audience` names (students unless told). */
export function emit(name: FormatName, result: Result, options: EmitOptions = {}): string {
  const format: Format = FORMATS[name];
  return format.emit(format.hidesByItself ? result : forAudience(result, options.audience), options);
}
