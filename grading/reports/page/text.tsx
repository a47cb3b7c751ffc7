import { visibleRuns } from '../visible-text.js';

/** Text that somebody else wrote: always text, with what cannot be seen made visible. */
export function Foreign({ text, lines = 'escaped' }: { text: string; lines?: 'kept' | 'escaped' }) {
  return (
    <>
      {visibleRuns(text, lines).map((run, index) =>
        run.escaped ? (
          <i key={index} class="esc">
            {run.text}
          </i>
        ) : (
          run.text
        ),
      )}
    </>
  );
}

/** A name that somebody else wrote, kept from turning round the words beside it. */
export function Name({ text }: { text: string }) {
  return (
    <bdi>
      <Foreign text={text} />
    </bdi>
  );
}

/** A sentence of the grader's, in which `code` may stand between backquotes. */
export function Sentence({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <code key={index}>
            <Foreign text={part} />
          </code>
        ) : (
          <Foreign key={index} text={part} lines="kept" />
        ),
      )}
    </>
  );
}
