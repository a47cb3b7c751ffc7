import type { Typist } from '../../harness/index.js';

/** What the prompts of a record program are answered with. */
export interface Answers {
  domain: string;
  /** A second domain, for a program that goes on asking. */
  other: string;
  /** An address that has a name, found until then. */
  address: () => string;
  resolver: string;
}

const DOMAIN = /domain|domän|host|site|\burl|\bweb|dominio|domínio|alan ad|adı|名|نطاق|موقع/i;
const ADDRESS = /\bip\b|ip[ -]?addr|addr|adres|direcci|endere|عنوان|地址/i;
const TYPE = /type|record|kind|tür|\btip\b|tipo|kayıt|registro|نوع|سجل|类型/i;
const RESOLVER = /name ?server|dns ?server|resolver/i;
const AGAIN = /\bagain|another|continue|y\/n|yes\/no|devam|otra|outro|noch|weiter|encore|e\/h\b|s\/n\b|j\/n\b/i;
const CHOICE = /choice|choose|option|select|menu|seçim|opci|opç|elig|escolh|wahl|wähl|choix|اختر|选择/i;
const EXIT = /exit|quit|stop|\bend\b|çık|salir|sair|beenden|ende\b|quitter|خروج|退出/i;
const OFFER = /^\W{0,3}(\d{1,2}|[a-h])\s*[).:\-–=\]]\s*(\S.*)$/gim;

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
export interface RecordUser {
  typist: Typist;
  chose: () => boolean;
}

export function recordUser({ domain, other, address, resolver }: Answers): RecordUser {
  let domains = 0;
  let domainsSinceType = 0;
  let types = 0;
  let chosen = 0;
  let again = 0;
  let menu: { choices: string[]; exit: string | undefined } | undefined;

  const nextDomain = (): string | undefined => {
    domains += 1;
    domainsSinceType += 1;
    if (types > 0 || chosen > 0) return domains > 12 ? undefined : (TYPES[types]?.[1](domain) ?? domain);
    return domains === 1 ? domain : domains === 2 ? other : undefined;
  };
  const nextType = (): string | undefined => {
    const everyTime = domainsSinceType > 0;
    domainsSinceType = 0;
    const [type] = TYPES[types] ?? [];
    if (types >= AT_THE_DOMAIN && !everyTime) return undefined;
    types += 1;
    return type;
  };
  const nextChoice = ({ choices, exit }: NonNullable<typeof menu>): string | undefined => {
    const turn = chosen++;
    return turn < choices.length ? choices[turn] : turn === choices.length ? exit : undefined;
  };
  const typist: Typist = (text) => {
    const prompt = text.split(/\r?\n/).findLast((line) => line.trim() !== '') ?? '';
    const offers = [...text.matchAll(OFFER)];
    if (offers.length >= 2) {
      menu = {
        choices: offers.filter(([, , words]) => !EXIT.test(words!)).map(([, choice]) => choice!),
        exit: offers.find(([, , words]) => EXIT.test(words!))?.[1],
      };
    }
    if (menu && (offers.length >= 2 || CHOICE.test(prompt))) return nextChoice(menu);
    if (AGAIN.test(prompt)) return again++ < 5 ? (prompt.match(/\b([yejos])\/[nh]\b/i)?.[1] ?? 'y') : 'n';
    const wishes = [
      { at: prompt.search(RESOLVER), give: () => resolver },
      { at: prompt.search(DOMAIN), give: nextDomain },
      { at: prompt.search(ADDRESS), give: address },
      { at: prompt.search(TYPE), give: nextType },
    ];
    const first = wishes.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0];
    return (first?.give ?? nextDomain)();
  };
  return { typist, chose: () => types > 0 || chosen > 0 };
}
