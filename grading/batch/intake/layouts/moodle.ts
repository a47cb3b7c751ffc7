import type { Entry } from '../listing.js';
import { grouped, type HandedIn, type LayoutReader, mostly, newHandedIn } from './layout.js';

/** What Moodle writes before each student's folder or file (mod/assign/classes/downloader.php). */
interface MoodleName {
  name: string;
  /** The participant id of this one assignment; the worksheet's "Participant 123". The default team has none. */
  participant?: string;
  plugin: string;
  /** What teachers gave back, where the folder of a class holds that, too. */
  isFeedback?: true;
  /** The student's own file name; '' for a folder. */
  rest: string;
}

const PREFIX = /^(.+?)(?:_(\d+))?_(assign(?:submission|feedback))_([a-z]+)(?:_(.*))?$/s;

export function parseMoodleName(entryName: string): MoodleName | undefined {
  const match = PREFIX.exec(entryName);
  if (!match) return undefined;
  const [, name = '', participant, what, plugin = '', rest = ''] = match;
  return {
    name,
    plugin,
    rest,
    ...(participant === undefined ? {} : { participant }),
    ...(what === 'assignfeedback' ? { isFeedback: true as const } : {}),
  };
}

/** Moodle's "Download all submissions", with a folder for each student or flat. */
export const moodle: LayoutReader = {
  name: 'moodle',
  recognise({ entries }) {
    const named = entries.filter((entry) => parseMoodleName(entry.name));
    if (!mostly(named.length, entries.length)) return undefined;
    const form = named.some((entry) => entry.kind === 'folder') ? 'folders' : 'files';
    return `${named.length} ${form} are named "…_assignsubmission_…", as Moodle names its downloads.`;
  },
  read({ entries }) {
    const named: { entry: Entry; parts: MoodleName }[] = [];
    const notUnderstood = [];
    for (const entry of entries) {
      const parts = parseMoodleName(entry.name);
      if (parts) named.push({ entry, parts });
      else notUnderstood.push({ path: entry.name, why: 'it is not named as Moodle names submissions' });
    }
    const handedIn: HandedIn[] = [];
    const people = grouped(named, ({ parts }) => `${parts.name}_${parts.participant}`);
    // Marked blind, all are called by the word for a participant, in the language of the site.
    const isBlind = people.size > 2 && new Set(named.map(({ parts }) => parts.name)).size === 1;
    for (const group of people.values()) {
      const { name, participant } = group[0]!.parts;
      const blind = (isBlind || /^participant$/i.test(name)) && participant !== undefined;
      const one = newHandedIn({
        name: blind ? `${name} ${participant}` : name,
        ...(participant === undefined ? {} : { platformId: participant }),
      });
      for (const { entry, parts } of group) {
        if (parts.isFeedback) notUnderstood.push({ path: entry.name, why: 'it is what a teacher gave back' });
        else if (parts.plugin === 'file') one.pieces.push({ entry, ...(parts.rest === '' ? {} : { as: parts.rest }) });
        else notUnderstood.push({ path: entry.name, why: 'it is a text typed into Moodle, not a program' });
      }
      const hasText = group.some(({ parts }) => !parts.isFeedback && parts.plugin !== 'file');
      if (hasText && one.pieces.length > 0)
        one.notes.push('There is an online text beside the files; it is not graded.');
      if (group.some(({ parts }) => !parts.isFeedback)) handedIn.push(one);
    }
    return { handedIn, notUnderstood };
  },
};
