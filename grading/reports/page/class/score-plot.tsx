import { axisX, axisY, gridY, plot, pointerX, rectY, ruleX, ruleY, text, tip } from '@observablehq/plot';
import { useCallback, useMemo } from 'preact/hooks';
import type { PackedClass } from '../../class-data.js';
import { PlotFigure } from './plot-figure.js';
import { type Filter, filterWords } from './selection.js';
import { type Bin, binsOf, percentText } from './statistics.js';

interface ScorePlotProps {
  data: PackedClass;
  median: number;
  pick: (filter: Filter) => void;
}

/** How many students reached which score. */
export function ScorePlot({ data, median, pick }: ScorePlotProps) {
  const bins = useMemo(() => binsOf(data.rows), [data]);
  const words = (bin: Bin) => filterWords(data, { by: 'score', bin });
  const draw = useCallback((width: number) => scorePlot(bins, median, width, words), [bins, median]);
  return (
    <PlotFigure
      title="Scores"
      label={`Histogram of the scores; the median is ${percentText(median)}.`}
      draw={draw}
      pick={(bin) => pick({ by: 'score', bin: bin as Bin })}
    >
      <table class="small">
        <thead>
          <tr>
            <th scope="col">Score</th>
            <th scope="col">Students</th>
          </tr>
        </thead>
        <tbody>
          {bins
            .filter((bin) => bin.count > 0)
            .map((bin) => (
              <tr key={bin.from}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => pick({ by: 'score', bin })}>
                    {words(bin)}
                  </button>
                </th>
                <td>{bin.count.toLocaleString('en-US')}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </PlotFigure>
  );
}

function scorePlot(bins: Bin[], median: number, width: number, words: (bin: Bin) => string) {
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  return plot({
    width,
    height: 270,
    marginTop: 26,
    marginLeft: 40,
    marginRight: 12,
    marginBottom: 36,
    style: { fontSize: '12px', fontFamily: 'inherit', background: 'none', overflow: 'visible' },
    x: { domain: [0, 105] },
    y: { domain: [0, highest * 1.08] },
    marks: [
      gridY({ ticks: Math.min(4, highest), stroke: 'var(--line)', strokeOpacity: 1 }),
      rectY(bins, {
        x1: 'from',
        x2: 'to',
        y: 'count',
        inset: 1,
        rx: 2,
        fill: (bin: Bin) => (bin.from >= 100 ? 'var(--pass)' : 'var(--accent)'),
      }),
      ruleX([median >= 100 ? 102.5 : median], {
        stroke: 'var(--ink)',
        strokeDasharray: '3 3',
        y1: 0,
        y2: highest * 1.08,
      }),
      text([median], {
        x: median >= 100 ? 102.5 : median,
        frameAnchor: 'top',
        dy: -16,
        text: [`median ${percentText(median)}`],
        textAnchor: median > 80 ? 'end' : 'middle',
        fill: 'var(--ink)',
      }),
      ruleY([0], { stroke: 'var(--line-strong)' }),
      axisX([0, 20, 40, 60, 80, 100], {
        label: 'score, % of full marks',
        labelAnchor: 'center',
        labelArrow: 'none',
        tickSize: 3,
      }),
      axisY({
        ticks: Math.min(4, highest),
        label: 'students',
        labelArrow: 'none',
        tickSize: 0,
        tickFormat: (n: number) => (Number.isInteger(n) ? n.toLocaleString('en-US') : ''),
      }),
      tip(
        bins,
        pointerX({
          x: (bin: Bin) => (bin.from + bin.to) / 2,
          y: 'count',
          title: (bin: Bin) =>
            `${words(bin)}\n${bin.count.toLocaleString('en-US')} ${bin.count === 1 ? 'student' : 'students'}`,
          fill: 'var(--card)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  });
}
