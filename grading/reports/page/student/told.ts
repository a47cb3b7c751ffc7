import { type Ladder, type LadderEvent, rawBytes } from '../../ladder.js';
import { isProgram } from '../../lanes.js';

/** The last thing a program sent or printed that is just what the failure says was received. */
export function toldOf(
  ladder: Ladder,
  received: { text: string; base64?: string | undefined } | undefined,
): LadderEvent | undefined {
  if (received === undefined) return undefined;
  const wanted = rawBytes(received);
  if (wanted.length === 0) return undefined;
  const events = ladder.steps.flatMap((step): LadderEvent[] => ('event' in step ? [step.event] : []));
  return events.findLast((event) => {
    const author = 'from' in event ? event.from.party : event.party;
    return isProgram(author) && event.type !== 'stdin' && 'data' in event && rawBytes(event.data).equals(wanted);
  });
}
