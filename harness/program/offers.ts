import { menuIn, promptOf, WAY_OUT_WORDS } from './menu.js';

/** A line that a prompt offers to be typed. */
export interface Offer {
  line: string;
  /** Whether the words beside it say that the program ends with it. */
  leaves: boolean;
}

/** More than a user would try one after the other. */
const MOST_OFFERS = 12;

const WORD = '[\\p{L}\\p{N}]{1,15}';
const ALONE = { before: '(?<![\\p{L}\\p{N}])', behind: '(?![\\p{L}\\p{N}])' };
const OR = '(?:or|oder|ou|o|of|eller|veya|ya da|lub|czy|или|أو|یا|या|或|または|또는)';

/** How a prompt names what may be typed, whatever the language; what each finds is one line, or several with signs between them. */
const NAMED: RegExp[] = [
  // (time/date/quit), [j|n]
  new RegExp(`${ALONE.before}${WORD}(?:\\s*[/|]\\s*${WORD})+${ALONE.behind}`, 'gu'),
  // (time, date or quit)
  new RegExp(`(?<=[(\\[{<]\\s*)${WORD}(?:\\s*,\\s*(?:${OR}\\s+)?${WORD}|\\s+${OR}\\s+${WORD})+(?=\\s*[)\\]}>])`, 'gu'),
  // 'start', "start"
  new RegExp(`(?<=["'“”„‘’\`«»])${WORD}(?=["'“”‘’\`«»])`, 'gu'),
  // (s)tart, start [s]
  /(?<=[([])[\p{L}\p{N}](?=[)\]])/gu,
  // 1 for the time, 0 to end
  /(?<![\p{L}\p{N}.,:+*/-]|[-+*/]\s)\d{1,2}(?=\s+\p{L}{2})/gu,
  /(?<![\p{L}\p{N}'’])\p{L}(?=\s*(?:(?:for|to|para|pour|für|zum|per|için|для|voor|för|=|->|→)(?!\p{L})))/gu,
  // time or date?
  new RegExp(`${ALONE.before}${WORD}\\s+${OR}\\s+${WORD}${ALONE.behind}`, 'gu'),
];

/** `- time`, or `time - tells the time`, each on its line. */
const LISTED = [
  new RegExp(`^[ \\t]*[-*•>][ \\t]*(${WORD})[ \\t]*(?:$|[-–—:=]\\s)`, 'gmu'),
  new RegExp(`^[ \\t]*(${WORD})[ \\t]+[-–—:=][ \\t]+\\p{L}`, 'gmu'),
];

/** Type START to begin. */
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,15}(?![\p{L}\p{N}])/gu;

/** What a program offers its user where it waits for a line, in the order in which it names it. */
export function offersIn(text: string): Offer[] {
  const offers = new Map<string, Offer>();
  const add = (line: string, leaves: boolean) => {
    if (!offers.has(line) && offers.size < MOST_OFFERS) offers.set(line, { line, leaves });
  };
  const menu = menuIn(text);
  for (const choice of menu?.choices ?? []) add(choice, false);
  if (menu?.exit !== undefined) add(menu.exit, true);
  const prompt = promptOf(text).slice(-PROMPT_READ);
  for (const line of prompt === '' ? [] : namedIn(prompt)) add(line, saysLeave(line, prompt));
  for (const pattern of LISTED) {
    const found = [...text.matchAll(pattern)];
    if (found.length > 1) for (const [whole, line] of found) add(line!, WAY_OUT_WORDS.test(whole));
  }
  if (/\p{Ll}/u.test(prompt)) for (const [line] of prompt.matchAll(CAPITALS)) add(line, WAY_OUT_WORDS.test(line));
  return [...offers.values()];
}

/** No prompt is longer. */
const PROMPT_READ = 300;

function namedIn(prompt: string): string[] {
  const between = new RegExp(`\\s*[/|,]\\s*(?:${OR}\\s+)?|\\s+${OR}\\s+`, 'u');
  return NAMED.flatMap((pattern) => [...prompt.matchAll(pattern)].flatMap(([found]) => found.split(between))).filter(
    (line) => line !== '',
  );
}

/** `quit`, or the 0 of "0 to quit" and of "quit (0)". */
function saysLeave(line: string, prompt: string): boolean {
  if (WAY_OUT_WORDS.test(line) || /^[0qx]$/i.test(line)) return true;
  const beside = new RegExp(
    `${ALONE.before}${line}${ALONE.behind}[^\\p{L}\\p{N}]+((?:[\\p{L}]+\\s+){0,2}\\p{L}+)`,
    'u',
  );
  return line.length < 3 && WAY_OUT_WORDS.test(beside.exec(prompt)?.[1] ?? '');
}
