import { exitWords } from '../../event-words.js';
import type { LadderEvent } from '../../ladder.js';
import { Foreign } from '../text.js';

/** How much of one terminal is shown, in characters: its beginning and its end. */
const HEAD = 12_000;
const TAIL = 6_000;

/** One program's terminal, as its user would have seen it. */
export function Terminal({ party, events }: { party: string; events: readonly LadderEvent[] }) {
  const start = events.find((event) => event.type === 'start');
  const exit = events.findLast((event) => event.type === 'exit');
  const pieces = piecesOf(events);
  return (
    <figure class="terminal">
      <figcaption>
        Terminal of the {party}
        <span class="keys" aria-hidden="true">
          {pieces.some((piece) => piece.stream === 'stdin') && <span class="stdin">typed</span>}
          {pieces.some((piece) => piece.stream === 'stderr') && <span class="stderr">errors</span>}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        {start?.type === 'start' && (
          <span class="command">
            $ <Foreign text={start.command} />
            {'\n'}
          </span>
        )}
        {pieces.map((piece, index) => (
          <span key={index} class={piece.stream}>
            {piece.stream === 'stdin' && <span class="vh">typed: </span>}
            {piece.stream === 'stderr' && <span class="vh">error output: </span>}
            <Foreign text={piece.text} lines="kept" />
          </span>
        ))}
        {pieces.length === 0 && <span class="nothing">(prints nothing){'\n'}</span>}
        {exit?.type === 'exit' && <span class="exit">{`${endsLine(pieces) ? '' : '\n'}[${exitWords(exit)}]`}</span>}
      </pre>
    </figure>
  );
}

interface Piece {
  stream: 'stdin' | 'stdout' | 'stderr' | 'left-out';
  text: string;
}

function piecesOf(events: readonly LadderEvent[]): Piece[] {
  const pieces: Piece[] = [];
  for (const event of events) {
    if (event.type !== 'stdin' && event.type !== 'stdout' && event.type !== 'stderr') continue;
    const last = pieces.at(-1);
    if (last?.stream === event.type) last.text += event.data.text;
    else pieces.push({ stream: event.type, text: event.data.text });
  }
  return shortened(pieces);
}

function shortened(pieces: Piece[]): Piece[] {
  const total = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (total <= HEAD + TAIL) return pieces;
  const notice: Piece = {
    stream: 'left-out',
    text: `\n… ${(total - HEAD - TAIL).toLocaleString('en-US')} characters not shown …\n`,
  };
  return [...cut(pieces, 0, HEAD), notice, ...cut(pieces, total - TAIL, total)];
}

/** The pieces between two offsets of the whole text. */
function cut(pieces: Piece[], from: number, to: number): Piece[] {
  const kept: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') kept.push({ ...piece, text });
    at += piece.text.length;
  }
  return kept;
}

function endsLine(pieces: Piece[]): boolean {
  return pieces.length === 0 || (pieces.at(-1)?.text.endsWith('\n') ?? true);
}
