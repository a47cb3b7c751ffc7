import type { PackedClass } from '../../class-data.js';
import { Foreign } from '../text.js';
import type { Filter } from './selection.js';
import { type CheckCounts, percentText } from './statistics.js';

interface CheckBarsProps {
  data: PackedClass;
  counts: CheckCounts[];
  pick: (filter: Filter) => void;
}

const STATES = ['pass', 'fail', 'skip', 'error'] as const;
const WORDS = { pass: 'passed', fail: 'failed', skip: 'not run', error: 'to be regraded' };

/** Each check's pass rate, in the order of the assignment. */
export function CheckBars({ data, counts, pick }: CheckBarsProps) {
  const shown = STATES.filter((state) => counts.some((one) => one[state] > 0));
  return (
    <section class="card">
      <h2>Checks</h2>
      <p class="key" aria-hidden="true">
        {shown.map((state) => (
          <span key={state} class={state}>
            {WORDS[state]}
          </span>
        ))}
      </p>
      <ul class="bars">
        {counts.map((one) => {
          const check = data.checks[one.check]!;
          return (
            <li key={`${check.role}/${check.id}`}>
              <button type="button" onClick={() => pick({ by: 'check', check: one.check })}>
                <span class="bar-title">
                  {check.role !== 'script' && <span class="subject">{check.role} </span>}
                  <Foreign text={check.title} />
                  {check.kind !== 'core' && <span class="kind">{check.kind}</span>}
                </span>
                <span class="bar-value">{percentText(one.passRate)}</span>
                <span class="bar stacked" aria-hidden="true">
                  {shown.map(
                    (state) => one[state] > 0 && <span key={state} class={state} style={{ flexGrow: one[state] }} />,
                  )}
                </span>
                <span class="vh">{STATES.map((state) => `${one[state]} ${WORDS[state]}`).join(', ')}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
