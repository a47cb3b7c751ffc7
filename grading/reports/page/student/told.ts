import { type Ladder, type LadderEvent, rawBytes } from '../../ladder.js';

/** The last thing a program sent or printed that is just what the failure says was received. */
export function toldOf(
  ladder: Ladder,
  received: { text: string; base64?: string | undefined } | undefined,
): LadderEvent | undefined {
  if (received === undefined) return undefined;
  const wanted = rawBytes(received);
  if (wanted.length === 0) return undefined;
  const written = ladder.steps.flatMap((step): LadderEvent[] => {
    const author = step.kind === 'arrow' ? step.from : step.kind === 'mark' ? step.lane : undefined;
    return author !== undefined && 'event' in step && ladder.lanes[author]!.kind === 'program' ? [step.event] : [];
  });
  return written.findLast((event) => event.type !== 'stdin' && 'data' in event && rawBytes(event.data).equals(wanted));
}
