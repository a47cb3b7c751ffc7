import { programError } from '../expect/program-error.js';
import { otherRole } from '../program/role-words.js';
import type { Session } from './session.js';
import { slipsIn } from './slips.js';
import type { Cause, CauseCode, Role } from './verdict.js';

/** Failures in which the program or its compiler has said what is wrong, whoever noticed it. */
const TOLD = new Set<CauseCode>(['does-not-build', 'died-at-start', 'missing-module', 'crashed']);

/** A failure with what is known of the program beside what the check saw: its language, the error it reported, slips in its source. */
export function withFacts(cause: Cause, session: Session, role: Role): Cause {
  const files = session.cast[role];
  const language = cause.language ?? files[0]?.language;
  const error = cause.error ?? (TOLD.has(cause.code) ? programError(cause.lastWords ?? '', language) : undefined);
  // What the failure says itself comes first.
  const found = slipsIn(session.submission.files, {
    cause: cause.code,
    role,
    programs: files,
    transport: session.assignment.transport,
    both: files.some((file) => role !== 'script' && session.cast[otherRole(role)].includes(file)),
  });
  const slips = [...(cause.slips ?? []), ...found];
  return {
    ...cause,
    ...(language && { language }),
    ...(error && { error }),
    ...(slips.length > 0 && { slips }),
  };
}
