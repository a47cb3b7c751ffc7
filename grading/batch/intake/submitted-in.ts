import { comesFromPlatform, peopleHandedIn } from './layouts/recognise.js';
import { type Entry, type Listing, wholes } from './listing.js';
import { inWhole } from './open-archive.js';
import { isNobodys } from './sections.js';

/** What Teams hands in is in one folder, beside what students are still working on. */
const SUBMITTED = /^Submitted files$/i;
/** What people call the folder of what was handed in, beside the task, the solution and the like. */
const SUBMISSIONS =
  /^(\d+[_. -]+)?(student )?(submissions?|abgaben?|teslimler|teslim edilenler|ödevler|entregas|rendus|consegne|inzendingen|提交|作业)$/i;

/** What else of a task lies beside it. A student's folder is none of that, whatever another one has called his. */
const OF_TASKS =
  /^(\d+[\s_.-]+)?(handouts?|starter|template|solutions?|samples?|examples?|grading|grades|marks|feedback|rubrics?|docs?|tests?|aufgabe|lösung|musterlösung|çözüm|örnek|notlar|sujet|corrigé|enunciado|solución|soluciones|traccia|soluzione)([\s_.-]*\d+)?$/i;

/** The one folder that holds all that was handed in, where its name says so and nobody has handed in what lies beside it. */
export async function submittedIn(
  listing: Listing,
  options: { ignored: readonly string[]; known: readonly string[] },
): Promise<Entry | undefined> {
  const byTeams = listing.entries.find(({ kind, name }) => kind === 'folder' && SUBMITTED.test(name));
  if (byTeams) return byTeams;
  const [named, ...more] = wholes(listing).filter(
    ({ kind, name }) => kind === 'folder' && SUBMISSIONS.test(name.normalize('NFC')),
  );
  if (!named || more.length > 0) return undefined;
  const beside = wholes(listing).filter((whole) => whole !== named);
  if (!beside.every((whole) => isNobodys(whole) || OF_TASKS.test(whole.name))) return undefined;
  for (const whole of wholes(listing)) {
    const inside = await inWhole(whole, options);
    const isClass = inside !== undefined && (comesFromPlatform(inside) || peopleHandedIn(inside) > 0);
    if (isClass !== (whole === named)) return undefined;
  }
  return named;
}
