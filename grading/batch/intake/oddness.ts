import iconv from 'iconv-lite';
import type { Encoding } from './legacy-text.js';

/**
 * How unlikely it is that somebody wrote this text, a name in each line, which was read in the given encoding. Text that was read in a
 * wrong one has signs where letters should be, capitals within words, and letters of several languages.
 */
export function oddness(text: string, encoding: Encoding): number {
  let odd = PRIOR[encoding] ?? 0;
  for (const sign of text.match(/\P{ASCII}/gu) ?? []) odd += oddSign(sign, encoding);
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) if (/\P{ASCII}/u.test(word)) odd += oddWord(word);
  for (const line of text.split('\n')) odd += foreignLetters(line) * 0.5;
  return odd;
}

/** All that Korean is written with is Chinese in the other encoding: it takes some of it to believe that. */
const PRIOR: Partial<Record<Encoding, number>> = { cp949: 0.25 };

const NOT_A_SIGN = /[\p{C}\uFFFD\u2500-\u259F]/u;
const SIGN_OF_EAST_ASIA = /[·。、「」（）【】ー・々]/u;
/** Letters that the code pages have and names have not. */
const NO_LETTER_OF_NAMES = /[ªºƒÿŸ\p{Lm}\uFF61-\uFF9F]/u;

function oddSign(sign: string, encoding: Encoding): number {
  if (NOT_A_SIGN.test(sign)) return 3;
  if (SIGN_OF_EAST_ASIA.test(sign)) return 0;
  if (NO_LETTER_OF_NAMES.test(sign)) return 1;
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(sign)) return rarity(sign, encoding);
  if (/[’‘“”–—…]/u.test(sign)) return 0.5;
  return /[\p{L}\p{M}]/u.test(sign) ? 0 : 1;
}

/** What the languages write with beside the letters of ASCII, or of all that write in Cyrillic. */
const LANGUAGES = [
  'äöüß',
  'àâæçéèêëîïôœùûü',
  'áéíñóúüç',
  'áâãàçéêíóôõú',
  'àèéìòù',
  'åäöæøé',
  'çğıi̇öşüâîû',
  'ąćęłńóśźż',
  'áčďéěíňóřšťúůýžľĺŕôä',
  'čćđšž',
  'áéíóöőúüű',
  'ăâîșțşţ',
  'ё',
  'іїєґ',
  'ёўі',
  'ђјљњћџѓќѕ',
].map((letters) => new Set(letters));

/** The fewest letters of a line that are not of one language. */
function foreignLetters(line: string): number {
  const special = [...line.toLowerCase()].filter((letter) =>
    /(?![a-zа-я])[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(letter),
  );
  if (special.length === 0) return 0;
  return Math.min(...LANGUAGES.map((language) => special.filter((letter) => !language.has(letter)).length));
}

/** The standards of East Asia hold the usual characters first, by the first byte: `usual`, then the seldom ones. */
const ROWS: Partial<Record<Encoding, { usual: [number, number]; seldom: [number, number] }>> = {
  cp936: { usual: [0xb0, 0xd7], seldom: [0xd8, 0xf7] },
  cp932: { usual: [0x88, 0x98], seldom: [0x99, 0xea] },
  cp949: { usual: [0xb0, 0xc8], seldom: [0xca, 0xfd] },
  cp950: { usual: [0xa4, 0xc6], seldom: [0xc9, 0xf9] },
};

function rarity(sign: string, encoding: Encoding): number {
  const rows = ROWS[encoding];
  if (!rows) return 0;
  const [first = 0, second = 0] = iconv.encode(sign, encoding);
  const isChinese = encoding === 'cp936' || encoding === 'cp950';
  const isIn = ([from, to]: [number, number]): boolean => first >= from && first <= to;
  // Extensions of the standards of China and Korea have smaller second bytes.
  if ((encoding === 'cp936' || encoding === 'cp949') && second < 0xa1) return 1.5;
  return isIn(rows.usual) ? (isChinese ? 0.05 : 0) : isIn(rows.seldom) ? 0.5 : 1.5;
}

const ALPHABETS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Hangul}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
];

function oddWord(word: string): number {
  const letters = [...word];
  const alphabets = ALPHABETS.filter((alphabet) => letters.some((letter) => !isAscii(letter) && alphabet.test(letter)));
  // `王伟hw1` is usual, `Iвan` is not.
  const withAscii = letters.some(isAscii) && !alphabets.some((alphabet) => alphabet.test('a') || alphabet.test('王'));
  let odd = Math.max(0, alphabets.length - 1) + Number(withAscii);
  for (const [at, letter] of letters.entries()) {
    const [before = '', twoBefore = ''] = [letters[at - 1], letters[at - 2]];
    if (isAscii(letter) && isAscii(before)) continue;
    const rises = isCapital(letter) && isSmall(before);
    const falls = isSmall(letter) && isCapital(before) && isCapital(twoBefore);
    if (rises || falls) odd += 1;
    // Latin letters with marks stand among others without.
    if ([letter, before, twoBefore].every(isMarkedLatin)) odd += 1;
  }
  return odd;
}

function isAscii(letter: string): boolean {
  return /^\p{ASCII}?$/u.test(letter);
}

function isCapital(letter: string): boolean {
  return /^\p{Lu}$/u.test(letter);
}

function isSmall(letter: string): boolean {
  return /^\p{Ll}$/u.test(letter);
}

function isMarkedLatin(letter: string): boolean {
  return letter !== '' && !isAscii(letter) && /\p{Script=Latin}/u.test(letter);
}
