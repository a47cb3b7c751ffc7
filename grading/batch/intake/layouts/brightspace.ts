import type { Entry } from '../listing.js';
import { type AttemptName, attemptsIn, readAttempts } from './attempts.js';
import type { LayoutReader } from './layout.js';
import { monthOf } from './month-name.js';

const DAY = String.raw`(\p{L}+)\.? (\d{1,2}),? (\d{4})|(\d{1,2})\.? (?:de )?(\p{L}+)\.?,? (?:de )?(\d{4})`;
const TIME = String.raw`(\d{1,2})(\d{2})(?: ?([AP])\.?M\.?)?`;

/**
 * `<user>-<assignment> - <name> - <Mar 9, 2026 1120 PM>` is a folder, with the student's own name behind it a file; some sites name the
 * group, put the day first, count 24 hours or name the month in their language.
 */
const NAME = new RegExp(String.raw`^(\d+)-\d+ ?- (.+?) ?- (?:${DAY}) ${TIME}(?: ?- (.+)|\.\w+)?$`, 'su');

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
  const [, user = '', person = '', ...time] = match;
  const file = time.pop();
  const at = timeOf(time);
  if (at === undefined) return undefined;
  const own = kind === 'folder' || file === undefined ? {} : { file };
  return { person: user, name: person, platformId: user, at, ...own };
}

function timeOf([first, dayBehind, yearBehind, dayBefore, second, yearBefore, hour, minute, half]: (
  | string
  | undefined
)[]): string | undefined {
  const month = monthOf(first ?? second ?? '');
  if (month === undefined) return undefined;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'P' ? 12 : 0);
  const time = Date.UTC(
    Number(yearBehind ?? yearBefore),
    month - 1,
    Number(dayBehind ?? dayBefore),
    hours,
    Number(minute),
  );
  return new Date(time).toISOString();
}
