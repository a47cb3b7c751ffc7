import { visible, visibleLines } from './escape.js';

/**
 * GitHub's runner reads commands from what a step prints: `::name::` at the start of a line, after any blanks, and
 * `##[name]` anywhere in one (actions/runner, ActionCommand.cs).
 */

/** The message of a workflow command: one line of output that the runner shows as several. */
export function workflowMessage(text: string): string {
  return visibleLines(text)
    .map((line) => line.replaceAll('%', '%25'))
    .join('%0A');
}

/** A property of a workflow command, such as its title. */
export function workflowProperty(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text for a step's log in which the runner looks for no command. `token` must be one that no program can know. */
export function workflowLog(text: string, token: string): string {
  return `::stop-commands::${token}\n${withoutEnd(text)}\n::${token}::\n`;
}

/** Without the newlines at its end. */
function withoutEnd(text: string): string {
  return text.replace(/(?<!\n)\n*$/, '');
}

/** Lines that Markdown shows as they are. The fence is longer than any run of backticks within. */
export function markdownBlock(text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${withoutEnd(text)}\n${fence}`;
}

/** One line of Markdown, also within a table, in which nothing is markup, a link, a mention or a reference. */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]()#+!|~$^=-]/g, '\\$&')
    .replace(/[&<>]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/@|(?<=\w):\/\/|(?<=www)\./gi, (mark) => `${mark}<!-- -->`);
}
