/** Names of months and weekdays as programs print them: for each language the long names and the usual short ones. */
interface Names {
  months: [long: string[], short: string[]];
  /** From Sunday on, as `Date.getUTCDay` counts. */
  weekdays: [long: string[], short: string[]];
}

const words = (list: string): string[] => list.split(' ');

const LANGUAGES: Names[] = [
  {
    months: [
      words('january february march april may june july august september october november december'),
      words('jan feb mar apr may jun jul aug sep oct nov dec'),
    ],
    weekdays: [words('sunday monday tuesday wednesday thursday friday saturday'), words('sun mon tue wed thu fri sat')],
  },
  {
    months: [
      words('januar februar märz april mai juni juli august september oktober november dezember'),
      words('jan feb mär apr mai jun jul aug sep okt nov dez'),
    ],
    weekdays: [words('sonntag montag dienstag mittwoch donnerstag freitag samstag'), words('so mo di mi do fr sa')],
  },
  {
    months: [
      words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
      words('ene feb mar abr may jun jul ago sept oct nov dic'),
    ],
    weekdays: [words('domingo lunes martes miércoles jueves viernes sábado'), words('dom lun mar mié jue vie sáb')],
  },
  {
    months: [
      words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
      words('janv févr mars avr mai juin juil août sept oct nov déc'),
    ],
    weekdays: [words('dimanche lundi mardi mercredi jeudi vendredi samedi'), words('dim lun mar mer jeu ven sam')],
  },
  {
    months: [
      words('janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'),
      words('jan fev mar abr mai jun jul ago set out nov dez'),
    ],
    weekdays: [
      words('domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado'),
      words('dom seg ter qua qui sex sáb'),
    ],
  },
];

const MONTH_TABLES = LANGUAGES.flatMap(({ months }) => months);

/** A regular expression's alternatives for every month name, longest first. */
export const MONTH_NAMES = [...new Set(MONTH_TABLES.flat())].sort((a, b) => b.length - a.length).join('|');

/** The month (1 to 12) of a name in any case. */
export function monthNamed(name: string): number {
  const table = MONTH_TABLES.find((names) => names.includes(name.toLowerCase()));
  return table ? table.indexOf(name.toLowerCase()) + 1 : Number.NaN;
}

/**
 * The name of another month, in the length and case of a sample. Where several languages write the sample alike (`November`),
 * a weekday's name in the text around it chooses; else the first in the list above.
 */
export function monthLike(sample: string, month: number, around: string): string {
  const spoken: string[] = around.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? [];
  const speaks = ({ weekdays }: Names) => weekdays.some((names) => names.some((name) => spoken.includes(name)));
  const languages = [...LANGUAGES.filter(speaks), ...LANGUAGES];
  const tables = languages.flatMap(({ months }) => months);
  return nameLike(tables, sample, month - 1) ?? sample;
}

/** The name of another weekday (0 is Sunday) like a sample, or `undefined` where the sample is no weekday. */
export function weekdayLike(sample: string, weekday: number): string | undefined {
  const tables = LANGUAGES.flatMap(({ weekdays }) => weekdays);
  return nameLike(tables, sample, weekday);
}

function nameLike(tables: string[][], sample: string, index: number): string | undefined {
  const name = tables.find((names) => names.includes(sample.toLowerCase()))?.[index];
  if (name === undefined) return undefined;
  if (sample.length > 1 && sample === sample.toUpperCase()) return name.toUpperCase();
  return sample[0] === sample[0]!.toUpperCase() ? name[0]!.toUpperCase() + name.slice(1) : name;
}

/** Minutes east of UTC of the usual abbreviations. */
export const ZONES: Record<string, number> = {
  ...{ Z: 0, UTC: 0, GMT: 0, WET: 0, WEST: 60, BST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180, IST: 330 },
  ...{ EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, JST: 540 },
};
