import { programError } from '../expect/program-error.js';
import { isWordFor, otherRole, roleWordAmong } from './role-words.js';

/** An argument of a program: what it stands for, or, behind `=`, the word itself. */
export type Argument = 'host' | 'port' | 'message' | 'role' | `=${string}`;

const USAGE =
  /\busage\b|\busos?:|modo de uso|verwendung|aufruf\s*:|kullan[ıi]m\s*:|utilisation\s*:|\bargv?(ument)?s?\b|argumento|missing|required|falta/i;
/** What runtimes say when a program reads an argument that was not given. */
const NO_ARGUMENT =
  /argv(?:(?!argv)[\s\S]){0,4000}?(IndexError|ValueError)|the following arguments are required|ArrayIndexOutOfBounds|index out of range \[\d\] with length [01]\b|ERR_SOCKET_BAD_PORT|ERR_MISSING_ARGS|"port" (argument|option)/;

/** Whether a program that ended at once did so for want of arguments: it says so itself, or its runtime does. */
export function asksForArguments(output: string): boolean {
  return NO_ARGUMENT.test(output) || (USAGE.test(output) && programError(output) === undefined);
}

const NO_NUMBER =
  /(?:invalid literal for int\(\)|could not convert|invalid (?:int|float) value|NumberFormatException|strconv\.\w+)[^\n]{0,200}?["'](.{1,200}?)["']|ParseIntError/;

/** Whether a program ended because it took a word that we gave it for a number: a guess of ours was wrong, not the program. */
export function tookForNumber(output: string, words: readonly string[]): boolean {
  const found = NO_NUMBER.exec(output);
  return found !== null && (found[1] === undefined || words.includes(found[1]));
}

/** What a usage message says about arguments: for one of the two roles where it tells them apart. Undefined where it states none that we understand. */
export function argumentsOf(output: string, role: 'server' | 'client', program = ''): Argument[] | undefined {
  const lines = output.split(/\r?\n/).map((line) => line.slice(0, LINE_READ).replace(/\s+/g, ' '));
  const at = lines.findIndex((line) => USAGE_LINE.test(line));
  if (at < 0) return undefined;
  // The lines below it that name the program again, or start as the usage line does, are further ways to start it.
  const stated = [
    lines[at]!.replace(USAGE_LINE, ''),
    ...lines.slice(at + 1, at + 6).filter((line) => LAUNCHES.test(line)),
  ];
  const ways = stated.flatMap((line) => line.split(/ \| (?=\S+ )| (?:or|ou|oder|o) /));
  const readings = ways.map((way) => argumentsIn(way, program, role)).filter((kinds) => kinds.length > 0);
  const ours = readings.find((kinds) => kinds.some((kind) => kind === 'role' || isRoleArgument(kind, role)));
  if (ours) return ours;
  const others = readings.filter((kinds) => kinds.some((kind) => isRoleArgument(kind, otherRole(role))));
  // Beside the way for the other role, one with a word of its own is for this one.
  const left = others.length === 0 ? [] : ways.map((way) => wordsIn(way, program)).filter(({ length }) => length === 1);
  const word = left.flat().find((one) => /^[a-z-]+$/i.test(one) && !isRoleWord(one));
  return word === undefined ? readings.find((kinds) => !others.includes(kinds)) : [`=${word}`];
}

/** Nothing further along a line is read: no usage message is that long, and a program may print a line without end. */
const LINE_READ = 500;
const USAGE_LINE = /^.*?(?:usage|usos?|verwendung|aufruf|utilisation|modo de uso|kullan[ıi]m)\s*:?\s*/i;
/** How a command line begins. */
const LAUNCHES =
  /^\s*(?:\$\s*)?(?:python[\d.]*|py|java|node|deno|go run|ts-node|cargo run|\.\/\S+|\S+\.(?:py|js|mjs|cjs|ts|out|exe|sh))\s/;
const LAUNCHER = /^(?:\$|python[\d.]*|py|java|node|deno|go|run|ts-node|cargo|--|npx|tsx|sh|bash)$/i;

/** One way of starting a program, word by word, without the program itself. */
function wordsIn(way: string, program: string): string[] {
  const words = way
    .replace(/ ?\| ?/g, '|')
    .replace(/\[-h\]/g, ' ')
    .split(' ')
    .filter(Boolean);
  while (words.length > 0 && isProgram(words[0]!, program)) words.shift();
  return words;
}

function argumentsIn(way: string, program: string, role: 'server' | 'client'): Argument[] {
  const words = wordsIn(way, program);
  const kinds: Argument[] = [];
  for (const [at, word] of words.entries()) {
    const kind = kindOf(word, role);
    // An option that may be left out, with its value.
    if (
      /^\[-/.test(word) &&
      !/\]$/.test(word) &&
      kind === undefined &&
      !/role|mode|server|client/i.test(words[at + 1] ?? '')
    )
      break;
    if (kind !== undefined && !(kind === 'role' && kinds.includes('role'))) kinds.push(kind);
  }
  return kinds;
}

function isProgram(word: string, program: string): boolean {
  if (LAUNCHER.test(word) || /^\.\/|\.(?:py|js|mjs|cjs|ts|java|c|go|rs|out|exe|sh|rb)$/i.test(word)) return true;
  return program !== '' && word.toLowerCase() === program.toLowerCase();
}

function kindOf(word: string, role: 'server' | 'client'): Argument | undefined {
  const bare = word.replace(/(?<=\w),(?=\w)/g, '|').replace(/[<>[\](){}"',.]/g, '');
  if (/^(?:server|client)(?:[|/](?:server|client))+$/i.test(bare) || /^(?:role|mode|rol|modo)$/i.test(bare))
    return 'role';
  const offered = bare.split(/[|/]/).filter(Boolean);
  if (offered.length > 1 && offered.some(isRoleWord)) {
    const own = roleWordAmong(offered, role);
    if (own !== undefined) return `=${own}`;
  }
  if (isRoleWord(bare) && /\w{3}/.test(bare) && !/[<]/.test(word)) return `=${bare}`;
  if (/^--?(?:role|mode)$/i.test(bare)) return `=${bare}`;
  if (bare.startsWith('-')) return undefined;
  if (/port|porta|puerto/i.test(bare)) return 'port';
  if (/host|^ip$|[-_]ip$|^ip[-_]|addr|^server$|servername/i.test(bare)) return 'host';
  if (/msg|mess?age|mensa|text|word|name|expr|string|palabra|palavra|nachricht|kelime|^(?:a|b|op|x|y)$/i.test(bare))
    return 'message';
  return undefined;
}

function isRoleWord(word: string): boolean {
  return isWordFor(word, 'server') || isWordFor(word, 'client');
}

/** Whether an argument is the word by which a program is told this role. */
export function isRoleArgument(kind: Argument, role: 'server' | 'client'): boolean {
  return kind.startsWith('=') && isWordFor(kind.slice(1), role);
}

/** What is tried with the words that may stand for a role: each alone, then what may follow on it. */
export function argumentsWith(words: string[]): Argument[][] {
  const behind: Argument[][] = [[], ['message'], ['host', 'port'], ['port']];
  return behind.flatMap((more) => words.map((word): Argument[] => [`=${word}`, ...more]));
}

/** The orders that are tried, one after the other, when a program wants arguments and does not say which. */
export const USUAL_ARGUMENTS: Argument[][] = [
  ['host', 'port'],
  ['port'],
  ['host', 'port', 'message'],
  ['port', 'host'],
  ['host'],
  ['message'],
  ['role'],
  ['role', 'message'],
  ['role', 'host', 'port'],
  ['role', 'port'],
];
