import { join } from 'node:path';
import { UsageError } from '../../../harness/usage-error.js';
import type { NotUnderstood } from './class.js';
import { holdsClass } from './layouts/recognise.js';
import type { Entry, Listing } from './listing.js';
import { inWhole, openArchive } from './open-archive.js';
import { isNobodys, isSection, mayBeSections, together, unpackedBeside } from './sections.js';

/** What was handed over, laid open. */
export interface Opened {
  listing: Listing;
  refused: NotUnderstood[];
  /** The names of its parts, where it is in several. */
  sections?: string[];
}

/** A class that lies in several folders or archives, in one. */
export async function inSections(
  { listing, refused }: Opened,
  workFolder: string,
  { ignored, known }: { ignored: readonly string[]; known: readonly string[] },
): Promise<Opened | undefined> {
  const found = await sectionsIn(listing, { ignored, known });
  if (!found) return undefined;
  const { parts, sections, twins } = found;
  const refusedInside = twins.map((entry): NotUnderstood => ({ path: entry.name, why: 'it lies unpacked beside it' }));
  for (const [number, { kind, path, name }] of parts.entries()) {
    if (kind === 'folder') continue;
    const target = join(workFolder, 'class', `section-${number}`);
    sections[number] = { ...(await openArchive([path], target, { refused: refusedInside, known })), name };
  }
  const all = together(listing, sections);
  if (!all) {
    if (holdsClass(listing) && !parts.every(isNobodys)) return undefined;
    const names = parts.map(({ name }) => `"${name}"`).join(', ');
    throw new UsageError(`It holds the same people several times, in ${names}. Give the folder of one task.`);
  }
  for (const { name, kind } of listing.entries)
    if (kind === 'file' || kind === 'link') refused.push({ path: name, why: 'it lies beside the parts of the class' });
  const inParts = parts.length > 1 ? { sections: parts.map(({ name }) => name) } : {};
  return { listing: all, refused: [...refused, ...refusedInside], ...inParts };
}

/** The parts of a class, each with what lies in it; undefined where it does not lie in parts. Unpacks nothing: what one student alone made to look like a class must cost nobody anything. */
export async function sectionsIn(
  listing: Listing,
  options: { ignored: readonly string[]; known: readonly string[] },
): Promise<{ parts: Entry[]; sections: Listing[]; twins: Entry[] } | undefined> {
  const all = mayBeSections(listing);
  const twins = unpackedBeside(all);
  const parts = all.filter((entry) => !twins.includes(entry));
  const sections: Listing[] = [];
  for (const part of parts) {
    const inside = await inWhole(part, options);
    if (!inside || !isSection(part, inside)) return undefined;
    sections.push(inside);
  }
  return parts.length > 0 ? { parts, sections, twins } : undefined;
}
