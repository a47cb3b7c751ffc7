import type { Entry } from '../listing.js';
import { type AttemptName, attemptsIn, readAttempts } from './attempts.js';
import type { LayoutReader } from './layout.js';

/** `<user>-<assignment> - <name> - <Mar 9, 2026 1120 PM>`; some sites name the group or leave out the numbers' second half. */
const NAME = /^(\d+)-\d+ ?- (.+?) ?- ([A-Z][a-z]{2,8} \d{1,2}, \d{4}) (\d{1,2})(\d{2}) ?([AP]M)$/s;

/** Brightspace's (D2L's) download: a folder for each time that somebody handed something in. */
export const brightspace: LayoutReader = {
  name: 'brightspace',
  recognise(listing) {
    const found = attemptsIn(listing, parse);
    return found > 0
      ? `${found} folders are named "number - name - time", as Brightspace names its downloads.`
      : undefined;
  },
  read(listing) {
    const entries = listing.entries.filter(({ name }) => name !== 'index.html');
    return readAttempts({ ...listing, entries }, { parse, platform: 'Brightspace' });
  },
};

function parse({ name, kind }: Entry): AttemptName | undefined {
  const match = kind === 'folder' ? NAME.exec(name) : null;
  if (!match) return undefined;
  const [, user = '', person = '', day = '', hour = '', minute = '', half = ''] = match;
  const time = new Date(`${day} ${hour}:${minute} ${half} UTC`);
  if (Number.isNaN(time.getTime())) return undefined;
  return { person: user, name: person, platformId: user, at: time.toISOString() };
}
