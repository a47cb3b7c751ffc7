import { useMemo, useState } from 'preact/hooks';
import type { PackedClass } from '../../class-data.js';
import { Foreign } from '../text.js';
import { CauseBars } from './cause-bars.js';
import { CheckBars } from './check-bars.js';
import { Facts } from './facts.js';
import { Regrade } from './regrade.js';
import { ScorePlot } from './score-plot.js';
import type { Filter } from './selection.js';
import { SeparationPlot } from './separation-plot.js';
import { checkCountsOf, percentText, sharedCausesOf, summaryOf } from './statistics.js';
import { StudentTable } from './student-table.js';

/** The class page. Whatever is drawn can be clicked, and narrows the table of students. */
export function ClassPage({ data }: { data: PackedClass }) {
  const [filters, setFilters] = useState<Filter[]>([]);
  const summary = useMemo(() => summaryOf(data.rows), [data]);
  const counts = useMemo(() => checkCountsOf(data), [data]);
  const shared = useMemo(() => sharedCausesOf(data), [data]);
  const pick = (filter: Filter) => {
    setFilters([filter]);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    document.getElementById('students')?.scrollIntoView({ behavior: still ? 'instant' : 'smooth' });
  };
  return (
    <>
      <a class="skip-link" href="#students">
        Skip to the students
      </a>
      <div class="page">
        <header>
          <p class="eyebrow">
            <Foreign text={data.assignment.title} />
          </p>
          <h1>
            {summary.handedIn.toLocaleString('en-US')} {summary.handedIn === 1 ? 'submission' : 'submissions'}
          </h1>
          <dl class="tiles">
            <Tile label="Median" value={percentText(summary.median)} />
            <Tile label="Mean" value={percentText(summary.mean)} />
            <Tile label="Full marks" value={summary.full.toLocaleString('en-US')} />
            {summary.provisional > 0 && (
              <Tile label="To be regraded" value={String(summary.provisional)} tone="error" />
            )}
            {summary.missing > 0 && <Tile label="Nothing handed in" value={String(summary.missing)} />}
          </dl>
        </header>
        <main>
          <Regrade data={data} />
          <div class="plots">
            <ScorePlot data={data} median={summary.median} pick={pick} />
            <SeparationPlot data={data} />
          </div>
          <div class="plots">
            <CheckBars data={data} counts={counts} pick={pick} />
            <CauseBars data={data} shared={shared} settled={summary.settled} pick={pick} />
          </div>
          <StudentTable data={data} filters={filters} setFilters={setFilters} />
        </main>
        <Facts facts={data.facts} />
      </div>
    </>
  );
}

function Tile({ label, value, tone }: { label: string; value: string; tone?: string }) {
  return (
    <div class={tone}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
