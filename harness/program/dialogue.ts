import { programError } from '../expect/program-error.js';

/** What a program asks for when it waits for a line, told from the words that it printed last. */
export type Wish = 'host' | 'port' | 'other';

const PORT = /\b(port|puerto|porta|porto|portnummer)\b|بورت|منفذ|端口/i;
/** "Port number" asks for a port, though a number alone would be something to compute with. */
const PORT_NUMBER = /\bport\s+(number|no\.?|num)(?!\w)|\bn[uú]mero\s+(de|do|del|da)\s+(puerto|porta|porto)\b/gi;
const HOST =
  /\b(host|hostname|ip|address|addr|server( name)?|servidor|servername|serveur|direcci[oó]n|endere[cç]o|adresse)\b|عنوان|خادم|主机|服务器/i;
/** Words that make a prompt one for the message, whatever else stands in it: "message to the server". */
const MESSAGE =
  /\b(message|mensaje|mensagem|nachricht|text|texto|word|palabra|palavra|wort|expression|calculat|operat|operand|number|n[uú]mero|say|send|reply|response|name of the domain|domain)\b|رسالة|كلمة|消息/i;

/** Reads the last printed line (the prompt stands there, often without a newline). */
export function wishOf(output: string): Wish {
  const lines = output.split(/\r?\n/).filter((line) => line.trim() !== '');
  const prompt = (lines.at(-1) ?? '').replace(PORT_NUMBER, 'port');
  if (MESSAGE.test(prompt)) return 'other';
  if (PORT.test(prompt)) return 'port';
  if (HOST.test(prompt)) return 'host';
  return 'other';
}

const ROLE_WORDS = {
  server: ['server', 'servidor', 'serveur', 'sunucu'],
  client: ['client', 'cliente', 'kunde', 'istemci'],
};

/** What to type at a program that asks which of the two it shall be: the option's own sign (`1`, `s`), else the word. */
export function roleChoice(prompt: string, role: 'server' | 'client'): string | undefined {
  // "(s)erver or (c)lient?"
  const whole = prompt.replace(/[[(](\w)[\])](?=[a-z])/gi, '$1');
  const offers = (words: string[]) => new RegExp(words.join('|'), 'i').test(whole);
  if (!offers(ROLE_WORDS.server) || !offers(ROLE_WORDS.client)) return undefined;
  const words = ROLE_WORDS[role].join('|');
  const within = new RegExp(
    ROLE_WORDS[role].map(([first, ...rest]) => `[[(](${first})[\\])]${rest.join('')}`).join('|'),
    'i',
  ).exec(prompt);
  const signed = new RegExp(
    `(?:^|[\\s(\\[,/])(\\w)\\s*[).:=\\]-]+\\s*(?:the |el |a |as |start |run )*(?:${words})`,
    'im',
  ).exec(prompt);
  const behind = new RegExp(`(?:${words})\\w*\\s*[(\\[=:]\\s*(\\w)\\b`, 'i').exec(prompt);
  return within?.slice(1).find(Boolean) ?? signed?.[1] ?? behind?.[1] ?? role;
}

/** What the arguments of a usage message stand for. */
export type ArgumentKind = 'host' | 'port' | 'message' | 'role';

const USAGE =
  /\busage\b|\busos?:|modo de uso|verwendung|utilisation\s*:|\bargv?(ument)?s?\b|argumento|missing|required|falta/i;
/** What runtimes say when a program reads an argument that was not given. */
const NO_ARGUMENT =
  /argv[\s\S]*(IndexError|ValueError)|the following arguments are required|ArrayIndexOutOfBounds|index out of range \[\d\] with length [01]\b|ERR_SOCKET_BAD_PORT|ERR_MISSING_ARGS|"port" (argument|option)/;

/** Whether a program that ended at once did so for want of arguments: it says so itself, or its runtime does. */
export function asksForArguments(output: string): boolean {
  return NO_ARGUMENT.test(output) || (USAGE.test(output) && programError(output) === undefined);
}

const NO_NUMBER =
  /(?:invalid literal for int\(\)|could not convert|invalid (?:int|float) value|NumberFormatException|strconv\.\w+)[^\n]*?["'](.+?)["']|ParseIntError/;

/** Whether a program ended because it took a word that we gave it for a number: a guess of ours was wrong, not the program. */
export function tookForNumber(output: string, words: string[]): boolean {
  const found = NO_NUMBER.exec(output);
  return found !== null && (found[1] === undefined || words.includes(found[1]));
}

/** The order of arguments that a usage message states, or undefined where it states none that we understand. */
export function argumentsOf(output: string): ArgumentKind[] | undefined {
  const line = /^.*?(?:usage|uso|verwendung)\s*:?\s*(.*)$/im.exec(output)?.[1];
  if (!line) return undefined;
  const words = line
    .replace(/\[-h\]|\[-[^\]]*\]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
  const program = words.findLastIndex((word) => /\.(py|js|ts|mjs|java|c|out|sh|rb)$|^\.\//.test(word));
  const kinds = words.slice(program + 1).map((word): ArgumentKind | undefined => {
    if (/^[<[(]*(server|client)(\||[>\])]*$)/i.test(word) || /^\|$/.test(word)) return 'role';
    if (/port|porta|puerto/i.test(word)) return 'port';
    if (/host|\bip\b|addr/i.test(word)) return 'host';
    if (/msg|message|text|word|name|expr|a|b|op/i.test(word)) return 'message';
    return undefined;
  });
  const known = kinds.filter(
    (kind, at): kind is ArgumentKind => kind !== undefined && !(kind === 'role' && kinds.indexOf('role') !== at),
  );
  return known.length > 0 ? known : undefined;
}

/** The orders that are tried, one after the other, when a program wants arguments and does not say which. */
export const USUAL_ARGUMENTS: ArgumentKind[][] = [
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
