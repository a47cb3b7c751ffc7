/** What the number in an answer counts. */
export type Counted =
  | 'characters'
  | 'bytes' // of UTF-8
  | 'code units' // of UTF-16, as Java and JavaScript count
  | 'with line end' // the line end was counted too
  | 'something else'
  | 'nothing'; // there is no number

/** What the answer shows as the first character. */
type FirstShown =
  | 'character'
  | 'other case' // the right letter in the other case
  | 'bytes literal' // b'a'
  | 'byte value' // 97, which is what Python's bytes give for [0]
  | 'whole word' // the word, but not its first character by itself
  | 'another character'
  | 'nothing';

export interface WordAnswer {
  /** Whether the number of characters is right: code points, or the characters that a reader sees. */
  count: boolean;
  as: Counted;
  /** Where the right count stands among the numbers that were looked at: an answer that lists many has several. */
  countAt: number[];
  /** Whether the first character is right; the other case and a bytes literal are let pass. */
  first: boolean;
  firstAs: FirstShown;
  /** What was taken for the answer. */
  found: { count?: string; first?: string };
}

/**
 * Reads an answer to "how many characters has this word, and which is the first?" in any phrasing: `5 a`, `a5`, `(5, 'a')`, JSON,
 * `The word apple has 5 characters and starts with a`.
 *
 * The count is a number beside `length`, `characters` or the like, otherwise any number; of up to three. The first
 * character must stand by itself: quoted, or as a letter without letters beside it (`5a`), so that the word said again is
 * no answer. Where several stand by themselves the quoted ones go before the others, then the one nearest behind
 * `first`, `begins`, `starts` or the like, then the last. A letter that labels (`c = …`) and an article (`a word of 5
 * characters starting with b`, where nothing speaks of a beginning before it) are none.
 *
 * @param lineEnd what was sent behind the word; an answer that counts it is right (`as` says so). Without it such an
 *   answer is wrong. A word whose bytes are as many as its characters and the line end cannot tell the two apart: where
 *   bytes matter, send words with at least three characters outside ASCII.
 */
export function answersWord(reply: string, word: string, lineEnd: '' | '\n' | '\r\n' = ''): WordAnswer {
  const text = reply
    .slice(0, LONGEST_REPLY)
    .normalize('NFC')
    .replace(/\\[nrt]/g, '\n');
  const count = judgeCount(text, word, lineEnd);
  return { ...count, ...judgeFirst(text, word, count.found) };
}

/** What is read of a reply. Reading takes the square of its length where it is made for that; an answer to one word is a line. */
const LONGEST_REPLY = 4_096;

function judgeCount(
  text: string,
  word: string,
  lineEnd: string,
): Pick<WordAnswer, 'count' | 'as' | 'countAt' | 'found'> {
  const numbers = [...text.replace(ADDRESS, ' ').matchAll(COUNT)].map(([digits]) => digits);
  const beside = [...text.replace(ADDRESS, ' ').matchAll(BESIDE_COUNT)].map((match) => (match[1] ?? match[2])!);
  const candidates = (beside.length > 0 ? beside : numbers).slice(0, 3);
  for (const [as, lengths] of countings(word, lineEnd)) {
    const at = [...candidates.keys()].filter((place) => lengths.includes(Number(candidates[place])));
    if (at.length === 0) continue;
    const count = as === 'characters' || (as === 'with line end' && lineEnd !== '');
    return { count, as, countAt: count ? at : [], found: { count: candidates[at[0]!]! } };
  }
  const [any] = candidates;
  return any === undefined
    ? { count: false, as: 'nothing', countAt: [], found: {} }
    : { count: false, as: 'something else', countAt: [], found: { count: any } };
}

/** The ways to count a word, the right one first. */
function countings(word: string, lineEnd: string): [Counted, number[]][] {
  const characters = [[...word].length, graphemes(word).length];
  const withEnd = (end: number): [Counted, number[]] => ['with line end', characters.map((length) => length + end)];
  const bytes = Buffer.byteLength(word);
  const others: [Counted, number[]][] = [
    ['bytes', [bytes, bytes + lineEnd.length]],
    ['code units', [word.length]],
  ];
  if (lineEnd === '') return [['characters', characters], ...others, withEnd(1), withEnd(2)];
  return [['characters', characters], withEnd(lineEnd.length), ...others];
}

function judgeFirst(text: string, word: string, found: WordAnswer['found']) {
  const whole = word.normalize('NFC');
  const right = [graphemes(whole)[0]!, [...word][0]!];
  const said = (first: boolean, firstAs: FirstShown, shown: string) => ({
    first,
    firstAs,
    found: { ...found, first: shown },
  });
  const token = decisive(text);
  if (token !== undefined) {
    if (right.includes(token.text)) return said(true, token.bytes ? 'bytes literal' : 'character', token.text);
    if (right.some((one) => sameButCase(one, token.text))) return said(true, 'other case', token.text);
    return said(false, 'another character', token.text);
  }
  const value = String(Buffer.from(whole)[0]);
  if ([...text.matchAll(COUNT)].some(([digits]) => digits === value && digits !== found.count)) {
    return said(false, 'byte value', value);
  }
  if (text.toLowerCase().includes(whole.toLowerCase())) return said(false, 'whole word', whole);
  return { first: false, firstAs: 'nothing' as const, found };
}

interface Token {
  text: string;
  /** Where it begins and ends in the reply. */
  at: number;
  end: number;
  bytes: boolean;
}

/** The character that an answer gives, if it gives one. */
function decisive(text: string): Token | undefined {
  const quoted = tokens(text, QUOTED);
  if (quoted.length > 0) return nearest(text, quoted);
  const single = tokens(text, SINGLE).filter((token) => !LABELS.test(text.slice(token.end)) && !isArticle(text, token));
  return nearest(text, single);
}

function tokens(text: string, pattern: RegExp): Token[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const body = match[2] ?? match[0];
    if (graphemes(body).length !== 1) return [];
    return [{ text: body, at: match.index, end: match.index + match[0].length, bytes: match[1] === 'b' }];
  });
}

/** The candidate nearest behind a word for the beginning; else the nearest before one; else the last. */
function nearest(text: string, candidates: Token[]): Token | undefined {
  let best: { token: Token; distance: number } | undefined;
  for (const keyword of text.matchAll(BEGINNING)) {
    const end = keyword.index + keyword[0].length;
    const behind = candidates.find((token) => token.at >= end);
    const before = candidates.findLast((token) => token.end <= keyword.index);
    const token = behind ?? before;
    if (token === undefined) continue;
    // One before counts only where none is behind: a penalty larger than any reply.
    const distance = behind ? behind.at - end : keyword.index - token.end + 1e9;
    if (!best || distance < best.distance) best = { token, distance };
  }
  return best?.token ?? candidates.at(-1);
}

/** `a word`, `a 5 letter word`: an article, unless a word for the beginning stands before it and no preposition does. */
function isArticle(text: string, token: Token): boolean {
  const behind = text.slice(token.end, token.end + 40);
  if (!/^[ \t]+(?:\d+[\s-]+)?\p{L}{2}/u.test(behind) || /^\s+(?:is|and|ist|und|est|et|es)\b/i.test(behind))
    return false;
  const before = text.slice(Math.max(0, token.at - 40), token.at);
  if (/\b(?:of|in|for|has|have|to|as|from)\s+$/i.test(before)) return true;
  return !new RegExp(BEGINNING.source, 'iu').test(before) && !/\d[\s,;:]*$/.test(before);
}

const ADDRESS = /\(\s*'[\d.]+'\s*,\s*\d+\s*\)|\d+(?:\.\d+){3}(?::\d+)?|\d{1,2}:\d{2}:\d{2}(?:\.\d+)?/g;
const COUNT = /(?<![\d.])\d{1,9}(?=\.0+(?!\d)|(?!\d|\.\d))/g;
const COUNTS =
  'lengths?|len|long|counts?|number|size|characters?|chars?|letters?|symbols?|car[aá]ct[eè]res|letras|zeichen|buchstaben|lettres';
const BESIDE_COUNT = new RegExp(
  `(?<![\\d.])(\\d{1,9})\\s*(?:${COUNTS})(?!\\p{L})|(?<!\\p{L})(?:${COUNTS})["']?(?:\\s+(?:of|in)\\s[^\\d\\n]{0,60}?)?(?:\\s*(?:is|are|[:=]|->|=>)+\\s*|\\s+)["']?(\\d{1,9})(?![\\d.]*\\d)`,
  'giu',
);
const BEGINNING =
  /first|begin|start|initial|erste|beginn|anfang|primer|inicia|comienza|empieza|come[cç]a|premi[eè]re?|commence|lead/giu;
const QUOTED = /(?<![\p{L}\p{N}])(b?)(?:(?<=b|[^\p{L}\p{N}]|^)['"‘“«`])([^\s'"]{1,12}?)['"’”»`](?![\p{L}\p{N}])/gu;
/** A letter, with its marks, that has no letter beside it, nor an apostrophe that joins it to one (`it's`). */
const SINGLE = /(?<![\p{L}\p{M}]|\p{L}['’])\p{L}\p{M}*(?![\p{L}\p{M}]|['’]\p{L})/gu;
const LABELS = /^["']?\s*[:=]/;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters that a reader sees. To tell them apart takes the square of the text's length, so no more is read than of a reply. */
function graphemes(text: string): string[] {
  return [...segmenter.segment(text.slice(0, LONGEST_REPLY))].map(({ segment }) => segment);
}

function sameButCase(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase() || a.toUpperCase() === b.toUpperCase();
}
