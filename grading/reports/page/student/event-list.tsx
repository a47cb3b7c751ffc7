import { addressText, eventWords, payloadView } from '../../event-words.js';
import { dataText, type LadderEvent } from '../../ladder.js';
import { durationText } from '../../times.js';
import { escapedText } from '../../visible-text.js';
import { Foreign } from '../text.js';

const SHOWN_EVENTS = 300;
const SHOWN_CHARACTERS = 2000;

/** The exchange in sentences: complete where the drawing is short, and readable aloud. */
export function EventList({ events }: { events: readonly LadderEvent[] }) {
  return (
    <ol class="event-list">
      {events.slice(0, SHOWN_EVENTS).map((event, index) => (
        <li key={index}>
          <span class="at">{durationText(event.atMs)}</span> <Sentence event={event} />
        </li>
      ))}
      {events.length > SHOWN_EVENTS && <li>{`… and ${events.length - SHOWN_EVENTS} more`}</li>}
    </ol>
  );
}

function Sentence({ event }: { event: LadderEvent }) {
  if ('from' in event) {
    return (
      <span>
        <b>{escapedText(event.from.party)}</b> {addressText(event.from)} → <b>{escapedText(event.to.party)}</b>{' '}
        {addressText(event.to)}: {eventWords(event)}
        {(event.type === 'datagram' || event.type === 'segment') && <Payload event={event} />}
      </span>
    );
  }
  const data = 'data' in event ? dataText(event.data) : undefined;
  return (
    <span>
      <b>{escapedText(event.party)}</b>: <Foreign text={eventWords(event)} />
      {data !== undefined && <Quoted text={data} />}
    </span>
  );
}

function Payload({ event }: { event: Extract<LadderEvent, { type: 'datagram' | 'segment' }> }) {
  const view = payloadView(event);
  if (view.as === 'text') return <Quoted text={view.text} />;
  return (
    <span class="payload">
      {' '}
      <Foreign text={view.text} />
    </span>
  );
}

function Quoted({ text }: { text: string }) {
  return (
    <q class="payload">
      <Foreign text={text.slice(0, SHOWN_CHARACTERS)} />
      {text.length > SHOWN_CHARACTERS && '…'}
    </q>
  );
}
