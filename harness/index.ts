/** What an assignment may use. Everything here is documented where it is defined. */

export { pythonHas } from './arena/python-has.js';
export {
  type Assignment,
  type AssignmentOption,
  type Check,
  checks,
  type RoleChecks,
} from './assignment/assignment.js';
export { AssignmentError, defineAssignment } from './assignment/define-assignment.js';
export { addressesShown, longForm, showsAddress } from './expect/addresses.js';
export { type Frame, framed, frameOf, unframed } from './expect/frame.js';
export { answersNumber, type FoundNumber, isNumber, numbersIn, showsNumber } from './expect/numbers.js';
export { type ProgramError, programError } from './expect/program-error.js';
export { calculate, type Rational, rational } from './expect/rational.js';
export { type Exchanged, isReencoding } from './expect/re-encoding.js';
export { renderTime } from './expect/render-time.js';
export { type Shown, shows } from './expect/text.js';
export { timesIn } from './expect/times.js';
export { answersWord, type WordAnswer } from './expect/words.js';
export { pause } from './pause.js';
export { answerTo } from './program/dialogue.js';
export { MenuUser, menuIn, promptOf, yesToAgain } from './program/menu.js';
export { portsNamed, stringsNamed, withoutComments } from './program/source.js';
export { FINISH_WITHIN_MS, REPLY_WITHIN_MS, START_WITHIN_MS } from './run/bounds.js';
export type { CheckContext } from './run/check-context.js';
export { type ClientProgram, NOT_NOW, type Typist } from './run/client-program.js';
export { diagnose } from './run/diagnose.js';
export { expectCurrentTime, expectTimePrinted, staleAfterMs, type ToldTime } from './run/expect-time.js';
export { expectEnds, expectOwnPort, expectPrints, type Showing } from './run/expectations.js';
export { CannotRun, CheckFailure, failure, MachineLacks } from './run/failure.js';
export { listsNumbers } from './run/lists-numbers.js';
export { ownRequest } from './run/own-request.js';
export { Random } from './run/random.js';
export type { Reply, ServerProgram } from './run/server-program.js';
export type { ArenaResolvers } from './run/start-resolver.js';
export type { Cause, CauseCode, CheckKind, Role, Verdict } from './run/verdict.js';
export type { DnsRecord } from './wire/dns-message.js';
export type { ResolverQuery } from './wire/dns-server.js';
export type { Wildcard } from './wire/dns-zone.js';
export { type Contact, Listeners } from './wire/listeners.js';
export { addressesIn, type NameSpace, nameSpace, reversedAddress } from './wire/name-space.js';
export type { TcpPeer } from './wire/tcp-peer.js';
export type { Arrival, UdpPeer } from './wire/udp-peer.js';
