import { createColors } from 'picocolors';
import { stringWidth } from '../explain/string-width.js';
import { addressText, eventWords, payloadView } from './event-words.js';
import { dataText, type Ladder, type LadderEvent, ladderOf, type Step } from './ladder.js';
import { cutText, fitsInto, padText } from './text-width.js';
import { durationText } from './times.js';
import { escapedText } from './visible-text.js';

/** How a ladder is written. */
interface TextLadderOptions {
  /** Columns of the terminal; at least 40 are used. */
  width: number;
  color: boolean;
  /** Steps written at most; of more, the middle is left out and counted. 200 unless told. */
  maxSteps?: number;
}

const TIME = 9;
const MIN_WIDTH = 40;
const MAX_WIDTH = 120;

type Colors = ReturnType<typeof createColors>;
interface Canvas {
  ladder: Ladder;
  /** The column of each lane. */
  columns: number[];
  width: number;
  colors: Colors;
}

/**
 * Writes the events of one check as a message ladder for a terminal: times at the left, a column for each program and
 * peer, arrows between them. What programs wrote is escaped: no byte of it reaches the terminal as a control character.
 */
export function textLadder(events: readonly LadderEvent[], options: TextLadderOptions): string {
  const ladder = ladderOf(events, options.maxSteps ?? 200);
  if (ladder.lanes.length === 0) return 'nothing was seen';
  const width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, options.width));
  const canvas = { ladder, columns: columnsOf(ladder, width), width: width - 1, colors: createColors(options.color) };
  return [heading(canvas), ...ladder.steps.map((step) => line(step, canvas))].map((text) => text.trimEnd()).join('\n');
}

function columnsOf(ladder: Ladder, width: number): number[] {
  const count = ladder.lanes.length;
  const first = TIME + 4;
  if (count === 1) return [first];
  const last = width - 1 - Math.ceil(stringWidth(ladder.lanes.at(-1)!.name) / 2);
  return ladder.lanes.map((_, index) => Math.round(first + ((last - first) * index) / (count - 1)));
}

function heading({ ladder, columns, width, colors }: Canvas): string {
  let text = '';
  const gaps = columns.slice(1).map((column, index) => column - columns[index]!);
  const room = gaps.length === 0 ? width : Math.min(...gaps) - 1;
  ladder.lanes.forEach((lane, index) => {
    const name = cutText(escapedText(lane.name), room);
    const at = Math.max(index === 0 ? 0 : stringWidth(text) + 1, columns[index]! - Math.floor(stringWidth(name) / 2));
    text = padText(text, at) + name;
  });
  return colors.bold(text);
}

function line(step: Step, canvas: Canvas): string {
  switch (step.kind) {
    case 'pause':
      return between(`${durationText(step.lastsMs)} pass`, canvas);
    case 'left-out':
      return between(`${step.count} more events`, canvas);
    case 'arrow':
      return time(step, canvas) + arrow(step, canvas);
    case 'mark':
      return time(step, canvas) + mark(step, canvas);
  }
}

function time(step: Extract<Step, { event: LadderEvent }>, { colors }: Canvas): string {
  return colors.dim(
    durationText(step.event.atMs)
      .padStart(TIME - 1)
      .concat(' '),
  );
}

/** The lifelines between two columns of the screen, both included. */
function lifelines(from: number, to: number, { columns, colors }: Canvas): string {
  const cells = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => (columns.includes(from + i) ? '│' : ' '));
  return colors.dim(cells.join(''));
}

function between(words: string, canvas: Canvas): string {
  const text = ` ${words} `;
  const room = canvas.width - TIME - text.length;
  const left = Math.max(1, Math.floor(room / 2));
  return canvas.colors.dim(`${' '.repeat(TIME)}${'┄'.repeat(left)}${text}${'┄'.repeat(Math.max(1, room - left))}`);
}

type ArrowStep = Extract<Step, { kind: 'arrow' }>;

function arrow(step: ArrowStep, canvas: Canvas): string {
  const { columns, colors } = canvas;
  const [from, to] = [columns[step.from]!, columns[step.to]!];
  if (from === to) return beside(step.from, `⟲ ${label(step, canvas.width - from - 4)}`, canvas);
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const inner = right - left - 1;
  const dataless = step.event.type !== 'datagram' && step.event.type !== 'segment';
  const rule = dataless ? '╌' : '─';
  const words = label(step, inner - 3);
  const room = Math.max(0, inner - stringWidth(words) - 3);
  const before = Math.floor(room / 2);
  const body =
    to > from
      ? `${rule.repeat(before)} ${words} ${rule.repeat(room - before)}${head(step, '►')}`
      : `${head(step, '◄')}${rule.repeat(before)} ${words} ${rule.repeat(room - before)}`;
  const paint =
    step.event.type === 'reset'
      ? colors.red
      : canvas.ladder.lanes[step.from]!.kind === 'program'
        ? colors.cyan
        : colors.green;
  return `${lifelines(TIME, left, canvas)}${paint(padText(body, inner))}${lifelines(right, canvas.width, canvas)}`;
}

function head(step: ArrowStep, usual: string): string {
  return step.event.type === 'reset' ? '✗' : usual;
}

function label({ event }: ArrowStep, room: number): string {
  if (event.type === 'connect') {
    return cutText(`connects to ${addressText(event.to)}`, room, `connects to :${event.to.port}`, 'connects');
  }
  if (event.type !== 'datagram' && event.type !== 'segment') {
    return cutText(event.type === 'close' ? 'closes' : 'resets', room);
  }
  const view = payloadView(event);
  const port = event.type === 'datagram' ? ` → :${event.to.port}` : '';
  if (view.as !== 'text') return cutText(escapedText(view.text), room);
  const text = escapedText(view.text);
  const whole = `“${text}”${port}`;
  if (fitsInto(whole, room)) return whole;
  return room < 4 ? cutText(text, room) : `“${cutText(text, room - 2)}”`;
}

function mark(step: Extract<Step, { kind: 'mark' }>, canvas: Canvas): string {
  const { event } = step;
  const data = 'data' in event ? escapedText(dataText(event.data).replace(/\r?\n$/, '')) : undefined;
  const words = data === undefined ? escapedText(eventWords(event)) : `${eventWords(event)} “${data}”`;
  return beside(step.lane, words, canvas, event.type);
}

/** Words beside a lane: at its right, or at its left where there is more room. */
function beside(lane: number, words: string, canvas: Canvas, type?: LadderEvent['type']): string {
  const { columns, colors, width } = canvas;
  const at = columns[lane]!;
  const paint =
    type === 'note'
      ? colors.yellow
      : type === 'stderr'
        ? colors.red
        : type === 'stdin'
          ? colors.green
          : (text: string) => text;
  const [roomLeft, roomRight] = [at - TIME - 2, width - at - 2];
  const sign = type === 'exit' ? '■' : type === 'note' ? '!' : '●';
  if (roomRight >= roomLeft) {
    const text = cutText(words, roomRight);
    const end = at + 2 + stringWidth(text);
    return `${lifelines(TIME, at - 1, canvas)}${paint(`${sign} ${text}`)}${lifelines(end, width, canvas)}`;
  }
  const text = cutText(words, roomLeft);
  const start = at - 1 - stringWidth(text);
  return `${lifelines(TIME, start - 1, canvas)}${paint(`${text} ${sign}`)}${lifelines(at + 1, width, canvas)}`;
}
