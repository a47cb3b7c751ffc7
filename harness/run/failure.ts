import type { Bytes } from '../wire/bytes.js';
import { bytesOf } from '../wire/bytes.js';
import type { Cause, CauseCode } from './verdict.js';

/** The student's program did not do what the check asks. The only thing that costs points: every other exception is the grader's own. */
export class CheckFailure extends Error {
  override name = 'CheckFailure';
  override readonly cause: Cause;

  constructor(cause: Cause) {
    super(cause.summary);
    this.cause = cause;
  }
}

/** The check cannot be run for a reason that is nobody's mistake (a private format, a machine without namespaces). */
export class CannotRun extends Error {
  override name = 'CannotRun';
}

export { MachineLacks } from '../arena/cannot-start.js';

type Details = Omit<Cause, 'code' | 'summary' | 'sent' | 'received'> & {
  sent?: Bytes | Uint8Array | string;
  received?: Bytes | Uint8Array | string;
};

/** Makes a failure: the kind, one complete sentence, and what a report shows. */
export function failure(code: CauseCode, summary: string, details: Details = {}): CheckFailure {
  const { sent, received, lastWords, ...rest } = details;
  return new CheckFailure({
    code,
    summary,
    ...rest,
    ...(sent === undefined ? {} : { sent: shown(sent) }),
    ...(received === undefined ? {} : { received: shown(received) }),
    ...(lastWords ? { lastWords } : {}),
  });
}

function shown(data: Bytes | Uint8Array | string): Bytes {
  return typeof data === 'string' || data instanceof Uint8Array ? bytesOf(data) : data;
}
