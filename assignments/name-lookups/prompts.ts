import { MenuUser, promptOf, type Random, type Typist, yesToAgain } from '../../harness/index.js';

type Kind = 'host' | 'address' | 'service' | 'port';

/** What to type, by what a prompt asks for; each list is used from its beginning, then again. */
export interface Answers {
  host: string[];
  /** Asked when it is needed: addresses that were found until then. */
  address: () => string[];
  service: string[];
  port: string[];
}

const PORT = /port|porta\b|puerto|منفذ|بورت|端口/i;
const SERVICE = /serv(?!er|id|eu)|dienst|خدمة|服务(?!器)/i;
const ADDRESS = /\bip|addr|adres|direcci|endere|عنوان|地址/i;
const HOST = /host|domain|domän|site|\burl|\bweb|rechner|computer|server|dominio|domínio|مضيف|域名|主机/i;

/** How often a program that keeps asking for the same is answered; then its input ends. */
const MOST_ROUNDS = 4;

/** Answers a look-up program's prompts by what they ask for: in words, by a menu, or (without any words) by what its source does with the line. */
export function lookupTypist(random: Random, sources: string[], answers: Answers): Typist {
  const used: Record<Kind | 'again', number> = { host: 0, address: 0, service: 0, port: 0, again: 0 };
  const silent = kindsBySource(sources.join('\n'));
  let asked = 0;
  // Twice round: once for the host, once for localhost.
  const menu = new MenuUser(2);
  const order = { service: random.shuffle(answers.service), port: random.shuffle(answers.port) };
  const linesOf = (kind: Kind): string[] =>
    kind === 'address' ? answers.address() : kind === 'host' ? answers.host : order[kind];
  const give = (kind: Kind): string | undefined => {
    const lines = linesOf(kind);
    const turn = used[kind]++;
    return turn >= MOST_ROUNDS ? undefined : lines[turn % lines.length];
  };
  return (text) => {
    const choice = menu.choose(text);
    if (choice) return choice.line;
    const prompt = promptOf(text);
    const yes = yesToAgain(prompt);
    if (yes !== undefined) return used.again++ < 2 ? yes : 'n';
    const kind = kindByWords(prompt) ?? silent[asked % Math.max(1, silent.length)] ?? 'host';
    asked += 1;
    return give(kind) ?? menu.leave(prompt, linesOf(kind)[0]);
  };
}

/** The kind that a prompt names first; a host before an address that it may also be. */
export function kindByWords(prompt: string): Kind | undefined {
  if (/host\W{0,2}s?\W?ip\b/i.test(prompt)) return 'address';
  const kinds: [Kind, RegExp][] = [
    ['port', PORT],
    ['service', SERVICE],
    ['host', HOST],
    ['address', ADDRESS],
  ];
  const found = kinds.map(([kind, words]) => ({ kind, at: prompt.search(words) })).filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => a.at - b.at)[0]?.kind;
}

const FUNCTION_KIND: Record<string, Kind> = {
  gethostbyname: 'host',
  getaddrinfo: 'host',
  gethostbyaddr: 'address',
  getnameinfo: 'address',
  getservbyname: 'service',
  getservbyport: 'port',
};
const LOOKUP = /(gethostbyname|getaddrinfo|gethostbyaddr|getnameinfo|getservbyname|getservbyport)(?:_ex)?\s*\(/g;

/** What a program looks up that it is given as its argument: `gethostbyaddr(sys.argv[1])` takes an address. */
export function kindOfArgument(source: string): Kind {
  const use = new RegExp(`${LOOKUP.source}\\s*(?:int\\s*\\(\\s*)?(?:sys\\.)?arg[vs]\\s*\\[`).exec(source);
  return use ? FUNCTION_KIND[use[1]!]! : 'host';
}

/** So many reads of a source are looked at, and so much of the statement before each: no student's is longer. */
const MOST_READS = 100;
const STATEMENT_READ = 400;

/** For each line that a Python program reads, in the order of its source, the look-up that it is read for. */
function kindsBySource(source: string): Kind[] {
  const before: string[] = [];
  for (const statement of source.split(/[\n;]/)) {
    for (const { index } of statement.matchAll(/\binput\s*\(/g)) {
      if (before.length === MOST_READS) break;
      before.push(statement.slice(Math.max(0, index - STATEMENT_READ), index));
    }
  }
  return before.map((words): Kind => {
    const inside = [...words.matchAll(LOOKUP)].at(-1);
    if (inside && words.slice(inside.index).split('(').length > words.slice(inside.index).split(')').length)
      return FUNCTION_KIND[inside[1]!]!;
    const variable = /(\w+)\s*=\s*(?:\w+\s*\(\s*)*$/.exec(words)?.[1];
    const use =
      variable &&
      new RegExp(`(${Object.keys(FUNCTION_KIND).join('|')})(?:_ex)?\\s*\\(\\s*(?:\\w+\\s*\\(\\s*)?${variable}\\b`).exec(
        source,
      );
    if (use) return FUNCTION_KIND[use[1]!]!;
    return /int\s*\(\s*$/.test(words) ? 'port' : (variable && kindByWords(variable.replaceAll('_', ' '))) || 'host';
  });
}
