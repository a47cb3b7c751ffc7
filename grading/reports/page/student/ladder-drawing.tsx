import type { Ladder, Step } from '../../ladder.js';
import { durationText } from '../../times.js';
import { ArrowRow } from './ladder-arrow.js';
import { MarkRow } from './ladder-mark.js';
import { Placed } from './placed.js';

/**
 * The ladder as a sequence diagram. Across, everything is in per cent and labels are cut by CSS, so that one drawing fits
 * a phone, a wide screen and paper without a script; downwards, everything is in pixels.
 */
export function LadderDrawing({ ladder, label }: { ladder: Ladder; label: string }) {
  const rows = rowsOf(ladder.steps);
  const height = (rows.at(-1)?.bottom ?? HEADER) + 12;
  const laneX = ladder.lanes.map((_, index) => xOf(index, ladder.lanes.length));
  const names = ladder.lanes.map((lane) => lane.party).join(', ');
  return (
    <svg
      class="ladder"
      width="100%"
      height={height}
      role="img"
      aria-label={`Message ladder of “${label}”: ${ladder.steps.length} steps between ${names}. The list below says the same.`}
    >
      {ladder.lanes.map((lane, index) => (
        <g key={lane.party} class={`lane ${lane.kind}`}>
          <Lifeline x={laneX[index]!} height={height} life={lifeOf(index, rows)} />
          <Placed x={laneX[index]!} y={0}>
            <text class="lane-name" y="15" text-anchor="middle">
              {lane.party.length > 12 ? `${lane.party.slice(0, 11)}…` : lane.party}
            </text>
          </Placed>
        </g>
      ))}
      {rows.map((row) => (
        <g key={row.top}>
          {'event' in row.step && (
            <text class="time" x="0" y={row.line + 4}>
              {durationText(row.step.event.atMs)}
            </text>
          )}
          <StepRow row={row} laneX={laneX} />
        </g>
      ))}
    </svg>
  );
}

/** A step with its place: its top, the height of its line, and its bottom, in pixels. */
export interface Row {
  step: Step;
  top: number;
  line: number;
  bottom: number;
}

const HEADER = 26;
/** Left of this, in per cent, stand the times. */
export const GUTTER = 15;

function rowsOf(steps: Step[]): Row[] {
  let top = HEADER;
  return steps.map((step) => {
    const { above, below } = extentOf(step);
    const row = { step, top, line: top + above, bottom: top + above + below };
    top = row.bottom;
    return row;
  });
}

/** How much room a step needs above and below its line, in pixels. */
function extentOf(step: Step): { above: number; below: number } {
  if (step.kind === 'pause' || step.kind === 'left-out') return { above: 17, below: 17 };
  if (step.kind === 'arrow') {
    const { type } = step.event;
    return { above: 26, below: type === 'datagram' || type === 'connect' ? 18 : 7 };
  }
  if (step.event.type === 'note') return { above: 16, below: 16 * noteLines(step.event.text) };
  return { above: 13, below: 12 };
}

/** How many lines a note takes on a phone; at most three are shown, the list has it all. */
export function noteLines(text: string): number {
  return Math.min(3, Math.max(1, Math.ceil(text.length / 32)));
}

function xOf(index: number, count: number): number {
  if (count === 1) return 24;
  const [first, last] = count === 2 ? [25, 90] : [GUTTER + 7, count > 3 ? 91 : 93];
  return first + ((last - first) * index) / (count - 1);
}

interface Life {
  from: number | undefined;
  to: number | undefined;
}

/** From which to which height the lane's program lives. */
function lifeOf(lane: number, rows: Row[]): Life {
  const marks = rows.filter((row) => row.step.kind === 'mark' && row.step.lane === lane);
  const at = (type: string) => marks.find((row) => row.step.kind === 'mark' && row.step.event.type === type)?.line;
  return { from: at('start'), to: at('exit') };
}

function Lifeline({ x, height, life }: { x: number; height: number; life: Life }) {
  const at = `${x}%`;
  return (
    <>
      <line class="life faint" x1={at} x2={at} y1={HEADER - 4} y2={height} />
      <line class="life" x1={at} x2={at} y1={life.from ?? HEADER - 4} y2={life.to ?? height} />
    </>
  );
}

function StepRow({ row, laneX }: { row: Row; laneX: number[] }) {
  const { step } = row;
  switch (step.kind) {
    case 'arrow':
      return <ArrowRow row={row} step={step} laneX={laneX} />;
    case 'mark':
      return <MarkRow row={row} step={step} x={laneX[step.lane]!} />;
    case 'pause':
      return <Between row={row} text={`${durationText(step.lastsMs)} pass`} />;
    case 'left-out':
      return <Between row={row} text={`${step.count} more events, see the list`} />;
  }
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
