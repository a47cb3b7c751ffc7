import type { ClassFacts } from '../../class-page.js';
import { durationText } from '../../times.js';
import { dateText } from '../date-text.js';
import { Foreign, Sentence } from '../text.js';

/** What is to be known about the run. */
export function Facts({ facts }: { facts: ClassFacts }) {
  const versions = Object.entries(facts.versions);
  return (
    <footer>
      <h2>About this run</h2>
      <dl class="facts">
        <dt>Graded</dt>
        <dd>
          <time dateTime={facts.startedAt}>{dateText(facts.startedAt)}</time>, in {durationText(facts.durationMs)}, by{' '}
          {facts.tool}
        </dd>
        <dt>Seed</dt>
        <dd>
          <Foreign text={facts.seed} />
        </dd>
        <dt>Isolation</dt>
        <dd>
          {facts.isolation}
          {facts.isolationMissing.length > 0 && (
            <ul class="missing">
              {facts.isolationMissing.map((missing) => (
                <li key={missing}>
                  <Sentence text={missing} />
                </li>
              ))}
            </ul>
          )}
        </dd>
        {versions.length > 0 && (
          <>
            <dt>Versions</dt>
            <dd>
              <Foreign text={versions.map(([name, version]) => `${name} ${version}`).join(', ')} />
            </dd>
          </>
        )}
        {(facts.notes ?? []).length > 0 && (
          <>
            <dt>Notes</dt>
            <dd>
              {(facts.notes ?? []).map((note) => (
                <p key={note}>
                  <Sentence text={note} />
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
    </footer>
  );
}
