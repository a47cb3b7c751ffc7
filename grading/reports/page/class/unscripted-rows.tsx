import { renderToString } from 'preact-render-to-string';
import type { PackedClass, PackedRow } from '../../class-data.js';
import { Name } from '../text.js';
import { selected } from './selection.js';
import { FIRST_ORDER, STEP } from './student-table.js';

/** Where the rows go in the table around them. */
const PLACE = '{rows}';

/** The students whom the table draws only by its script, for a reader without one: markup, row by row. */
export function* unscriptedRows(data: PackedClass): Generator<string> {
  const rest = selected(data, '', [], FIRST_ORDER).slice(STEP);
  if (rest.length === 0) return;
  const [before = '', after = ''] = renderToString(
    <noscript>
      <div class="page">
        <section class="card">
          <h2>The other students</h2>
          <table class="class-table">
            <tbody>{PLACE}</tbody>
          </table>
        </section>
      </div>
    </noscript>,
  ).split(PLACE);
  yield before;
  for (const row of rest) yield renderToString(<UnscriptedRow row={row} />);
  yield after;
}

function UnscriptedRow({ row }: { row: PackedRow }) {
  return (
    <tr>
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
  );
}
