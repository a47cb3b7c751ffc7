import type { LadderEvent } from './ladder.js';

/** One vertical line of the ladder: programs of the student's, or peers of ours. */
export interface Lane {
  name: string;
  kind: 'program' | 'peer';
  /** More than one where they follow each other, or are too many to stand side by side. */
  parties: string[];
}

/** More lines than this cannot be told apart on a phone. */
const MOST_LANES = 6;
/** Lines given to parties of one sort, such as the peers, where there would be too many; four clients at once is a homework. */
const SHARED_LANES = 4;

const byName = new Intl.Collator('en', { numeric: true }).compare;

/** The parties that are programs of the submission: they start, print, are typed to. A script is called as its file is. */
function programsIn(events: readonly LadderEvent[], parties: string[]): Set<string> {
  const own = events.flatMap((event) => ('from' in event || event.type === 'note' ? [] : [event.party]));
  return new Set([...own, ...parties.filter((party) => /^(server|client|script)( \d+)?$/.test(party))]);
}

/**
 * Programs first, peers after them; between a server and a client of the submission's own stand the peers that pass
 * their talk on. Where there are many of one sort, one takes over the line of another that is done.
 */
export function lanesOf(events: readonly LadderEvent[]): Lane[] {
  const spans = spansOf(events);
  const parties = [...spans.keys()];
  const programs = programsIn(events, parties);
  const roles = new Set([...programs].map(sortOf));
  const pair = roles.has('server') && roles.has('client');
  const rank = (party: string) => (programs.has(party) ? (pair && sortOf(party) === 'server' ? 2 : 0) : 1);
  parties.sort((a, b) => rank(a) - rank(b) || byName(a, b));
  if (parties.length <= MOST_LANES) return parties.map((party) => laneOf([party], programs));
  return [...new Set(parties.map(sortOf))].flatMap((sort) =>
    shared(
      parties.filter((party) => sortOf(party) === sort),
      spans,
    ).map((line) => laneOf(line, programs)),
  );
}

/** `peer 12` is a `peer`. */
function sortOf(party: string): string {
  return party.replace(/ \d+$/, '');
}

function laneOf(parties: string[], programs: ReadonlySet<string>): Lane {
  const [first] = parties as [string];
  return {
    name: parties.length === 1 ? first : `${parties.length} × ${sortOf(first)}`,
    kind: programs.has(first) ? 'program' : 'peer',
    parties,
  };
}

interface Span {
  from: number;
  to: number;
}

/** From which to which event each party has a part in it. */
function spansOf(events: readonly LadderEvent[]): Map<string, Span> {
  const spans = new Map<string, Span>();
  events.forEach((event, at) => {
    for (const party of 'from' in event ? [event.from.party, event.to.party] : [event.party]) {
      spans.set(party, { from: spans.get(party)?.from ?? at, to: at });
    }
  });
  return spans;
}

/** Gives each party, in the order of their coming, the first line that is free, or the one that will be free first. */
function shared(parties: string[], spans: Map<string, Span>): string[][] {
  const lines: string[][] = [];
  const endOf = (line: string[]) => Math.max(...line.map((party) => spans.get(party)!.to));
  for (const party of [...parties].sort((a, b) => spans.get(a)!.from - spans.get(b)!.from)) {
    const free = lines.find((line) => endOf(line) < spans.get(party)!.from);
    if (free !== undefined) free.push(party);
    else if (lines.length < SHARED_LANES) lines.push([party]);
    else lines.reduce((a, b) => (endOf(a) <= endOf(b) ? a : b)).push(party);
  }
  return lines;
}
