import type { Step } from '../../ladder.js';
import type { Lane } from '../../lanes.js';

/** A step with its place: its top, the height of its line, and its bottom, in pixels. */
export interface Row {
  step: Step;
  top: number;
  line: number;
  bottom: number;
}

/** A stretch of the ladder that a sheet of paper holds whole: its rows, placed from its own top, and who lives meanwhile. */
export interface Stretch {
  rows: Row[];
  height: number;
  /** For each lane, from which to which height its programs live. */
  lives: Life[][];
}

type Life = [from: number, to: number];

/** About a quarter of a sheet. */
const STRETCH_PX = 240;

/** Places the steps below each other, in stretches between which a page may break. */
export function stretchesOf(steps: readonly Step[], lanes: readonly Lane[]): Stretch[] {
  const stretches: Stretch[] = [];
  let rows: Row[] = [];
  let top = 0;
  const alive = lanes.map((_, lane) => !steps.some((step) => isMark(step, lane, 'start')));
  const end = () => {
    if (rows.length > 0)
      stretches.push({ rows, height: top, lives: alive.map((_, lane) => livesOf(lane, rows, top, alive)) });
    rows = [];
    top = 0;
  };
  for (const step of steps) {
    const { above, below } = extentOf(step);
    rows.push({ step, top, line: top + above, bottom: top + above + below });
    top += above + below;
    if (top >= STRETCH_PX) end();
  }
  end();
  return stretches;
}

/** From which to which height of a stretch a lane lives; `alive` says how it comes in, and is left as it goes out. */
function livesOf(lane: number, rows: Row[], height: number, alive: boolean[]): Life[] {
  const lives: Life[] = [];
  let from = alive[lane] === true ? 0 : undefined;
  for (const { step, line } of rows) {
    if (isMark(step, lane, 'start')) from ??= line;
    else if (isMark(step, lane, 'exit') && from !== undefined) {
      lives.push([from, line]);
      from = undefined;
    }
  }
  if (from !== undefined) lives.push([from, height]);
  alive[lane] = from !== undefined;
  return lives;
}

function isMark(step: Step, lane: number, type: 'start' | 'exit'): boolean {
  return step.kind === 'mark' && step.lane === lane && step.event.type === type;
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
