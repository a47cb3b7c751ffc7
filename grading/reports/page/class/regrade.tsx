import type { PackedClass, PackedRow } from '../../class-data.js';
import { Foreign, Name, Sentence } from '../text.js';

const SHOWN = 40;

/** Who is to be graded again, by the reason: a missing compiler is one trouble, however many it concerns. */
export function Regrade({ data }: { data: PackedClass }) {
  const rows = data.rows.filter((row) => row.state === 'p');
  if (rows.length === 0) return null;
  return (
    <section class="card regrade" aria-labelledby="regrade">
      <h2 id="regrade">To be regraded: {rows.length.toLocaleString('en-US')}</h2>
      <p>
        What could not be graded costs nobody points: these are in no mean, median or plot. Mend what is said below and
        run the same command again; only these are graded anew.
      </p>
      {byReason(rows).map(([reason, concerned]) => (
        <div key={reason} class="reason">
          <h3>{reason === undefined ? 'No reason was recorded.' : <Sentence text={data.reasons[reason] ?? ''} />}</h3>
          <ul>
            {concerned.slice(0, SHOWN).map((row) => (
              <li key={row.name}>
                <Student row={row} />
                <BrokenChecks data={data} row={row} />
              </li>
            ))}
          </ul>
          {concerned.length > SHOWN && <p class="muted">{`and ${concerned.length - SHOWN} more in the table below`}</p>}
        </div>
      ))}
    </section>
  );
}

/** The most frequent reason first. */
function byReason(rows: readonly PackedRow[]): [reason: number | undefined, rows: PackedRow[]][] {
  const groups = new Map<number | undefined, PackedRow[]>();
  for (const row of rows) groups.set(row.reason, [...(groups.get(row.reason) ?? []), row]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

function Student({ row }: { row: PackedRow }) {
  if (row.page === undefined) return <Name text={row.name} />;
  return (
    <a href={row.page}>
      <Name text={row.name} />
    </a>
  );
}

function BrokenChecks({ data, row }: { data: PackedClass; row: PackedRow }) {
  const ids = data.checks.filter((_, at) => row.states[at] === 'e').map((check) => check.id);
  if (ids.length === 0) return null;
  return (
    <span class="muted">
      {' '}
      <Foreign text={ids.join(', ')} />
    </span>
  );
}
