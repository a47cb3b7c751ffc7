import type { PackedClass } from '../../class-data.js';
import { Name } from '../text.js';
import { selected } from './selection.js';
import { FIRST_ORDER, STEP } from './student-table.js';

/** The students whom the table draws only by its script, for a reader without one. */
export function UnscriptedRows({ data }: { data: PackedClass }) {
  const rest = selected(data, '', [], FIRST_ORDER).slice(STEP);
  if (rest.length === 0) return null;
  return (
    <noscript>
      <div class="page">
        <section class="card">
          <h2>The other students</h2>
          <table class="class-table">
            <tbody>
              {rest.map((row) => (
                <tr key={row.name}>
                  <th scope="row">
                    {row.page === undefined ? (
                      <Name text={row.name} />
                    ) : (
                      <a href={row.page}>
                        <Name text={row.name} />
                      </a>
                    )}
                  </th>
                  <td>{{ m: 'missing', p: 'regrade', g: `${row.score}/${row.max}` }[row.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </noscript>
  );
}
