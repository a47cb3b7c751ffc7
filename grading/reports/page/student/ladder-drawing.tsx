import type { Ladder, LadderEvent } from '../../ladder.js';
import type { Lane } from '../../lanes.js';
import { durationText } from '../../times.js';
import { escapedText } from '../../visible-text.js';
import { ArrowRow } from './ladder-arrow.js';
import { MarkRow } from './ladder-mark.js';
import { type Row, type Stretch, stretchesOf } from './ladder-rows.js';
import { Placed } from './placed.js';

interface LadderDrawingProps {
  ladder: Ladder;
  label: string;
  /** The event that a failure is about, drawn so that the eye finds it. */
  told: LadderEvent | undefined;
}

/**
 * The ladder as a sequence diagram. Across, everything is in per cent and labels are cut by CSS, so that one drawing fits
 * a phone, a wide screen and paper without a script; downwards, everything is in pixels. The names stay in sight on a
 * screen, and between the stretches a sheet of paper may end.
 */
export function LadderDrawing({ ladder, label, told }: LadderDrawingProps) {
  const { lanes, steps } = ladder;
  const laneX = lanes.map((_, index) => xOf(index, lanes.length));
  // Side by side, so many names would run into each other.
  const staggered = lanes.length > 6;
  const names = lanes.map((lane) => lane.name).join(', ');
  return (
    <div
      class="ladder"
      role="img"
      aria-label={`Message ladder of “${escapedText(label)}”: ${steps.length} steps between ${escapedText(names)}. The list below says the same.`}
    >
      <svg class="lanes" width="100%" height={staggered ? 38 : 24} aria-hidden="true">
        {lanes.map((lane, index) => (
          <Placed key={lane.name} x={laneX[index]!} y={0}>
            <text class={`lane-name ${lane.kind}`} y={staggered && index % 2 === 1 ? 31 : 16} text-anchor="middle">
              {escapedText(lane.name.length > 12 ? `${lane.name.slice(0, 11)}…` : lane.name)}
            </text>
          </Placed>
        ))}
      </svg>
      {stretchesOf(steps, lanes).map((stretch, index) => (
        <svg key={index} class="stretch" width="100%" height={stretch.height} aria-hidden="true">
          <Lifelines lanes={lanes} laneX={laneX} stretch={stretch} />
          {stretch.rows.map((row) => (
            <StepRow key={row.top} row={row} lanes={lanes} laneX={laneX} told={told} />
          ))}
        </svg>
      ))}
    </div>
  );
}

/** Left of this, in per cent, stand the times. */
export const GUTTER = 15;

function xOf(index: number, count: number): number {
  if (count === 1) return 24;
  const [first, last] = count === 2 ? [25, 90] : [GUTTER + 7, count > 3 ? 91 : 93];
  return first + ((last - first) * index) / (count - 1);
}

function Lifelines({ lanes, laneX, stretch }: { lanes: Lane[]; laneX: number[]; stretch: Stretch }) {
  return (
    <>
      {lanes.map((lane, index) => {
        const at = `${laneX[index]}%`;
        return (
          <g key={lane.name} class={lane.kind}>
            <line class="life faint" x1={at} x2={at} y1={0} y2={stretch.height} />
            {stretch.lives[index]!.map(([from, to]) => (
              <line key={from} class="life" x1={at} x2={at} y1={from} y2={to} />
            ))}
          </g>
        );
      })}
    </>
  );
}

interface StepRowProps {
  row: Row;
  lanes: Lane[];
  laneX: number[];
  told: LadderEvent | undefined;
}

function StepRow({ row, lanes, laneX, told }: StepRowProps) {
  const { step } = row;
  if (step.kind === 'pause') return <Between row={row} text={`${durationText(step.lastsMs)} pass`} />;
  if (step.kind === 'left-out') return <Between row={row} text={`${step.count} more events, see the list`} />;
  return (
    <g class={step.event === told ? 'told' : undefined}>
      <text class="time" x="0" y={row.line + 4}>
        {durationText(step.event.atMs)}
      </text>
      {step.kind === 'arrow' ? (
        <ArrowRow row={row} step={step} lanes={lanes} laneX={laneX} />
      ) : (
        <MarkRow row={row} step={step} x={laneX[step.lane]!} />
      )}
    </g>
  );
}

function Between({ row, text }: { row: Row; text: string }) {
  return (
    <foreignObject x={`${GUTTER}%`} y={row.line - 11} width={`${100 - GUTTER}%`} height="22">
      <div class="pause">
        <span>{text}</span>
      </div>
    </foreignObject>
  );
}
