import type { PackedClass } from '../../class-data.js';
import { Foreign } from '../text.js';
import { causeWords, type Filter } from './selection.js';
import type { SharedCause } from './statistics.js';

interface CauseBarsProps {
  data: PackedClass;
  shared: SharedCause[];
  settled: number;
  pick: (filter: Filter) => void;
}

const SHOWN = 8;
/** From this share of the class on, the fault may lie elsewhere than with the students. */
const MANY = 0.4;

/** What many got wrong in the same way: worth a word in the next lecture, or a look at the assignment. */
export function CauseBars({ data, shared, settled, pick }: CauseBarsProps) {
  const most = shared[0]?.count ?? 1;
  return (
    <section class="card">
      <h2>Causes shared by many</h2>
      {shared.length === 0 && <p class="muted">No two submissions fail for the same cause.</p>}
      <ul class="bars">
        {shared.slice(0, SHOWN).map((one) => (
          <li key={`${one.check} ${one.cause}`}>
            <button type="button" onClick={() => pick({ by: 'cause', shared: one })}>
              <span class="bar-title">
                <strong>
                  <Foreign text={causeWords(data.causes[one.cause] ?? '')} />
                </strong>{' '}
                <span class="subject">
                  {data.checks[one.check]?.role !== 'script' && `${data.checks[one.check]?.role} `}
                  <Foreign text={data.checks[one.check]?.title ?? ''} />
                </span>
              </span>
              <span class="bar-value">{one.count.toLocaleString('en-US')}</span>
              <span class="bar" aria-hidden="true">
                <span class="fail" style={{ width: `${(one.count / most) * 100}%` }} />
              </span>
            </button>
            {settled >= 10 && one.count / settled >= MANY && (
              <p class="many">So many at once: worth a look at the assignment’s words, and at this check.</p>
            )}
          </li>
        ))}
      </ul>
      {shared.length > SHOWN && <p class="muted">{`and ${shared.length - SHOWN} less frequent ones`}</p>}
    </section>
  );
}
