import { bytesText } from '../../bytes-text.js';
import { exitWords } from '../../event-words.js';
import { type LadderEvent, rawBytes } from '../../ladder.js';
import { Foreign } from '../text.js';
import { partyTitle } from './naming.js';

/** How much of one terminal is shown, in characters: its beginning and its end. */
const HEAD = 12_000;
const TAIL = 6_000;

/** One program's terminal, as its user would have seen it; a program that ran several times did so one below the other. */
export function Terminal({ party, events }: { party: string; events: readonly LadderEvent[] }) {
  const pieces = shortened(piecesOf(events));
  return (
    <figure class="terminal">
      <figcaption>
        Terminal of {partyTitle(party)}
        <span class="keys" aria-hidden="true">
          {pieces.some((piece) => piece.kind === 'stdin') && <span class="stdin">typed</span>}
          {pieces.some((piece) => piece.kind === 'stderr') && <span class="stderr">errors</span>}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        {pieces.map((piece, index) => (
          <span key={index} class={piece.kind}>
            {piece.kind === 'stdin' && <span class="vh">typed: </span>}
            {piece.kind === 'stderr' && <span class="vh">error output: </span>}
            <Foreign text={piece.text} lines="kept" />
          </span>
        ))}
      </pre>
    </figure>
  );
}

interface Piece {
  kind: 'command' | 'stdin' | 'stdout' | 'stderr' | 'nothing' | 'exit' | 'left-out';
  text: string;
}

function piecesOf(events: readonly LadderEvent[]): Piece[] {
  const pieces: Piece[] = [];
  let silent = false;
  const onNewLine = (kind: Piece['kind'], text: string) => {
    const broken = pieces.length > 0 && !pieces.at(-1)!.text.endsWith('\n');
    pieces.push({ kind, text: `${broken ? '\n' : ''}${text}\n` });
  };
  for (const run of runsOf(events)) {
    if (run.type === 'start') {
      onNewLine('command', `$ ${run.command}`);
      silent = true;
    } else if (run.type === 'exit') {
      if (silent) onNewLine('nothing', '(prints nothing)');
      silent = false;
      onNewLine('exit', `[${exitWords(run)}]`);
    } else {
      silent &&= run.type === 'stdin';
      pieces.push({ kind: run.type, text: bytesText(Buffer.concat(run.parts)) });
    }
  }
  if (silent) onNewLine('nothing', '(prints nothing)');
  return pieces;
}

type Told = Extract<LadderEvent, { type: 'start' | 'exit' }>;
interface Stream {
  type: 'stdin' | 'stdout' | 'stderr';
  parts: Buffer[];
}

/** What a terminal shows, with neighbouring output of one stream together: characters may be torn between its parts. */
function runsOf(events: readonly LadderEvent[]): (Told | Stream)[] {
  const runs: (Told | Stream)[] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (event.type === 'start' || event.type === 'exit') runs.push(event);
    else if (event.type !== 'stdin' && event.type !== 'stdout' && event.type !== 'stderr') continue;
    else if (last?.type === event.type) last.parts.push(rawBytes(event.data));
    else runs.push({ type: event.type, parts: [rawBytes(event.data)] });
  }
  return runs;
}

function shortened(pieces: Piece[]): Piece[] {
  const total = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (total <= HEAD + TAIL) return pieces;
  const notice: Piece = {
    kind: 'left-out',
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
