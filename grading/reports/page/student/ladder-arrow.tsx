import { addressText, payloadView } from '../../event-words.js';
import type { Step } from '../../ladder.js';
import type { Lane } from '../../lanes.js';
import { Foreign } from '../text.js';
import { GUTTER } from './ladder-drawing.js';
import type { Row } from './ladder-rows.js';
import { Placed } from './placed.js';

type ArrowStep = Extract<Step, { kind: 'arrow' }>;

/** How much of a payload a label carries, in characters; CSS cuts it to the room there is. */
const LABEL = 160;
/** One per cent of the drawing's width on a phone, in pixels. */
const PER_CENT_PX = 2.9;
/** What a character takes, and what stands free at both sides of a label, in pixels. */
const CHARACTER_PX = 7.3;
const LABEL_SIDES_PX = 26;
/** Addresses that say no more than “this machine”. */
const UNREMARKABLE = /^(127\.|(0\.0\.0\.0|::1?)$)/;

interface ArrowRowProps {
  row: Row;
  step: ArrowStep;
  lanes: Lane[];
  laneX: number[];
}

/** One message across: a datagram or segment with its words, or a connection that opens, closes or breaks. */
export function ArrowRow({ row, step, lanes, laneX }: ArrowRowProps) {
  const [from, to] = [laneX[step.from]!, laneX[step.to]!];
  const { event } = step;
  const tone =
    event.type === 'reset'
      ? 'reset'
      : carriesData(event)
        ? lanes[step.from]!.kind === 'program'
          ? 'ours'
          : 'theirs'
        : 'control';
  return (
    <g class={`arrow ${tone}`}>
      {from === to ? (
        <Loop x={from} y={row.line} />
      ) : (
        <line x1={`${from}%`} x2={`${to}%`} y1={row.line} y2={row.line} />
      )}
      {from !== to && event.type !== 'reset' && <Head x={to} y={row.line} points={to > from ? 'right' : 'left'} />}
      {event.type === 'reset' && <Cross x={to} y={row.line} />}
      <Label row={row} step={step} from={from} to={to} few={laneX.length <= 2} />
      {(event.type === 'datagram' || event.type === 'connect') && (
        <Ports row={row} step={step} from={from} to={to} few={laneX.length <= 2} lanes={lanes} />
      )}
    </g>
  );
}

function carriesData(event: ArrowStep['event']): event is Extract<ArrowStep['event'], { data: object }> {
  return event.type === 'datagram' || event.type === 'segment';
}

interface Across {
  row: Row;
  step: ArrowStep;
  from: number;
  to: number;
  few: boolean;
}

function Label({ row, step, from, to, few }: Across) {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const fits = labelLength(step) * CHARACTER_PX + LABEL_SIDES_PX <= (right - left) * PER_CENT_PX;
  const side = few || fits ? 'middle' : left + right < 100 + GUTTER ? 'start' : 'end';
  const x = side === 'end' ? GUTTER : left;
  const width = side === 'middle' ? right - left : side === 'start' ? 100 - left : right - GUTTER;
  return (
    <foreignObject x={`${x}%`} y={row.line - 24} width={`${width}%`} height="18">
      <div class={`label ${side}`}>
        <span>
          <LabelText step={step} />
        </span>
      </div>
    </foreignObject>
  );
}

/** How long a label is, in characters; words of ours are set smaller and are always short. */
function labelLength({ event }: ArrowStep): number {
  return carriesData(event) ? payloadView(event).text.length : 9;
}

function LabelText({ step }: { step: ArrowStep }) {
  const { event } = step;
  if (!carriesData(event)) {
    return <em>{{ connect: 'connects', close: 'closes', reset: 'resets' }[event.type]}</em>;
  }
  const view = payloadView(event);
  if (view.as === 'words') return <em>{view.text}</em>;
  return <Foreign text={view.text.slice(0, LABEL)} />;
}

function Ports({ row, step, from, to, few, lanes }: Across & { lanes: Lane[] }) {
  const sharing = lanes.filter((lane) => lane.parties.length > 1).flatMap((lane) => lane.parties);
  const words = (end: ArrowStep['event']['from']) => {
    const where = few && !UNREMARKABLE.test(end.address) ? addressText(end) : `:${end.port}`;
    return sharing.includes(end.party) ? `${end.party} ${where}` : where;
  };
  const [left, right] = from <= to ? [step.event.from, step.event.to] : [step.event.to, step.event.from];
  const both = Math.abs(to - from) >= 25;
  return (
    <>
      {(both || from <= to) && (
        <Placed x={Math.min(from, to)} y={row.line + 13}>
          <text class="port" x="6">
            {words(left)}
          </text>
        </Placed>
      )}
      {(both || from > to) && (
        <Placed x={Math.max(from, to)} y={row.line + 13}>
          <text class="port" x="-6" text-anchor="end">
            {words(right)}
          </text>
        </Placed>
      )}
    </>
  );
}

interface HeadProps {
  x: number;
  y: number;
  points: 'left' | 'right';
}

function Head({ x, y, points }: HeadProps) {
  return (
    <Placed x={x} y={y}>
      <path class="head" d={points === 'right' ? 'M-1 0l-9 -4.5v9z' : 'M1 0l9 -4.5v9z'} />
    </Placed>
  );
}

function Cross({ x, y }: { x: number; y: number }) {
  return (
    <Placed x={x} y={y}>
      <path class="cross" d="M-5 -5l10 10m0 -10l-10 10" />
    </Placed>
  );
}

function Loop({ x, y }: { x: number; y: number }) {
  return (
    <Placed x={x} y={y}>
      <path class="loop" d="M0 -6h22v12h-12" />
      <path class="head" d="M1 6l9 -4.5v9z" />
    </Placed>
  );
}
