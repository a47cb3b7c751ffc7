import { isProgram, type LadderEvent, ladderOf } from '../../ladder.js';
import { EventList } from './event-list.js';
import { LadderDrawing } from './ladder-drawing.js';
import { Terminal } from './terminal.js';

/** What crossed the terminal beside what crossed the wire. */
export function Exchange({ events, label }: { events: readonly LadderEvent[]; label: string }) {
  const ladder = ladderOf(events);
  const programs = ladder.lanes.map((lane) => lane.party).filter(isProgram);
  const terminals = programs.filter((party) =>
    events.some((event) => 'party' in event && event.party === party && SHOWS[event.type]),
  );
  return (
    <div class={`exchange ${ladder.lanes.length > 3 ? 'wide' : ''}`}>
      {terminals.length > 0 && (
        <div class="terminals">
          {terminals.map((party) => (
            <Terminal
              key={party}
              party={party}
              events={events.filter((event) => 'party' in event && event.party === party)}
            />
          ))}
        </div>
      )}
      <figure class="ladder-figure">
        <figcaption>On the wire</figcaption>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
        <div class="ladder-box" tabIndex={0}>
          <LadderDrawing ladder={ladder} label={label} />
        </div>
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
