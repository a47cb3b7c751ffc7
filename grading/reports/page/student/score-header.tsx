import { type NotRun, type RunCheck, toldChecks } from '../../../explain/not-run.js';
import type { CheckResult, Result } from '../../../result/result.js';
import type { StudentExtras } from '../../student-page.js';
import { escapedText } from '../../visible-text.js';
import { StateIcon } from '../state-icon.js';
import { Foreign, Name, Sentence } from '../text.js';
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

/** All checks as one strip, each as wide as its points, and each lost point by its cause: what to mend, at a glance. */
function Overview({ result }: { result: Result }) {
  const lost = toldChecks(result.checks).filter((told) => told.kind === 'not-run' || told.check.state !== 'pass');
  return (
    <nav aria-label="Checks">
      <div class="strip" aria-hidden="true">
        {result.checks.map((check) => (
          <span
            key={anchorOf(check)}
            class={check.state}
            style={{ flexGrow: check.maxPoints }}
            title={`${shownPoints(check)} of ${check.maxPoints}: ${subjectOf(check.role)} ${escapedText(check.title)}`}
          />
        ))}
      </div>
      {lost.length > 0 && (
        <ol class="lost">
          {lost.map((told) =>
            told.kind === 'check' ? (
              <LostCheck key={anchorOf(told.check)} check={told.check} />
            ) : (
              <LostGroup key={anchorOf(told.checks[0])} {...told} />
            ),
          )}
        </ol>
      )}
    </nav>
  );
}

function LostCheck({ check }: { check: RunCheck }) {
  const why = check.cause?.summary ?? check.explanation;
  return (
    <li>
      <a href={`#${anchorOf(check)}`}>
        <StateIcon state={check.state} />
        <span class="title">
          <span class="subject">{subjectOf(check.role)} </span>
          <Foreign text={check.title} />
          {why !== undefined && (
            <span class="why">
              <Sentence text={why} />
            </span>
          )}
        </span>
        <LostPoints checks={[check]} />
      </a>
    </li>
  );
}

function LostGroup({ checks }: NotRun) {
  return (
    <li>
      <a href={`#${anchorOf(checks[0])}`}>
        <StateIcon state="skip" />
        <span class="title">
          <span class="subject">{subjectOf(checks[0].role)} </span>
          {checks.length === 1 ? <Foreign text={checks[0].title} /> : `${checks.length} checks`}
          <span class="why">not run</span>
        </span>
        <LostPoints checks={checks} />
      </a>
    </li>
  );
}

/** What may still be won; nothing is lost where the grader failed, nor where a bonus was not earned. */
function LostPoints({ checks }: { checks: readonly CheckResult[] }) {
  const lost = checks.reduce((sum, check) => sum + check.maxPoints - check.points, 0);
  if (checks.some((check) => check.state === 'error'))
    return (
      <span class="points">
        ?<span class="max">/{lost}</span>
      </span>
    );
  if (checks.every((check) => check.kind === 'bonus')) return <span class="points max">bonus {lost}</span>;
  return (
    <span class="points">
      <span aria-hidden="true">−{lost}</span>
      <span class="vh">{`${lost} points lost`}</span>
    </span>
  );
}
