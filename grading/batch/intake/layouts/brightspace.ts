import type { Entry } from '../listing.js';
import { type AttemptName, attemptsIn, readAttempts } from './attempts.js';
import type { LayoutReader } from './layout.js';

const DAY = String.raw`[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4}`;
const TIME = String.raw`(\d{1,2})(\d{2})( ?[AP]M)?`;

/**
 * `<user>-<assignment> - <name> - <Mar 9, 2026 1120 PM>` is a folder, with the student's own name behind it a file; some sites name the
 * group, put the day first or count 24 hours.
 */
const NAME = new RegExp(String.raw`^(\d+)-\d+ ?- (.+?) ?- (${DAY}) ${TIME}(?: ?- (.+)|\.\w+)?$`, 's');

/** Brightspace's (D2L's) download: a folder for each time that somebody handed something in, or loose files. */
export const brightspace: LayoutReader = {
  name: 'brightspace',
  recognise(listing) {
    const found = attemptsIn(listing, parse);
    const form = listing.entries.some((entry) => entry.kind === 'folder' && parse(entry)) ? 'folders' : 'files';
    return found > 0
      ? `${found} ${form} are named "number - name - time", as Brightspace names its downloads.`
      : undefined;
  },
  read(listing) {
    const entries = listing.entries.filter(({ name }) => name !== 'index.html');
    return readAttempts({ ...listing, entries }, { parse, platform: 'Brightspace' });
  },
};

function parse({ name, kind }: Entry): AttemptName | undefined {
  const match = NAME.exec(name);
  if (!match) return undefined;
  const [, user = '', person = '', day = '', hour = '', minute = '', half = '', file] = match;
  const time = new Date(`${day} ${hour}:${minute} ${half.trim()} UTC`);
  if (Number.isNaN(time.getTime())) return undefined;
  const own = kind === 'folder' || file === undefined ? {} : { file };
  return { person: user, name: person, platformId: user, at: time.toISOString(), ...own };
}
