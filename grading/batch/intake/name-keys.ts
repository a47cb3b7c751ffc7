import { fold } from './file-name.js';

const IN_ASCII: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/**
 * What a name can be looked up by: its words in any order, and run together from each of them on, as Canvas writes them; with umlauts also as
 * platforms write them in file names, where `Özgür` is `Oezguer`.
 */
export function nameKeys(name: string): string[] {
  return [...new Set(spellings(name).flatMap(keysOf))];
}

/** The words of a name, in any order. */
export function wordsKey(words: string): string {
  return `words ${nameWords(words).sort().join(' ')}`;
}

function keysOf(name: string): string[] {
  const parts = nameWords(name);
  if (parts.length === 0) return [];
  return [wordsKey(name), ...parts.map((_, at) => `run ${[...parts.slice(at), ...parts.slice(0, at)].join('')}`)];
}

/** The words of a name, as they are compared, in their order. */
export function nameWords(name: string): string[] {
  return name
    .split(/[\s,._-]+/u)
    .map(fold)
    .filter(Boolean);
}

/** A name as it is, and without umlauts where it has some. */
export function spellings(name: string): string[] {
  const plain = name.normalize('NFC').toLowerCase();
  const spelled = plain.replace(/[äöüåø]/g, (letter) => IN_ASCII[letter]!);
  return spelled === plain ? [name] : [name, spelled];
}

/** Two names are the same where they share a key. */
export function sameName(a: string, b: string): boolean {
  const keys = nameKeys(a);
  return nameKeys(b).some((key) => keys.includes(key));
}

/** Shorter numbers are such as platforms count with: one may be another student's by chance. */
const LEAST_DIGITS = 7;

/** Whether who is called `name` may be the one called `other` whose number he has; a single word may be a login or a nickname. */
export function mayBeHis(number: string, name: string, other: string): boolean {
  if (number.length >= LEAST_DIGITS) return true;
  const [own, others] = [wordsBeside(number, name), wordsBeside(number, other)];
  return own.length < 2 || others.length < 2 || own.some((word) => others.includes(word));
}

/** Whether a number may be a mere count, of a platform or of copies: class lists count, too. */
export function mayBeCount(number: string): boolean {
  return /^\d+$/.test(number) && number.length < LEAST_DIGITS;
}

function wordsBeside(number: string, name: string): string[] {
  return spellings(name)
    .flatMap(nameWords)
    .filter((word) => word !== fold(number));
}
