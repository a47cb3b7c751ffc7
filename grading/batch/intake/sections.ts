import { fold } from './file-name.js';
import { comesFromPlatform, peopleHandedIn } from './layouts/recognise.js';
import { type Entry, type Listing, wholes } from './listing.js';

/** Fewer folders with the names of people may be anything that one student has made. */
const LEAST_PEOPLE = 4;
/** People of the same name are few; where many are in several places, those are several tasks of one class. */
const MOST_TWICE = 0.2;

/** The folders or archives of a class that lies in parts, such as its lab groups. */
export function mayBeSections(listing: Listing): Entry[] {
  const big = wholes(listing);
  return big.length < 2 || comesFromPlatform(listing) ? [] : big;
}

/** Whether several people's work lies in a folder, or what a platform gave. */
export function isSection(listing: Listing): boolean {
  return comesFromPlatform(listing) || peopleHandedIn(listing) >= LEAST_PEOPLE;
}

/** Everything that lies in any of the parts, as one class; undefined where they are rather several tasks of the same people. */
export function together(whole: Listing, sections: readonly Listing[]): Listing | undefined {
  const all = sections.flatMap(({ name, entries }) => entries.map((entry) => ({ section: name, entry })));
  const times = new Map<string, number>();
  for (const { entry } of all) times.set(fold(entry.name), (times.get(fold(entry.name)) ?? 0) + 1);
  const isTwice = ({ name }: Entry): boolean => times.get(fold(name))! > 1;
  if (all.filter(({ entry }) => isTwice(entry)).length > all.length * MOST_TWICE) return undefined;
  const entries = all.map(({ section, entry }) =>
    isTwice(entry) ? { ...entry, name: `${section} ${entry.name}` } : entry,
  );
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { ...whole, entries, others: [...whole.others, ...sections.flatMap(({ others }) => others)] };
}
