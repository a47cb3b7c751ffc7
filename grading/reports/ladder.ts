import type { CheckResult } from '../result/result.js';
import { bytesText } from './bytes-text.js';
import { type Lane, lanesOf } from './lanes.js';

/** An event as a result carries it; a `TranscriptEvent` is one. */
export type LadderEvent = NonNullable<CheckResult['transcript']>[number];
type Arrow = Extract<LadderEvent, { from: object }>;
type Mark = Exclude<LadderEvent, Arrow>;

/** One step downwards. `from`, `to` and `lane` are places in `lanes`; a `pause` is time in which nothing was seen. */
export type Step =
  | { kind: 'arrow'; event: Arrow; from: number; to: number }
  | { kind: 'mark'; event: Mark; lane: number }
  | { kind: 'pause'; lastsMs: number }
  | { kind: 'left-out'; count: number };

/** A message ladder: programs on one side, peers on the other, time downwards. */
export interface Ladder {
  lanes: Lane[];
  steps: Step[];
}

/** A silence at least this long is drawn as one, in milliseconds. */
export const PAUSE_MS = 400;
/** Output that follows within this time, in milliseconds, is one print to the eye. */
const SAME_PRINT_MS = 15;

/** Arranges the events of one check for drawing. Of a very long exchange the middle is left out and counted. */
export function ladderOf(events: readonly LadderEvent[], maxSteps = 120): Ladder {
  const inTime = [...events].sort((a, b) => a.atMs - b.atMs);
  const lanes = lanesOf(inTime);
  const place = new Map(lanes.flatMap(({ parties }, index) => parties.map((party) => [party, index])));
  const steps: Step[] = [];
  let lastMs = inTime[0]?.atMs ?? 0;
  for (const event of joined(inTime)) {
    if (event.atMs - lastMs >= PAUSE_MS) steps.push({ kind: 'pause', lastsMs: event.atMs - lastMs });
    lastMs = Math.max(lastMs, event.atMs);
    if ('from' in event) {
      steps.push({ kind: 'arrow', event, from: place.get(event.from.party)!, to: place.get(event.to.party)! });
    } else {
      steps.push({ kind: 'mark', event, lane: place.get(event.party)! });
    }
  }
  return { lanes, steps: shortened(steps, maxSteps) };
}

/** Joins pieces of one print: programs write a line in several pieces, and its end often apart; that is of no interest. */
function joined(events: readonly LadderEvent[]): LadderEvent[] {
  const result: LadderEvent[] = [];
  for (const event of events) {
    const last = result.at(-1);
    if (event.type === 'stdout' && /^\r?\n$/.test(event.data.text)) {
      const begun = begunLine(event.party, result);
      if (begun !== undefined) {
        result[begun.at] = { ...begun.event, data: concat(begun.event.data, event.data) };
        continue;
      }
    }
    if (
      (event.type === 'stdout' || event.type === 'stderr') &&
      last?.type === event.type &&
      last.party === event.party &&
      event.atMs - last.atMs <= SAME_PRINT_MS
    ) {
      result[result.length - 1] = { ...last, data: concat(last.data, event.data) };
    } else {
      result.push(event);
    }
  }
  return result;
}

/** The print of the party's that has not ended its line. */
function begunLine(party: string, before: readonly LadderEvent[]) {
  const at = before.findLastIndex((event) => event.type === 'stdout' && event.party === party);
  const event = before[at];
  return event?.type === 'stdout' && !event.data.text.endsWith('\n') ? { at, event } : undefined;
}

type Data = { text: string; base64?: string | undefined };

function concat(a: Data, b: Data): Data {
  if (a.base64 === undefined && b.base64 === undefined) return { text: a.text + b.text };
  const raw = Buffer.concat([rawBytes(a), rawBytes(b)]);
  return { text: raw.toString('utf8'), base64: raw.toString('base64') };
}

/** An event's data as text, in which bytes that are not UTF-8 keep their values. */
export function dataText(data: Data): string {
  return data.base64 === undefined ? data.text : bytesText(rawBytes(data));
}

/** The exact bytes of an event's data. */
export function rawBytes(data: Data): Buffer {
  return data.base64 === undefined ? Buffer.from(data.text) : Buffer.from(data.base64, 'base64');
}

function shortened(steps: Step[], max: number): Step[] {
  if (steps.length <= max) return steps;
  const head = Math.ceil((max * 2) / 3);
  const tail = max - head;
  const leftOut = steps.slice(head, steps.length - tail);
  const count = leftOut.filter((step) => step.kind === 'arrow' || step.kind === 'mark').length;
  return [...steps.slice(0, head), { kind: 'left-out', count }, ...steps.slice(steps.length - tail)];
}
