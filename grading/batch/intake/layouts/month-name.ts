import { fold } from '../file-name.js';

/** Those whose sites write dates with the name of the month. */
const LANGUAGES = ['en', 'fr', 'es', 'pt', 'tr', 'de', 'nl', 'sv', 'da', 'nb', 'it', 'pl'];
const LEAST_LETTERS = 3;

/** 1 for January; also for `Janv.`, `Oca` and `enero`. Undefined for what is no month in any language that is known here. */
export function monthOf(word: string): number | undefined {
  const asked = fold(word);
  if (asked.length < LEAST_LETTERS) return undefined;
  months ??= monthNames();
  return months.find(({ name }) => name.startsWith(asked))?.month;
}

let months: { month: number; name: string }[] | undefined;

/** Made when the first is asked for: that takes its time, and few classes have any. */
function monthNames(): { month: number; name: string }[] {
  return LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, index) => {
        const parts = format.formatToParts(Date.UTC(2024, index, 1));
        return { month: index + 1, name: fold(parts.find(({ type }) => type === 'month')!.value) };
      });
    }),
  );
}
