import type { KnownNames } from './known-names.js';
import { isUnnamedFolder } from './new-folder.js';
import { timeIn } from './time-in-name.js';
import { archiveStem } from './unpack/unpack.js';

/** What the name of a file, folder or archive says about who handed it in, which program it is and which version. */
export interface NameParts {
  /** Who, for grouping: lower case, without separators; '' when the name says no person. */
  key: string;
  /** Who, for people. */
  name: string;
  /** A student number in the name. */
  id?: string;
  email?: string;
  /** What remains the same among the versions of one thing: `server`, `client2`. */
  role: string;
  /** Which version; the higher is the newer: `v2`, `(1)`, `final`. */
  version: number;
  /** When it was handed in or saved, as far as the name says: year to second as one number. */
  at?: number;
  late: boolean;
  /** Words for a task or a language that were taken for no part of a name, with their numbers: `hw1`, `tcp`, `cpp`. */
  topics: string[];
  /** What was taken for no part of a name, though it is written like one: `Go` in `Alex Go`. */
  likeNames: string[];
  /** Where it may be one of several files of a program, `ali_utils.py`: whose it then is, and which. */
  module?: { key: string; name: string; role: string };
}

/** What the two programs, or the one of a look-up, are called where people name things in their own language. */
export const ROLE_WORDS = (
  'server srv client cli peer script lookup resolver sunucu istemci serveur servidor cliente klient sender receiver ' +
  'сервер клиент клієнт 服务器 服务端 客户端 伺服器 客戶端 サーバー サーバ クライアント 서버 클라이언트'
).split(' ');
const ROLE = new RegExp(`^(${ROLE_WORDS.join('|')})$`);
const TOPIC =
  /^(udp|tcp|dns|ip|hello|chat|time|date|calc|calculator|hesap|makinesi|words?|names?|lookups|records?|socket|sockets|network|networking|networks|net|py|python|java|js|node|cpp|go|rust|ts)$/;
const MARKER =
  /^(hw|homework|odev|ödev|assignment|assign|lab|task|project|proj|proje|exercise|ex|submission|part|question|q|soru|week|uebung|übung|tp|devoir|tarea|work|handin|задание|лаб|дз|作业|作業|实验|實驗|課題|宿題|과제)$/;
/** What a file of anybody's program is called. */
const MODULE =
  'main|utils?|helpers?|config|common|constants?|tests?|app|index|protocol|program|code|source|lib|readme|report|requirements|makefile';
const IS_MODULE = new RegExp(`^(${MODULE})$`);
/** What else says nobody. */
const GENERIC = new RegExp(
  `^(${MODULE}|src|bin|out|build|dist|docs?|include|target|data|package|license|notes?|the|my|and|of|a|group|codes|files?|homeworks|client\\d|server\\d)$`,
);

/** Whether a word is that of a program's files and folders, and nobody's name. */
export function isGeneric(word: string): boolean {
  return GENERIC.test(word.toLowerCase());
}

/** What systems put before or behind the name of a copy. */
const COPY_OF = /(?<![^\s_-])(copy of|kopie von|copie de|c[oó]pia de|копия|副本)(?=[\s_-])/giu;
/** What mail programs write before a subject. */
const ANSWERED = /^\s*(?:(?:re|fwd?|ynt|ilt)(?=[\s_:-])[\s_:-]+)+/i;
/** With the number of the attempt behind it, as Autolab writes it. */
const EMAIL = /([\w.+%-]+@[a-z\d-]+(?:\.[a-z\d-]+)+)(?:_(\d{1,3})(?=_))?/i;
/** A student's number, perhaps with a letter or with those of the branch. */
const ID = /^(?:[a-z]?\d{5,}|\d{2}[a-z]{2,4}\d{3,})$/i;
/** No system has a longer one; what reads names would take more than its share of time for those that archives invent. */
export const LONGEST_NAME = 255;
const LATE = /^(late|gec|geç|verspaetet|verspätet|retard)$/;

/** Reads a name. Only words that say a role, a topic or a version, and are not in the name of somebody known, are taken away; what is left is a person. */
export function readName(fileName: string, isFolder: boolean, known?: KnownNames): NameParts {
  const whole = stemOf(fileName.slice(0, LONGEST_NAME), isFolder);
  const { at, rest } = besideTime(isUnnamedFolder(whole) ? '' : whole);
  const [written = '', email, attempt] = EMAIL.exec(rest) ?? [];
  const stem = rest.replace(written, ' ').replace(COPY_OF, ' ').replace(ANSWERED, '');
  const who: string[] = [];
  const role: string[] = [];
  const topics: string[] = [];
  const likeNames: string[] = [];
  let version = 0;
  let late = false;
  let digitsBelongTo: 'role' | 'marker' | 'nobody' = 'nobody';
  const copy = /[\s_-]*\((\d{1,3})\)$|[\s_-]+copy(?:[\s_-]?(\d{1,3}))?$/i.exec(stem);
  if (attempt !== undefined) version = Number(attempt);
  else if (copy) version = Number(copy[1] ?? copy[2] ?? 1);
  const all = words(copy ? stem.slice(0, copy.index) : stem);
  const own = known?.among(all);
  for (const [index, word] of all.entries()) {
    const lower = word.toLowerCase();
    const numbered = /^(\p{L}+?)(\d{1,2}|[一二三四五六七八九十]{1,2})$/u.exec(lower);
    const bare = numbered?.[1] ?? lower;
    const belongsTo = digitsBelongTo;
    digitsBelongTo = 'nobody';
    if (own && index >= own.from && index < own.to) {
      who.push(word);
    } else if (ROLE.test(bare)) {
      role.push(lower);
      if (!numbered) digitsBelongTo = 'role';
    } else if (/^\d{1,2}$/.test(lower) && belongsTo !== 'nobody') {
      const numberedOne = belongsTo === 'role' ? role : topics;
      numberedOne[numberedOne.length - 1] += lower;
    } else if (/^v(er|ersion)?\d{1,3}$/.test(lower)) {
      version = Math.max(version, Number(lower.replace(/\D/g, '')));
    } else if (/^(final|son|last|latest|new|yeni|updated|fixed|resubmission|resubmit)$/.test(lower)) {
      version = Math.max(version, 1000);
    } else if (LATE.test(lower)) {
      late = true;
    } else if (MARKER.test(bare) || TOPIC.test(lower)) {
      if (MARKER.test(bare) && !numbered) digitsBelongTo = 'marker';
      topics.push(lower);
      if (/^\p{Lu}\p{Ll}+$/u.test(word)) likeNames.push(word);
    } else {
      who.push(word);
    }
  }
  if (email !== undefined) who.push(email);
  const persons = !own && who.every(isGeneric) ? [] : who;
  const number = persons.find((word) => ID.test(word));
  // `2021-00123` is one number; `150120001_20261126` is one and a day, or two people's.
  const isNumber = number !== undefined && !ID.test(persons[0]!) && persons.every((word) => /^\d+$/.test(word));
  const id = isNumber ? persons.join('-') : number;
  return {
    key: fold(persons.join('')),
    name: isNumber ? persons.join('-') : displayName(persons, [id, email]),
    ...(id === undefined ? {} : { id }),
    ...(email === undefined ? {} : { email }),
    role: role.join('-'),
    version,
    ...(at === undefined ? {} : { at }),
    late,
    topics,
    likeNames,
    ...(isFolder ? {} : moduleOf(persons, role, id)),
  };
}

/** What else than a time of handing in is in a name; where there is nothing else, it may be anybody's. */
function besideTime(name: string): ReturnType<typeof timeIn> {
  const found = timeIn(name);
  return /[\p{L}\p{N}]/u.test(found.rest) ? found : { rest: name };
}

function moduleOf(persons: string[], role: string[], id: string | undefined): Pick<NameParts, 'module'> {
  const isModule = (word: string): boolean => IS_MODULE.test(word.toLowerCase());
  const owner = persons.filter((word) => !isModule(word));
  if (owner.length === 0 || owner.length === persons.length) return {};
  const file = persons.filter(isModule).map((word) => word.toLowerCase());
  return { module: { key: fold(owner.join('')), name: displayName(owner, [id]), role: [...role, ...file].join('-') } };
}

const SOURCE = /\.(py|[cm]?[jt]s|java|c|cc|cpp|go|rs|sh|txt)$/i;

/** Without its ending. A repository as GitHub packs it has its branch behind its name. */
function stemOf(fileName: string, isFolder: boolean): string {
  const unpacked = isFolder ? fileName : archiveStem(fileName);
  if (!isFolder && unpacked === fileName) return fileName.replace(/(?<=.)\.\w{1,8}$/u, '');
  return unpacked.replace(SOURCE, '').replace(/-(main|master)$/, '');
}

function displayName(persons: string[], numbers: (string | undefined)[]): string {
  const named = persons.filter((word) => !numbers.includes(word));
  return (named.length > 0 ? named : persons).join(' ');
}

/** Between a student's number and a name that is written without a space beside it. */
const BESIDE_NUMBER = /\d{5,}(?=\p{L}{3,})|\d{5,}(?=[^\P{L}\p{ASCII}])|[^\P{L}\p{ASCII}](?=\d{5,})/gu;

/** Splits at separators, and at capitals (`UDPServerAli`) where that sets a role free; `McDonald` stays whole. */
function words(stem: string): string[] {
  return stem
    .replace(BESIDE_NUMBER, '$& ')
    .split(/[\s_\-.,+&#()[\]]+/u)
    .filter(Boolean)
    .flatMap((word) => {
      const split = word.replace(/(\p{Ll}|\d)(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$& ').split(' ');
      const known = (part: string): boolean => {
        const bare = part.toLowerCase().replace(/\d{1,2}$/, '');
        return ROLE.test(bare) || TOPIC.test(bare) || MARKER.test(bare);
      };
      return split.some(known) ? split : [word];
    });
}

/** Letters and digits only, lower case, without marks: how names are compared. Turkish dotless ı counts as i. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
