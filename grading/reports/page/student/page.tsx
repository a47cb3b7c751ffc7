import { toldChecks } from '../../../explain/not-run.js';
import type { CheckResult, Result } from '../../../result/result.js';
import { checkKey } from '../../check-key.js';
import type { StudentExtras } from '../../student-page.js';
import { durationText } from '../../times.js';
import { dateText } from '../date-text.js';
import { Foreign, Name, Sentence } from '../text.js';
import { CheckCard } from './check-card.js';
import { anchorOf, roleTitle } from './naming.js';
import { NotRunCard } from './not-run-card.js';
import { ScoreHeader } from './score-header.js';

/** The student's page, below `<body>`. */
export function StudentPage({ result, extras }: { result: Result; extras: StudentExtras }) {
  const roles = [...new Set(result.checks.map((check) => check.role))];
  return (
    <div class="page">
      <a class="skip-link" href="#checks">
        Skip to the checks
      </a>
      <ScoreHeader result={result} extras={extras} />
      <Banners result={result} />
      <main id="checks">
        {result.checks.some((check) => check.state !== 'skip') && (
          <button type="button" class="open-all" hidden>
            Open every check
          </button>
        )}
        {roles.map((role) => (
          <section key={role} aria-labelledby={`role-${role}`}>
            <RoleHeading role={role} checks={result.checks.filter((check) => check.role === role)} />
            <Conventions sentences={result.conventions[role] ?? []} />
            {toldChecks(result.checks.filter((check) => check.role === role)).map((told) =>
              told.kind === 'check' ? (
                <CheckCard
                  key={anchorOf(told.check)}
                  check={told.check}
                  capture={extras.captures[checkKey(told.check)]}
                />
              ) : (
                <NotRunCard key={anchorOf(told.checks[0])} {...told} />
              ),
            )}
          </section>
        ))}
        {result.checks.length === 0 && <p class="banner">No check was run.</p>}
        {extras.hidden.count > 0 && <Hidden hidden={extras.hidden} />}
      </main>
      <AboutRun result={result} />
    </div>
  );
}

function Banners({ result }: { result: Result }) {
  const unsettled = result.checks.filter((check) => check.state === 'error');
  return (
    <>
      {result.state === 'provisional' && (
        <div class="banner error" role="note">
          <strong>This score is provisional.</strong> The grader itself failed
          {unsettled.length > 0 && ` at ${unsettled.length} ${unsettled.length === 1 ? 'check' : 'checks'}`}; that is
          not your program’s fault and costs no points. The submission will be graded again.
        </div>
      )}
      {result.notes.length > 0 && (
        <div class="banner" role="note">
          <ul class="plain">
            {result.notes.map((note) => (
              <li key={note}>
                <Sentence text={note} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function RoleHeading({ role, checks }: { role: CheckResult['role']; checks: CheckResult[] }) {
  const points = checks.reduce((sum, check) => sum + check.points, 0);
  const max = checks.reduce((sum, check) => sum + (check.kind === 'bonus' ? 0 : check.maxPoints), 0);
  return (
    <h2 id={`role-${role}`}>
      {roleTitle(role)} <span class="role-points">{`${points} of ${max} points`}</span>
    </h2>
  );
}

function Conventions({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null;
  return (
    <details class="conventions">
      <summary>How it was started and spoken to</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Sentence text={sentence} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Hidden({ hidden }: { hidden: StudentExtras['hidden'] }) {
  return (
    <p class="banner">
      {hidden.count === 1 ? 'One more check is' : `${hidden.count} more checks are`} kept by your instructor:{' '}
      {`${hidden.points} of ${hidden.maxPoints} points`}, counted in the score.
    </p>
  );
}

function AboutRun({ result }: { result: Result }) {
  const files = result.submission.files;
  return (
    <footer>
      <h2>About this run</h2>
      <dl class="facts">
        <dt>Submission</dt>
        <dd>
          <Name text={result.submission.name} />
        </dd>
        <dt>Files</dt>
        <dd>
          {files.length === 0 && 'none'}
          {files.slice(0, 30).map((file, index) => (
            <span key={file}>
              {index > 0 && ', '}
              <code>
                <Name text={file} />
              </code>
            </span>
          ))}
          {files.length > 30 && ` and ${files.length - 30} more`}
        </dd>
        <dt>Graded</dt>
        <dd>
          <time dateTime={result.startedAt}>{dateText(result.startedAt)}</time>, in {durationText(result.durationMs)},
          by {result.tool}
        </dd>
        <dt>Seed</dt>
        <dd>
          <code>
            <Foreign text={result.seed} />
          </code>{' '}
          <span class="muted">gives the same random words, numbers and times again</span>
        </dd>
        <dt>Isolation</dt>
        <dd>
          {result.isolation}
          {result.isolationMissing.length > 0 && (
            <ul class="missing">
              {result.isolationMissing.map((missing) => (
                <li key={missing}>
                  <Sentence text={missing} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      </dl>
      <p class="again">
        To run the same again:{' '}
        <code>
          <Foreign text={`netgrade check ${result.assignment} --seed ${result.seed}`} />
        </code>
      </p>
    </footer>
  );
}
