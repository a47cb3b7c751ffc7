import { memo } from 'preact/compat';
import type { PackedClass, PackedRow } from '../../class-data.js';
import { Foreign, Name } from '../text.js';
import { causesOf, causeWords, passedOf } from './selection.js';
import { isSettled } from './statistics.js';

const STATE: Record<string, { name: string; words: string }> = {
  p: { name: 'pass', words: 'passed' },
  f: { name: 'fail', words: 'failed' },
  s: { name: 'skip', words: 'not run' },
  e: { name: 'error', words: 'to be regraded' },
  '-': { name: 'none', words: 'not part of this run' },
};

interface StudentRowProps {
  data: PackedClass;
  row: PackedRow;
  late: boolean;
}

/** One student: the score, each check as a small sign, and why points were lost. */
export const StudentRow = memo(({ data, row, late }: StudentRowProps) => (
  <tr>
    <th scope="row" class="name">
      {row.page === undefined ? (
        <Name text={row.name} />
      ) : (
        <a href={row.page}>
          <Name text={row.name} />
        </a>
      )}
      {row.late !== undefined && (
        <span class="badge lateness">
          <Foreign text={`${row.late} late`} />
        </span>
      )}
    </th>
    <td class="score">
      {row.state === 'm' && <span class="muted">missing</span>}
      {row.state === 'p' && <span class="badge">regrade</span>}
      {isSettled(row) && (
        <>
          <b>{row.score}</b>
          <span class="muted">/{row.max}</span>
          <span class="mini" aria-hidden="true">
            <span style={{ width: `${Math.min(100, (row.score / row.max) * 100)}%` }} />
          </span>
        </>
      )}
    </td>
    <td class="passed">
      {[...row.states].some((state) => state !== '-') && (
        <>
          <span class="signs" aria-hidden="true">
            {data.checks.map((check, at) => {
              const state = STATE[row.states[at] ?? '-']!;
              return (
                <span
                  key={`${check.role}/${check.id}`}
                  class={state.name}
                  title={`${check.title}: ${state.words}, ${row.points[at]} of ${check.maxPoints}`}
                />
              );
            })}
          </span>
          <span class="vh">
            {passedOf(row)} of {data.checks.length} passed
          </span>
        </>
      )}
    </td>
    <td class="causes">
      {causesOf(data, row)
        .map(causeWords)
        .map((words, at) => (
          <span key={words}>
            {at > 0 && ', '}
            <Foreign text={words} />
          </span>
        ))}
    </td>
    {late && <td class="late">{row.late !== undefined && <Foreign text={row.late} />}</td>}
  </tr>
));
