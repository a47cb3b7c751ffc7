/** The words by which a program that is both is told which of the two it shall be. */

type TwoRoles = 'server' | 'client';

const ROLE_WORD = {
  server: /^-{0,2}(?:server|servidor|serveur|sunucu|serve|srv|listen|receiver|s|l)$/i,
  client: /^-{0,2}(?:client|cliente|kunde|istemci|connect|cli|sender|c)$/i,
};

/** Whether a word says which role is meant. */
export function isWordFor(word: string, role: TwoRoles): boolean {
  return ROLE_WORD[role].test(word);
}

export function otherRole(role: TwoRoles): TwoRoles {
  return role === 'server' ? 'client' : 'server';
}

/** The one of several words offered for choice that stands for a role: its own, or what is left beside the other's. */
export function roleWordAmong(words: string[], role: TwoRoles): string | undefined {
  const own = words.find((word) => isWordFor(word, role));
  if (own !== undefined) return own;
  const left = words.filter((word) => !isWordFor(word, otherRole(role)));
  return words.length === 2 && left.length === 1 ? left[0] : undefined;
}

const READS_ARGUMENTS = /argv|args\b|argparse|\$1|ARGV|\bmain\s*\(\s*(?:int|(?:final\s+)?String)\b/i;
const READS_INPUT =
  /input\s*\(|read_?line|next(?:Line|Int)?\s*\(|fgets|scanf|ReadString|\bScanl?n?\s*\(|\bcin\b|question\s*\(/i;
/** Of further words that a program compares with, so many are tried. */
const MOST_OTHERS = 3;

/**
 * The words by which one file that is both programs is told at its start which it shall be, read off its strings; the plainest first.
 * Where it names none for this role, what else may be meant: the role's name, then other words that it compares with.
 */
export function roleWordsIn(source: string, role: TwoRoles): string[] {
  if (!READS_ARGUMENTS.test(source)) return [];
  const literals = [...source.matchAll(/(["'`])(-{0,2}\w{1,10})\1/g)].map((match) => match[2]!);
  // Letters of options are compared without their dash.
  const words = /\bgetopt\b/.test(source) ? literals.map((word) => word.replace(/^(\w)$/, '-$1')) : literals;
  const own = [...new Set(words.filter((word) => isWordFor(word, role)))];
  if (own.length > 0)
    return own.toSorted((a, b) => Number(a.replace(/^-+/, '').length < 2) - Number(b.replace(/^-+/, '').length < 2));
  const compared = comparedWords(source);
  if (compared.length < 2 && !words.some((word) => isWordFor(word, otherRole(role)))) return [];
  const others = compared.filter((word) => !isWordFor(word, otherRole(role)));
  return [role, ...others.slice(0, MOST_OTHERS)];
}

/** Whether a program compares what it was told, as an argument or at its terminal, with a word for a role, or an argument with one of several words. */
export function isToldItsRole(source: string): boolean {
  const hasArguments = READS_ARGUMENTS.test(source);
  if (!hasArguments && !READS_INPUT.test(source)) return false;
  const compared = comparedWords(source);
  return (
    (hasArguments && compared.length >= 2) ||
    compared.some((word) => isWordFor(word, 'server') || isWordFor(word, 'client'))
  );
}

const WORD = `(["'\`])(-{0,2}[\\p{L}\\w]{1,12})\\1`;
const COMPARED_BEHIND = new RegExp(
  `(?:==|!=|\\bcase\\b|\\bequals(?:IgnoreCase)?\\s{0,4}\\(|\\bstr\\w{0,5}cmp\\s{0,4}\\([^"'\\n]{0,60},|\\bSome\\s{0,4}\\(|\\bin\\s{0,4}[(\\[{]|\\bchoices\\s{0,4}=\\s{0,4}[(\\[{]|\\badd_(?:argument|parser)\\s{0,4}\\(|\\bflag\\.\\w{1,20}\\(|\\bincludes\\s{0,4}\\()\\s{0,4}${WORD}`,
  'gu',
);
const COMPARED_BEFORE = new RegExp(`${WORD}\\s{0,4}(?:==|\\.equals|=>|->|in\\s+\\w{0,20}\\.?(?:argv|args))`, 'gu');

/** The words that a source compares something with, in order of appearance. */
function comparedWords(source: string): string[] {
  const found = [COMPARED_BEHIND, COMPARED_BEFORE].flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => ({ at: match.index, word: match[2]! })),
  );
  return [...new Set(found.toSorted((a, b) => a.at - b.at).map(({ word }) => word))];
}
