import type { ComponentChildren } from 'preact';
import { addressText, exitWords } from '../../event-words.js';
import { dataText, type LadderEvent, type Step } from '../../ladder.js';
import { Foreign } from '../text.js';
import { GUTTER } from './ladder-drawing.js';
import { noteLines, type Row } from './ladder-rows.js';
import { Placed } from './placed.js';

type MarkStep = Extract<Step, { kind: 'mark' }>;

const LABEL = 160;

/** Something that happened at one party: it started, printed, was typed to, ended; or a note of the grader's. */
export function MarkRow({ row, step, x }: { row: Row; step: MarkStep; x: number }) {
  const { event } = step;
  const side = x <= 60 ? 'start' : 'end';
  const lines = event.type === 'note' ? noteLines(event.text) : 1;
  return (
    <g class={`mark ${event.type}`}>
      <Placed x={x} y={row.line}>
        {event.type === 'exit' ? <rect x="-5" y="-5" width="10" height="10" rx="1.5" /> : <circle r="4" />}
      </Placed>
      <foreignObject
        x={side === 'start' ? `${x}%` : `${GUTTER}%`}
        y={row.line - 11}
        width={side === 'start' ? `${100 - x}%` : `${x - GUTTER}%`}
        height={6 + lines * 16}
      >
        <div class={`label ${side} beside`}>
          <span>
            <MarkText event={event} />
          </span>
        </div>
      </foreignObject>
    </g>
  );
}

function MarkText({ event }: { event: LadderEvent }) {
  switch (event.type) {
    case 'start':
      return <Tagged tag="starts">{<Foreign text={event.command.slice(0, LABEL)} />}</Tagged>;
    case 'listen':
      return (
        <Tagged tag="listens">
          {event.transport.toUpperCase()} {addressText(event)}
        </Tagged>
      );
    case 'stdin':
      return (
        <Tagged tag="typed">
          {
            <Foreign
              text={dataText(event.data)
                .replace(/\r?\n$/, '')
                .slice(0, LABEL)}
            />
          }
        </Tagged>
      );
    case 'stdout':
      return (
        <Tagged tag="prints">
          {
            <Foreign
              text={dataText(event.data)
                .replace(/\r?\n$/, '')
                .slice(0, LABEL)}
            />
          }
        </Tagged>
      );
    case 'stderr':
      return (
        <Tagged tag="error">
          {<Foreign text={dataText(event.data).trimEnd().split('\n').at(-1)!.slice(0, LABEL)} />}
        </Tagged>
      );
    case 'stdin-end':
      return <em>end of input</em>;
    case 'exit':
      return <em>{exitWords(event)}</em>;
    case 'note':
      return <Foreign text={event.text} />;
    default:
      return null;
  }
}

function Tagged({ tag, children }: { tag: string; children: ComponentChildren }) {
  return (
    <>
      <em>{tag}</em> {children}
    </>
  );
}
