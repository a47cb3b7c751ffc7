import type { Result } from '../../../result/result.js';
import type { StudentExtras } from '../../student-page.js';
import { StateIcon, stateWords } from '../state-icon.js';
import { Foreign, Name } from '../text.js';
import { anchorOf, shownPoints, subjectOf } from './naming.js';

/** The score, what it is made of, and the way to each check. */
export function ScoreHeader({ result, extras }: { result: Result; extras: StudentExtras }) {
  return (
    <header class="score-header">
      {extras.links.length > 0 && (
        <nav class="links" aria-label="Related pages">
          {extras.links.map((link) => (
            <a key={link.href} href={link.href}>
              {link.label}
            </a>
          ))}
        </nav>
      )}
      <div class="score-top">
        <ScoreRing score={result.score} max={result.maxScore} provisional={result.state === 'provisional'} />
        <div>
          <p class="eyebrow">
            <Foreign text={result.assignmentTitle} />
          </p>
          <h1>
            <Name text={result.submission.name} />
          </h1>
          <p class="verdict">
            <Outcome result={result} hidden={extras.hidden.count} />
          </p>
        </div>
      </div>
      {result.checks.length > 0 && <Overview result={result} />}
    </header>
  );
}

function ScoreRing({ score, max, provisional }: { score: number; max: number; provisional: boolean }) {
  const share = Math.min(1, score / max);
  const length = 2 * Math.PI * 52;
  const tone = provisional ? 'error' : share >= 1 ? 'pass' : share >= 0.5 ? 'some' : 'fail';
  return (
    <svg
      class={`ring ${tone}`}
      viewBox="0 0 120 120"
      role="img"
      aria-label={`Score ${score} of ${max}${provisional ? ', provisional' : ''}`}
    >
      <circle class="track" cx="60" cy="60" r="52" />
      {share > 0 && <circle class="value" cx="60" cy="60" r="52" stroke-dasharray={`${length * share} ${length}`} />}
      <text class="number" x="60" y="66">
        {score}
      </text>
      <text class="of" x="60" y="86">
        of {max}
      </text>
    </svg>
  );
}

function Outcome({ result, hidden }: { result: Result; hidden: number }) {
  const count = (state: string) => result.checks.filter((check) => check.state === state).length;
  const [passed, failed, skipped, broken] = [count('pass'), count('fail'), count('skip'), count('error')];
  if (result.checks.length === 0 && hidden === 0) return <>Nothing could be checked.</>;
  if (passed === result.checks.length) {
    return (
      <>{hidden === 0 ? 'Everything passed.' : 'Every check shown here passed.'} Open a check to see the exchange.</>
    );
  }
  const parts = [`${passed} of ${result.checks.length} checks passed`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (skipped > 0) parts.push(`${skipped} could not be run`);
  if (broken > 0) parts.push(`${broken} to be regraded`);
  return <>{parts.join(', ')}.</>;
}

function Overview({ result }: { result: Result }) {
  return (
    <nav aria-label="Checks">
      <div class="strip" aria-hidden="true">
        {result.checks.map((check) => (
          <span
            key={anchorOf(check)}
            class={check.state}
            style={{ flexGrow: check.maxPoints }}
            title={`${check.points} of ${check.maxPoints}: ${check.title}`}
          />
        ))}
      </div>
      <ol class="overview">
        {result.checks.map((check) => (
          <li key={anchorOf(check)}>
            <a href={`#${anchorOf(check)}`}>
              <StateIcon state={check.state} />
              <span class="title">
                <span class="subject">{subjectOf(check.role)} </span>
                <Foreign text={check.title} />
                <span class="vh">, {stateWords(check.state)}</span>
              </span>
              <span class="points">
                {shownPoints(check)}
                <span class="max">/{check.maxPoints}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
