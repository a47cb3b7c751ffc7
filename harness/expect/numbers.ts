import { equal, isInteger, type Rational, rational, scaled, within } from './rational.js';

/** A number that stands by itself in a text. */
export interface FoundNumber {
  value: Rational;
  /** As it was written. */
  text: string;
  /** Where it begins, in UTF-16 code units. */
  at: number;
  /** Written without a point and without an exponent. */
  whole: boolean;
  /** Digits shown behind the point (fewer than none for `1e+20`), which is the precision of what was written. */
  decimals: number;
  /** Digits shown from the first one that is not zero. */
  significant: number;
}

type NumberAnswer =
  | { ok: true; found: string }
  | { ok: false; because: 'no-number' }
  | { ok: false; because: 'wrong-number' | 'echo'; found: string };

const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d+)';
const NUMBER = new RegExp(`([+-]?)(?:(${DIGITS})(?:\\.(\\d*))?|\\.(\\d+))(?:[eE]([+-]?\\d+))?`, 'g');
/** A time of day, an IPv4 address (with or without port) or a version: digits that are no numbers. */
const NO_NUMBERS = /(?<!\d)(?:\d{1,2}:\d{2}:\d{2}(?:\.\d+)?|\d{1,9}(?:\.\d{1,9}){2,9}(?::\d+)?)/g;
/** No expected number is this long; reading a longer one only costs time. */
const LONGEST = 5000;
/** Parentheses and brackets make `(1,234)` a pair, not a thousand. */
const OPENS_LIST = /[([,]\s*$/;

/**
 * The numbers that stand by themselves: `11`, `-3`, `11.000000`, `1e+20`, `.5`, `1,234,567`, also with a typographic minus or
 * in Arabic digits. Digits inside a word (`UDP2`), times of day and IP addresses are none. A minus right behind a digit,
 * a letter or a closing bracket is an operator (`5-6`), otherwise a sign. A comma separates, except between groups of
 * three digits outside a list.
 */
export function numbersIn(text: string): FoundNumber[] {
  const plain = plainDigits(text).replace(NO_NUMBERS, (match) => '_'.repeat(match.length));
  const found: FoundNumber[] = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(plain); match; match = NUMBER.exec(plain)) {
    const number = numberAt(plain, match);
    if (typeof number === 'number') NUMBER.lastIndex = number;
    else if (number) found.push({ ...number, text: text.slice(number.at, number.at + number.text.length) });
  }
  return found;
}

/**
 * Judges a calculator's reply. The answer is the last standalone number that is not part of the request said again, or
 * the last one that stands behind `=`, `result` or `answer`. A reply that holds the operands and no further number is an echo.
 */
export function answersNumber(reply: string, expected: Rational | number | bigint, request: string): NumberAnswer {
  const found = numbersIn(reply);
  if (found.length === 0) return { ok: false, because: 'no-number' };
  const others = withoutRuns(found, numbersIn(request));
  if (others.length === 0) return { ok: false, because: 'echo', found: reply.trim() };
  const answer =
    others.findLast((number) => LABEL.test(reply.slice(Math.max(0, number.at - 40), number.at))) ?? others.at(-1)!;
  return isNumber(answer, expected)
    ? { ok: true, found: answer.text }
    : { ok: false, because: 'wrong-number', found: answer.text };
}

const LABEL =
  /(?:=|\b(?:result|answer|resultado|respuesta|resposta|ergebnis|résultat|réponse)\b["']?\s*(?:is|es|é|ist|est|[:=]))\s*>?\s*["']?$/iu;

/** Whether a text, such as what a client printed, shows a number at all; for texts with addresses and ports in them. */
export function showsNumber(output: string, expected: Rational | number | bigint): boolean {
  return numbersIn(output).some((number) => isNumber(number, expected));
}

/**
 * Whether a written number is the expected one.
 *
 * - Written as a whole number it must be equal, at any size: `3` is not 3.5, and 2^53 + 1 is not 2^53. Beyond 2^53 the
 *   nearest double is right as well, printed in full or in its shortest form, for a calculator may work in doubles.
 * - Written with a point or an exponent it is right within a relative 1e-6. A float32 rounds to 2^-24 = 6e-8; two
 *   rounded operands and a rounded result give 1.8e-7 for a product or quotient, and 1e-6 leaves room for the
 *   cancellation of a sum whose operands are up to five times as large as the result. Doubles (`0.30000000000000004`) are far inside.
 * - It is also right when it is the expected number rounded to the digits shown, at least 2 behind the point
 *   (`%.2f`) or 6 significant ones (C++'s `cout`): it differs by half a unit of its last digit at most, and is not zero
 *   unless zero is expected. Zero itself must be zero.
 */
export function isNumber(found: FoundNumber, expected: Rational | number | bigint): boolean {
  const wanted = typeof expected === 'object' ? expected : rational(expected);
  if (equal(found.value, wanted)) return true;
  if (found.whole) return isInteger(wanted) && isNearestDouble(found.value, wanted.numerator / wanted.denominator);
  if (found.value.numerator === 0n || wanted.numerator === 0n) return false;
  if (within(found.value, wanted, scaled(wanted, rational('1e-6')))) return true;
  const shownEnough = found.decimals >= 2 || found.significant >= 6;
  return shownEnough && within(found.value, wanted, rational(`5e${-found.decimals - 1}`));
}

function isNearestDouble(value: Rational, wanted: bigint): boolean {
  const double = Number(wanted);
  if (!Number.isFinite(double) || Number.isSafeInteger(double)) return false;
  return equal(value, rational(BigInt(double))) || equal(value, rational(double));
}

/** Leaves out every run of numbers that repeats the request's own, in their order. */
function withoutRuns(found: FoundNumber[], asked: FoundNumber[]): FoundNumber[] {
  if (asked.length < 2) return found;
  const left: FoundNumber[] = [];
  for (let i = 0; i < found.length; ) {
    if (asked.every((number, j) => found[i + j] !== undefined && equal(found[i + j]!.value, number.value))) {
      i += asked.length;
    } else {
      left.push(found[i]!);
      i += 1;
    }
  }
  return left;
}

/** The number of a match; or where to look on, when the match begins with what is not its own; or nothing. */
function numberAt(plain: string, match: RegExpExecArray): FoundNumber | number | undefined {
  const [whole, sign = '', digits = '', fraction, bare, exponent] = match;
  let at = match.index;
  let text = whole;
  if (sign !== '' && /[\p{L}\p{N})\]_]/u.test(plain[at - 1] ?? ' ')) {
    at += 1;
    text = text.slice(1);
  } else if (isInsideWord(plain, at)) {
    return undefined;
  }
  if (digits.includes(',') && OPENS_LIST.test(plain.slice(Math.max(0, at - 8), at))) return cutAtComma(plain, at, text);
  // A point at the end closes the sentence.
  if (fraction === '' && exponent === undefined) text = text.slice(0, -1);
  if (text.length > LONGEST) return undefined;
  const behind = plain.slice(at + text.length, at + text.length + 2);
  if (/^[\p{L}\p{M}\p{N}_]/u.test(behind) && !/^[Ln](?![\p{L}\p{N}_])/u.test(behind)) return undefined;
  return foundNumber(text, at, fraction || bare, exponent);
}

/** In a list, `1,234` is a 1 and what follows. */
function cutAtComma(plain: string, at: number, text: string): FoundNumber | number {
  const first = /^[+-]?\d+/.exec(text)![0];
  NUMBER.lastIndex = at + first.length;
  return plain[at + first.length] === ',' ? foundNumber(first, at, undefined, undefined) : at + text.length;
}

function foundNumber(
  text: string,
  at: number,
  fraction: string | undefined,
  exponent: string | undefined,
): FoundNumber {
  const power = Math.max(-5000, Math.min(5000, Number(exponent ?? 0)));
  const mantissa = text
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return {
    value: rational(text.replaceAll(',', '')),
    text,
    at,
    whole: fraction === undefined && exponent === undefined,
    decimals: (fraction?.length ?? 0) - power,
    significant: mantissa.length,
  };
}

/** Behind a letter, a digit or `digit.`; but not behind the `\n` of a printed literal. */
function isInsideWord(plain: string, at: number): boolean {
  const before = plain.slice(Math.max(0, at - 2), at);
  if (/\\[nrt]$/.test(before)) return false;
  return /[\p{L}\p{M}\p{N}_]$/u.test(before) || /\d\.$/.test(before);
}

/** ASCII digits, point and minus for their relatives; every character keeps its place. */
function plainDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = [0xff10, 0x0966, 0x06f0, 0x0660].find((z) => code >= z)!;
      return String(code - zero);
    })
    .replace(/[\u2212\u2010\u2011\u2013\uff0d\ufe63]/g, '-')
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',');
}
