import type { NotUnderstood } from '../class.js';
import type { Entry, Listing } from '../listing.js';
import { grouped, type HandedIn, type LayoutContents, mostly, newHandedIn } from './layout.js';

/** What a platform that keeps every attempt says in a name. */
export interface AttemptName {
  /** The same for all that one person handed in. */
  person: string;
  name: string;
  platformId?: string;
  /** Sorts as text by time. */
  at: string;
  /** The student's own file name; undefined for a folder. */
  file?: string;
  /** What the platform wrote about the attempt itself. */
  isForm?: boolean;
}

type Parse = (entry: Entry) => AttemptName | undefined;

/** How many entries are named so, where most are. */
export function attemptsIn({ entries }: Listing, parse: Parse): number {
  const found = entries.filter((entry) => parse(entry) !== undefined).length;
  return mostly(found, entries.length) ? found : 0;
}

/** Of each person the newest attempt is graded; the others are versions. */
export function readAttempts({ entries }: Listing, parse: Parse, platform: string): LayoutContents {
  const notUnderstood: NotUnderstood[] = [];
  const named: { entry: Entry; parts: AttemptName }[] = [];
  for (const entry of entries) {
    const parts = parse(entry);
    if (parts) named.push({ entry, parts });
    else notUnderstood.push({ path: entry.name, why: `it is not named as ${platform} names submissions` });
  }
  const handedIn = [...grouped(named, ({ parts }) => parts.person).values()].map((own): HandedIn => {
    const { name, platformId } = own[0]!.parts;
    const one = newHandedIn({ name, ...(platformId === undefined ? {} : { platformId }) });
    const attempts = [...grouped(own, ({ parts }) => parts.at).values()];
    attempts.sort(([a], [b]) => (a!.parts.at < b!.parts.at ? 1 : -1));
    for (const { entry, parts } of attempts[0]!) {
      if (!parts.isForm) one.pieces.push({ entry, ...(parts.file === undefined ? {} : { as: parts.file }) });
    }
    if (attempts.length < 2) return one;
    for (const [index, attempt] of attempts.entries()) {
      const { entry } = attempt.find(({ parts }) => !parts.isForm) ?? attempt[0]!;
      one.versions.push({ name: entry.name, graded: index === 0 });
    }
    return one;
  });
  return { handedIn, notUnderstood };
}
