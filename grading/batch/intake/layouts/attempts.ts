import { readSmall } from '../../read-small.js';
import type { NotUnderstood } from '../class.js';
import type { Entry, Listing } from '../listing.js';
import { grouped, type HandedIn, type LayoutContents, mostly, newHandedIn, type Piece } from './layout.js';

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

interface Named {
  entry: Entry;
  parts: AttemptName;
}

/** How many entries are named so, where most are. */
export function attemptsIn({ entries }: Listing, parse: Parse): number {
  const found = entries.filter((entry) => parse(entry) !== undefined).length;
  return mostly(found, entries.length) ? found : 0;
}

/**
 * Of each person the newest attempt is graded; the others are versions. `nameIn` finds the person's name in what the platform
 * wrote about an attempt.
 */
export async function readAttempts(
  { entries }: Listing,
  { parse, platform, nameIn }: { parse: Parse; platform: string; nameIn?: (form: string) => string | undefined },
): Promise<LayoutContents> {
  const notUnderstood: NotUnderstood[] = [];
  const named: Named[] = [];
  for (const entry of entries) {
    const parts = parse(entry);
    if (parts) named.push({ entry, parts });
    else notUnderstood.push({ path: entry.name, why: `it is not named as ${platform} names submissions` });
  }
  const handedIn: HandedIn[] = [];
  for (const own of grouped(named, ({ parts }) => parts.person).values()) {
    const { name, platformId } = own[0]!.parts;
    const form = own.find(({ parts }) => parts.isForm)?.entry.path;
    const told = form && nameIn?.((await readSmall(form)) ?? '');
    const one = newHandedIn({ name: told ?? name, ...(platformId === undefined ? {} : { platformId }) });
    const attempts = [...grouped(own, ({ parts }) => parts.at).values()];
    attempts.sort(([a], [b]) => (a!.parts.at < b!.parts.at ? 1 : -1));
    const [newest = [], ...earlier] = attempts.map(piecesOf);
    one.pieces = newest;
    one.earlier = earlier.map((pieces) => ({ pieces, late: false }));
    handedIn.push(one);
    if (attempts.length < 2) continue;
    for (const [index, attempt] of attempts.entries()) {
      const { entry } = attempt.find(({ parts }) => !parts.isForm) ?? attempt[0]!;
      one.versions.push({ name: entry.name, graded: index === 0 });
    }
  }
  return { handedIn, notUnderstood };
}

function piecesOf(attempt: Named[]): Piece[] {
  return attempt.flatMap(({ entry, parts: { isForm, file } }) =>
    isForm ? [] : [{ entry, ...(file === undefined ? {} : { as: file }) }],
  );
}
