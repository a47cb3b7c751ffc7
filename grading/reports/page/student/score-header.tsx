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

/** All checks as one strip, each as wide as its points, and what was lost by its causes: what to mend, at a glance. */
function Overview({ result }: { result: Result }) {
  const lost = lostIn(result.checks);
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
          {lost.map((one) => (
            <LostItem key={anchorOf(one.checks[0])} {...one} />
          ))}
        </ol>
      )}
    </nav>
  );
}

interface Lost {
  checks: [CheckResult, ...CheckResult[]];
  why: string | undefined;
}

/** What was lost, each cause once: a program that cannot start loses every point for one reason. */
function lostIn(checks: readonly CheckResult[]): Lost[] {
  const lost = new Map<string, Lost>();
  for (const check of checks) {
    if (check.state === 'pass') continue;
    const why = check.state === 'skip' ? 'Not run.' : (check.cause?.summary ?? check.explanation);
    const key = `${check.role} ${check.state} ${why ?? check.id}`;
    const known = lost.get(key);
    if (known === undefined) lost.set(key, { checks: [check], why });
    else known.checks.push(check);
  }
  return [...lost.values()];
}

function LostItem({ checks, why }: Lost) {
  const [first, ...more] = checks;
  return (
    <li>
      <a href={`#${anchorOf(first)}`}>
        <StateIcon state={first.state} />
        <span class="title">
          <span class="subject">{subjectOf(first.role)} </span>
          <Foreign text={first.title} />
          {more.length > 0 && <span class="subject">{`, and ${more.length} more`}</span>}
          {why !== undefined && (
            <span class="why">
              <Sentence text={why} />
            </span>
          )}
        </span>
        <LostPoints checks={checks} />
      </a>
    </li>
  );
}

/** What may still be won; nothing is lost where the grader failed, nor where a bonus was not earned. */
function LostPoints({ checks }: { checks: readonly CheckResult[] }) {
  const sum = (some: readonly CheckResult[]) => some.reduce((all, check) => all + check.maxPoints - check.points, 0);
  if (checks.some((check) => check.state === 'error')) {
    return (
      <span class="points">
        ?<span class="max">/{sum(checks)}</span>
      </span>
    );
  }
  const lost = sum(checks.filter((check) => check.kind !== 'bonus'));
  if (lost === 0) return <span class="points max">bonus {sum(checks)}</span>;
  return (
    <span class="points">
      <span aria-hidden="true">−{lost}</span>
      <span class="vh">{`${lost} points lost`}</span>
    </span>
  );
}
