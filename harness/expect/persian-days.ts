const DAY = 86_400_000;
/** From 1921 to 2120. */
const YEARS = { from: 1300, to: 1499 };

let calendar: Intl.DateTimeFormat | undefined;

/** Whether a year is one of the calendar that Iran and Afghanistan count by, in our time. */
export function isPersianYear(year: number): boolean {
  return year >= YEARS.from && year <= YEARS.to;
}

/** The day that a day of the Persian calendar is in ours; undefined where it has no such day. */
export function fromPersian(day: { year: number; month: number; day: number }): Date | undefined {
  if (day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return undefined;
  calendar ??= new Intl.DateTimeFormat('en-u-ca-persian', {
    ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
    timeZone: 'UTC',
  });
  // The year begins about the 20th of March, and its first six months have 31 days.
  const inYear = (day.month - 1) * 30 + Math.min(day.month - 1, 6) + day.day - 1;
  const about = Date.UTC(day.year + 621, 2, 20) + inYear * DAY;
  const near = [-3, -2, -1, 0, 1, 2, 3].map((days) => new Date(about + days * DAY));
  return near.find((date) => {
    const parts = calendar!.formatToParts(date);
    return (['year', 'month', 'day'] as const).every(
      (field) => Number(parts.find(({ type }) => type === field)?.value) === day[field],
    );
  });
}
