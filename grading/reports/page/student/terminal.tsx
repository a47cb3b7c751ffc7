import { exitWords } from '../../event-words.js';
import type { LadderEvent } from '../../ladder.js';
import { Foreign } from '../text.js';

/** How much of one terminal is shown, in characters: its beginning and its end. */
const HEAD = 12_000;
const TAIL = 6_000;

/** One program's terminal, as its user would have seen it; a program that ran several times did so one below the other. */
export function Terminal({ party, events }: { party: string; events: readonly LadderEvent[] }) {
  const pieces = shortened(piecesOf(events));
  return (
    <figure class="terminal">
      <figcaption>
        Terminal of the {party}
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
  for (const event of events) {
    switch (event.type) {
      case 'start':
        onNewLine('command', `$ ${event.command}`);
        silent = true;
        break;
      case 'exit':
        if (silent) onNewLine('nothing', '(prints nothing)');
        silent = false;
        onNewLine('exit', `[${exitWords(event)}]`);
        break;
      case 'stdin':
      case 'stdout':
      case 'stderr': {
        silent &&= event.type === 'stdin';
        const last = pieces.at(-1);
        if (last?.kind === event.type) last.text += event.data.text;
        else pieces.push({ kind: event.type, text: event.data.text });
      }
    }
  }
  if (silent) onNewLine('nothing', '(prints nothing)');
  return pieces;
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
