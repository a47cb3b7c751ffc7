import type { PackedClass } from '../../class-data.js';
import { Foreign, Name } from '../text.js';

const SHOWN = 40;

/** Who is to be graded again, and at which checks the grader failed. */
export function Regrade({ data }: { data: PackedClass }) {
  const rows = data.rows.filter((row) => row.state === 'p');
  if (rows.length === 0) return null;
  return (
    <section class="card regrade" aria-labelledby="regrade">
      <h2 id="regrade">To be regraded: {rows.length}</h2>
      <p>
        The grader itself failed here. These scores are provisional; run the same command again and only these are
        graded anew.
      </p>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.name}>
            {row.page === undefined ? (
              <Name text={row.name} />
            ) : (
              <a href={row.page}>
                <Name text={row.name} />
              </a>
            )}
            <span class="muted">
              {' '}
              <Foreign
                text={data.checks
                  .filter((_, at) => row.states[at] === 'e')
                  .map((check) => check.id)
                  .join(', ')}
              />
            </span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p class="muted">{`and ${rows.length - SHOWN} more in the table below`}</p>}
    </section>
  );
}
