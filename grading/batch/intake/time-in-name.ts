const CLOCK = String.raw`(?:[T _.,-]+(\d\d)[-_.:h]?(\d\d)(?:[-_.:]?(\d\d))?Z?)?(?!\d)`;
const YEAR_FIRST = new RegExp(String.raw`(?<!\d)(20\d\d)([-_.])(\d\d)\2(\d\d)${CLOCK}`);
const DAY_FIRST = new RegExp(String.raw`(?<!\d)(\d{1,2})([-_.])(\d{1,2})\2(20\d\d)${CLOCK}`);

/** An earlier one is somebody's birthday. */
const FIRST_YEAR = 2015;

/**
 * The day, and perhaps the hour, of handing in that stands in a name, as one number from year to second, and the name without it. Eight digits in a
 * row are a student's number as often as a day, so they are left alone.
 */
export function timeIn(name: string): { at?: number; rest: string } {
  const [first, last] = [YEAR_FIRST.exec(name), DAY_FIRST.exec(name)];
  const match = first ?? last;
  if (!match) return { rest: name };
  const [written, one, , month = '', other, hour = '00', minute = '00', second = '00'] = match;
  const [year, day] = first ? [one, other] : [other, one];
  if (Number(month) > 12 || Number(day) > 31 || Number(year) < FIRST_YEAR) return { rest: name };
  const at = Number([year, ...[month, day, hour, minute, second].map((part) => part!.padStart(2, '0'))].join(''));
  return { at, rest: name.replace(written, ' ') };
}
