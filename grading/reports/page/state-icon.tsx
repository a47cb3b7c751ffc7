export type State = 'pass' | 'fail' | 'skip' | 'error';

const WORDS: Record<State, string> = { pass: 'passed', fail: 'failed', skip: 'not run', error: 'to be regraded' };
const PATHS: Record<State, string> = {
  pass: 'M4.5 8.4l2.4 2.4 4.6-5.2',
  fail: 'M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4',
  skip: 'M4.8 8h6.4',
  error: 'M8 4.2v4.6M8 11.4v.4',
};

/** A verdict as a shape and a colour, and in words for those who see neither. */
export function StateIcon({ state }: { state: State }) {
  return (
    <svg class={`icon ${state}`} viewBox="0 0 16 16" role="img" aria-label={WORDS[state]}>
      <circle cx="8" cy="8" r="7.5" />
      <path d={PATHS[state]} />
    </svg>
  );
}
