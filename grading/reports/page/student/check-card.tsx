import type { RunCheck } from '../../../explain/not-run.js';
import type { CheckResult } from '../../../result/result.js';
import { durationText } from '../../times.js';
import { StateIcon } from '../state-icon.js';
import { Foreign, Sentence } from '../text.js';
import { Comparison } from './comparison.js';
import { Exchange } from './exchange.js';
import { anchorOf, shownPoints, subjectOf } from './naming.js';

/** One check: what it asked, how it went, why, and what crossed the wire. Open where points were lost. */
export function CheckCard({ check, capture }: { check: RunCheck; capture: string | undefined }) {
  return (
    <details class={`check ${check.state}`} id={anchorOf(check)} open={check.state !== 'pass'}>
      <summary>
        <StateIcon state={check.state} />
        <h3>
          <span class="subject">{subjectOf(check.role)}</span> <Foreign text={check.title} />
        </h3>
        {check.kind !== 'core' && <span class="kind">{check.kind}</span>}
        <span class="points">
          {shownPoints(check)}
          <span class="max">/{check.maxPoints}</span>
          <span class="vh"> points</span>
        </span>
      </summary>
      <div class="body">
        <Why check={check} />
        {check.cause !== undefined && <Comparison cause={check.cause} />}
        <LastWords check={check} />
        <Advice check={check} />
        {(check.transcript?.length ?? 0) > 0 && (
          <Exchange events={check.transcript ?? []} label={check.title} received={check.cause?.received} />
        )}
        <p class="check-foot">
          {check.rule !== undefined && check.state === 'pass' && (
            <>
              <strong>Rule:</strong> <Sentence text={check.rule} /> ·{' '}
            </>
          )}
          <code>{check.id}</code> · {durationText(check.durationMs)}
          {capture !== undefined && (
            <>
              {' '}
              · <a href={capture}>capture for Wireshark</a>
            </>
          )}
        </p>
      </div>
    </details>
  );
}

function Why({ check }: { check: CheckResult }) {
  if (check.state === 'pass') return check.explanation === undefined ? null : <Paragraph text={check.explanation} />;
  const summary = check.cause?.summary;
  const more = check.explanation !== undefined && check.explanation !== summary ? check.explanation : undefined;
  return (
    <>
      {summary !== undefined && (
        <p class="cause">
          <Sentence text={summary} />
        </p>
      )}
      {more !== undefined && <Paragraph text={more} />}
    </>
  );
}

/** What to try, and what to read again. */
function Advice({ check }: { check: CheckResult }) {
  if (check.state === 'pass' || (check.hint === undefined && check.rule === undefined)) return null;
  return (
    <dl class="advice">
      {check.hint !== undefined && (
        <div class="hint">
          <dt>Likely cause</dt>
          <dd>
            <Sentence text={check.hint} />
          </dd>
        </div>
      )}
      {check.rule !== undefined && (
        <div class="rule">
          <dt>Read again</dt>
          <dd>
            <Sentence text={check.rule} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What the program wrote last, unless its terminal below shows just that. */
function LastWords({ check }: { check: CheckResult }) {
  const words = check.cause?.lastWords?.trim() ?? '';
  const printed = (check.transcript ?? []).map((event) => (event.type === 'stderr' ? event.data.text : '')).join('');
  const lastLine = words.split('\n').at(-1)!.trim();
  if (words === '' || printed.includes(lastLine)) return null;
  return (
    <figure class="last-words">
      <figcaption>The program’s last words</figcaption>
      <pre>
        <Foreign text={words} lines="kept" />
      </pre>
    </figure>
  );
}

function Paragraph({ text }: { text: string }) {
  return (
    <p>
      <Sentence text={text} />
    </p>
  );
}
