import { cell, plot, pointer, text, tip } from '@observablehq/plot';
import { useCallback, useMemo } from 'preact/hooks';
import type { PackedClass } from '../../class-data.js';
import { PlotFigure } from './plot-figure.js';
import { type Cell, separationOf } from './separation.js';
import { percentText } from './statistics.js';

/** Which checks tell the class apart: the class in tenths by score, and how many of each tenth passed each check. */
export function SeparationPlot({ data }: { data: PackedClass }) {
  const cells = useMemo(() => separationOf(data), [data]);
  const draw = useCallback((width: number) => separationPlot(data, cells, width), [data, cells]);
  if (cells.length <= data.checks.length) return null;
  const groups = Math.max(...cells.map((one) => one.group)) + 1;
  return (
    <PlotFigure
      title="Who passes what"
      label="For each check, the share that passed it among the lowest to the highest scores of the class; the table has the numbers."
      caption={`The class in ${groups === 10 ? 'tenths' : `${groups} groups`} by score, from left to right; the stronger the colour, the more of them passed.`}
      draw={draw}
    >
      <div class="scroll">
        <table class="small">
          <thead>
            <tr>
              <th scope="col">Check</th>
              {Array.from({ length: groups }, (_, group) => (
                <th scope="col" key={group}>
                  {group + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.checks.map((check, at) => (
              <tr key={`${check.role}/${check.id}`}>
                <th scope="row">{check.title}</th>
                {cells
                  .filter((one) => one.check === at)
                  .map((one) => (
                    <td key={one.group}>{percentText(rateOf(one))}</td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PlotFigure>
  );
}

function rateOf(one: Cell): number {
  return (one.passed / Math.max(1, one.students)) * 100;
}

function separationPlot(data: PackedClass, cells: Cell[], width: number) {
  const names = data.checks.map(
    (check, at) => `${at + 1}. ${check.role === 'script' ? '' : `${check.role} `}${check.title}`,
  );
  const marginLeft = Math.min(320, Math.round(width * (width < 420 ? 0.4 : 0.55)));
  const rowHeight = Math.max(15, Math.min(26, 216 / data.checks.length));
  const groups = Math.max(...cells.map((one) => one.group)) + 1;
  const rates = (one: Cell) =>
    one.students === 0 ? 'none' : `color-mix(in oklab, var(--accent) ${Math.round(rateOf(one))}%, var(--plot-none))`;
  return plot({
    width,
    height: 4 + 30 + rowHeight * data.checks.length,
    marginTop: 4,
    marginBottom: 30,
    marginLeft,
    marginRight: 4,
    style: { fontSize: '12px', fontFamily: 'inherit', background: 'none', overflow: 'visible' },
    x: { type: 'band', domain: Array.from({ length: groups }, (_, i) => i), axis: null, padding: 0.06 },
    y: { type: 'band', domain: names.map((_, i) => i), axis: null, padding: 0.1 },
    marks: [
      cell(cells, { x: 'group', y: 'check', fill: rates, rx: 2 }),
      text(names, {
        y: (_: string, i: number) => i,
        text: (name: string) => name,
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: -marginLeft,
        lineWidth: (marginLeft - 10) / 12,
        textOverflow: 'ellipsis',
        fill: 'var(--ink)',
      }),
      text([width < 400 ? '← lowest' : '← lowest scores'], {
        frameAnchor: 'bottom-left',
        dy: 18,
        fill: 'var(--muted)',
      }),
      text([width < 400 ? 'highest →' : 'highest scores →'], {
        frameAnchor: 'bottom-right',
        dy: 18,
        fill: 'var(--muted)',
      }),
      tip(
        cells,
        pointer({
          x: 'group',
          y: 'check',
          title: (one: Cell) =>
            `${data.checks[one.check]?.title}\nscores ${Math.round(one.lowest)}–${Math.round(one.highest)} %: ${one.passed} of ${one.students} passed`,
          fill: 'var(--card)',
          stroke: 'var(--line-strong)',
          lineWidth: 18,
        }),
      ),
    ],
  });
}
