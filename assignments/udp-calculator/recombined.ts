/** The datagrams of a request, burst after burst. */
type Bursts = Buffer[][];

/** What a client sent for one computation, for the same again and again, and for two others that differ from it in one number each. */
export interface Asked {
  base: Bursts;
  again: Bursts[];
  left: Bursts;
  right: Bursts;
}

/** One byte of a request. */
interface Place {
  burst: number;
  message: number;
  at: number;
}

/** What can be made of the bytes of such requests. */
export interface Recombined {
  /** The first request with what is peculiar to each of the two others; undefined where one of them has nothing of its own. */
  made?: Bursts;
  /** Whether the two others differ from the first in nothing but what they have in common. */
  isSharedOnly: boolean;
  /** Where bytes change that are peculiar to none: with either number, or by themselves. */
  common: Place[];
}

/** Puts what is peculiar to each of the two others into the first request. Bytes that change by themselves stay the first one's. */
export function recombined(asked: Asked): Recombined {
  const { base, again, left, right } = asked;
  const shape = shapeOf(base);
  if (![...again, left, right].every((other) => shapeOf(other) === shape)) {
    const isSteady = again.every((other) => textOf(other) === textOf(base));
    return { isSharedOnly: isSteady && textOf(left) === textOf(right) && textOf(left) !== textOf(base), common: [] };
  }
  const seen = { left: 0, right: 0, shared: 0, both: 0 };
  const common: Place[] = [];
  const made = base.map((datagrams, burst) =>
    datagrams.map((bytes, message) => {
      const mixed = Buffer.from(bytes);
      for (const [at, byte] of bytes.entries()) {
        const [l, r] = [left[burst]![message]![at]!, right[burst]![message]![at]!];
        const isSteady = again.every((other) => other[burst]![message]![at] === byte);
        if (isSteady && l === byte && r === byte) continue;
        if (!isSteady || (l !== byte && r !== byte)) common.push({ burst, message, at });
        if (!isSteady) continue;
        if (r === byte) mixed[at] = l;
        if (l === byte) mixed[at] = r;
        seen[r === byte ? 'left' : l === byte ? 'right' : l === r ? 'shared' : 'both'] += 1;
      }
      return mixed;
    }),
  );
  return {
    isSharedOnly: seen.shared > 0 && seen.left + seen.right + seen.both === 0,
    common,
    ...(seen.left > 0 && seen.right > 0 ? { made } : {}),
  };
}

function shapeOf(bursts: Bursts): string {
  return bursts.map((burst) => burst.map(({ length }) => length).join(' ')).join(', ');
}

function textOf(bursts: Bursts): string {
  return bursts.map((burst) => burst.map((message) => message.toString('hex')).join(' ')).join(', ');
}
