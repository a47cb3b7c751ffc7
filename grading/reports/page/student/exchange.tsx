import { type LadderEvent, ladderOf } from '../../ladder.js';
import { EventList } from './event-list.js';
import { LadderDrawing } from './ladder-drawing.js';
import { Terminal } from './terminal.js';
import { toldOf } from './told.js';

interface ExchangeProps {
  events: readonly LadderEvent[];
  label: string;
  /** What the failure says was received; the drawing points at it. */
  received: { text: string; base64?: string | undefined } | undefined;
}

/** What crossed the terminal beside what crossed the wire. */
export function Exchange({ events, label, received }: ExchangeProps) {
  const ladder = ladderOf(events);
  const terminals = ladder.lanes
    .filter((lane) => lane.kind === 'program')
    .flatMap((lane) => lane.parties)
    .map((party) => ({ party, events: events.filter((event) => 'party' in event && event.party === party) }))
    .filter((terminal) => terminal.events.some((event) => SHOWS[event.type]));
  return (
    <div class={`exchange ${ladder.lanes.length > 3 ? 'wide' : ''}`}>
      {terminals.length > 0 && (
        <div class="terminals">
          {terminals.map((terminal) => (
            <Terminal key={terminal.party} {...terminal} />
          ))}
        </div>
      )}
      <figure class="ladder-figure">
        <figcaption>On the wire</figcaption>
        <LadderDrawing ladder={ladder} label={label} told={toldOf(ladder, received)} />
        <details class="as-list">
          <summary>The same as a list</summary>
          <EventList events={events} />
        </details>
      </figure>
    </div>
  );
}

const SHOWS: Partial<Record<LadderEvent['type'], true>> = {
  start: true,
  stdin: true,
  stdout: true,
  stderr: true,
  exit: true,
};
