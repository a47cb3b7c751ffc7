import type { NotRun } from '../../../explain/not-run.js';
import { StateIcon } from '../state-icon.js';
import { Foreign, Sentence } from '../text.js';
import { anchorOf, subjectOf } from './naming.js';

/** Checks that were not run, with the reason that they share. */
export function NotRunCard({ checks, because }: NotRun) {
  return (
    <div class="check skip not-run">
      <ul>
        {checks.map((check) => (
          <li key={anchorOf(check)} id={anchorOf(check)}>
            <StateIcon state="skip" />
            <h3>
              <span class="subject">{subjectOf(check.role)}</span> <Foreign text={check.title} />
            </h3>
            {check.kind !== 'core' && <span class="kind">{check.kind}</span>}
            <span class="points">
              0<span class="max">/{check.maxPoints}</span>
              <span class="vh"> points</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="because">
        <strong>Not run:</strong> <Sentence text={because} />
      </p>
    </div>
  );
}
