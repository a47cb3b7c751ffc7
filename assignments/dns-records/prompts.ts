import { MenuUser, promptOf, type Typist, yesToAgain } from '../../harness/index.js';

/** What the prompts of a record program are answered with. */
export interface Answers {
  domain: string;
  /** Further domains, for a program that goes on asking. */
  others: string[];
  /** An address that has a name, found until then. */
  address: () => string;
  resolver: string;
}

const DOMAIN = /domain|\bname\b(?![ -]?server)|domän|host|site|\burl|\bweb|dominio|domínio|alan ad|adı|名|نطاق|موقع/i;
const ADDRESS = /\bip\b|ip[ -]?addr|addr|adres|direcci|endere|عنوان|地址/i;
const TYPE = /type|record|kind|tür|\btip\b|tipo|kayıt|registro|نوع|سجل|类型/i;
const RESOLVER = /name ?server|dns ?server|resolver/i;

/** The types that a user asks for one after the other; those that stand at names of their own only where the domain is asked for each time. */
const TYPES: [string, (domain: string) => string][] = [
  ['A', (domain) => domain],
  ['AAAA', (domain) => domain],
  ['MX', (domain) => domain],
  ['SOA', (domain) => domain],
  ['CNAME', (domain) => `www.${domain}`],
  ['SRV', (domain) => `_sip._tcp.${domain}`],
];
const AT_THE_DOMAIN = 4;

/** A user at a record program's prompts. `chose` says whether the user chose types: then a type that stands elsewhere was the user's mistake. */
interface RecordUser {
  typist: Typist;
  chose: () => boolean;
}

export function recordUser({ domain, others, address, resolver }: Answers): RecordUser {
  let domains = 0;
  let domainsSinceType = 0;
  let types = 0;
  let again = 0;
  const menu = new MenuUser(1);

  const nextDomain = (): string | undefined => {
    domains += 1;
    domainsSinceType += 1;
    if (types > 0 || menu.chosen > 0) return domains > 12 ? undefined : (TYPES[types]?.[1](domain) ?? domain);
    return [domain, ...others][domains - 1];
  };
  const nextType = (): string | undefined => {
    const everyTime = domainsSinceType > 0;
    domainsSinceType = 0;
    const [type] = TYPES[types] ?? [];
    if (types >= AT_THE_DOMAIN && !everyTime) return undefined;
    types += 1;
    return type;
  };
  const typist: Typist = (text) => {
    const choice = menu.choose(text);
    if (choice) return choice.line;
    const prompt = promptOf(text);
    const yes = yesToAgain(prompt);
    if (yes !== undefined) return again++ < 5 ? yes : 'n';
    const wishes = [
      { at: prompt.search(RESOLVER), give: () => resolver },
      { at: prompt.search(DOMAIN), give: nextDomain },
      { at: prompt.search(ADDRESS), give: address },
      { at: prompt.search(TYPE), give: nextType },
    ];
    const first = wishes.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0];
    return (first?.give ?? nextDomain)() ?? menu.leave(prompt, first?.give === nextType ? TYPES[0]![0] : domain);
  };
  return { typist, chose: () => types > 0 || menu.chosen > 0 };
}
