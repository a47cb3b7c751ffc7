import { checkText } from '../explain/check-text.js';
import { html, oneLine, withoutPaths } from '../explain/escape.js';
import { markdownBlock, markdownText } from '../explain/escape-github.js';
import { scoreSentences } from '../explain/score-sentences.js';
import type { CheckResult, Result } from '../result/result.js';
import type { Emitter } from './emitter.js';

/** GitHub refuses a step summary above 1 MiB; some room stays for what other tools of the step write. */
const SUMMARY_BYTES = 900 * 1024;

/** The report in GitHub's Markdown, for a step summary or a release. What a program printed stands in fenced blocks only. */
export const githubSummary: Emitter = (result) => {
  let rest = SUMMARY_BYTES;
  const parts: string[] = [];
  for (const part of [
    head(result),
    ...result.checks.filter((check) => check.state !== 'pass').map(details),
    foot(result),
  ]) {
    rest -= Buffer.byteLength(part) + 1;
    if (rest < 200) {
      parts.push('\nThe rest does not fit here; it stands in the uploaded report.\n');
      break;
    }
    parts.push(part);
  }
  return parts.join('\n');
};

const MARKS = { pass: '✅', fail: '❌', skip: '➖', error: '⚠️' } as const;

function head(result: Result): string {
  const rows = result.checks.map(
    (check) => `| ${MARKS[check.state]} | ${check.role} | ${title(check)} | ${earned(check)} |`,
  );
  return [
    `## ${markdownText(oneLine(result.assignmentTitle))}: ${result.score} of ${result.maxScore}`,
    '',
    ...scoreSentences(result),
    '',
    ...(rows.length > 0 ? ['| | Program | Check | Points |', '|---|---|---|---:|', ...rows, ''] : []),
  ].join('\n');
}

function details(check: CheckResult): string {
  return [
    `<details><summary>${MARKS[check.state]} The ${check.role} ${html(oneLine(check.title))} (${earned(check)})</summary>`,
    '',
    markdownBlock(checkText(check, { rows: 20 })),
    '',
    '</details>',
    '',
  ].join('\n');
}

function foot(result: Result): string {
  const conventions = Object.entries(result.conventions).flatMap(([role, said]) =>
    said.map((one) => `${role}: ${one}`),
  );
  return [...list('How it was run', conventions), ...list('Notes', result.notes), ''].join('\n');
}

function list(heading: string, sentences: string[]): string[] {
  if (sentences.length === 0) return [];
  return [
    `### ${heading}`,
    '',
    ...sentences.map((sentence) => `- ${markdownText(oneLine(withoutPaths(sentence)))}`),
    '',
  ];
}

const title = (check: CheckResult): string => markdownText(oneLine(check.title));
const earned = (check: CheckResult): string => `${check.state === 'error' ? '?' : check.points}/${check.maxPoints}`;
