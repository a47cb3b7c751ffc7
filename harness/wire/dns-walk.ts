/** Where one resource record stands in a message. */
export interface RecordPlace {
  type: number;
  rdataAt: number;
  rdataLength: number;
}

interface QuestionPlace {
  type: number;
  class: number;
}

type Walked =
  | {
      ok: true;
      questions: QuestionPlace[];
      answers: RecordPlace[];
      authorities: RecordPlace[];
      additionals: RecordPlace[];
    }
  | { ok: false; at: number; why: string };

export const TYPE_NUMBERS = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  OPT: 41,
} as const;

/** Thrown inside this file only: the first thing that is wrong, and where. */
class Malformed extends Error {
  constructor(
    readonly at: number,
    why: string,
  ) {
    super(why);
  }
}

/**
 * Checks the shape of a DNS message (RFC 1035, section 4; RFC 3596, RFC 2782, RFC 6891): every count, name, pointer and
 * length. A message that passes is complete and ends where its last record ends.
 */
export function walkDns(bytes: Uint8Array): Walked {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.length < 12) throw new Malformed(view.length, 'a header has 12 bytes');
    const counts = [4, 6, 8, 10].map((at) => view.readUInt16BE(at));
    let at = 12;
    const questions: QuestionPlace[] = [];
    for (let i = 0; i < counts[0]!; i += 1) {
      const behindName = nameEnd(view, at, view.length);
      at = stepOver(view, behindName, 4, 'type and class of a question');
      questions.push({ type: view.readUInt16BE(behindName), class: view.readUInt16BE(behindName + 2) });
    }
    const sections = counts.slice(1).map((count) => {
      const records: RecordPlace[] = [];
      for (let i = 0; i < count; i += 1) {
        const record = recordAt(view, at);
        records.push(record);
        at = record.rdataAt + record.rdataLength;
      }
      return records;
    });
    if (at < view.length) throw new Malformed(at, `${view.length - at} bytes too many`);
    const [answers = [], authorities = [], additionals = []] = sections;
    return { ok: true, questions, answers, authorities, additionals };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, at: error.at, why: error.message };
    throw error;
  }
}

function recordAt(view: Buffer, start: number): RecordPlace {
  const at = nameEnd(view, start, view.length);
  const rdataAt = stepOver(view, at, 10, 'type, class, TTL and length of a record');
  const type = view.readUInt16BE(at);
  const rdataLength = view.readUInt16BE(at + 8);
  const end = stepOver(view, rdataAt, rdataLength, `the ${rdataLength} bytes of a record's data`);
  if (type === TYPE_NUMBERS.OPT && at !== start + 1) throw new Malformed(start, 'an OPT record belongs to the root');
  const dataEnd = rdataEnd(view, type, rdataAt, end);
  if (dataEnd !== end) throw new Malformed(dataEnd, `a record's data ends at byte ${dataEnd}, its length says ${end}`);
  return { type, rdataAt, rdataLength };
}

/** Where the data of a record ends by its own account. */
function rdataEnd(view: Buffer, type: number, at: number, end: number): number {
  switch (type) {
    case TYPE_NUMBERS.A:
      return at + 4;
    case TYPE_NUMBERS.AAAA:
      return at + 16;
    case TYPE_NUMBERS.NS:
    case TYPE_NUMBERS.CNAME:
    case TYPE_NUMBERS.PTR:
      return nameEnd(view, at, end);
    case TYPE_NUMBERS.MX:
      return nameEnd(view, at + 2, end);
    case TYPE_NUMBERS.SRV:
      return nameEnd(view, at + 6, end);
    case TYPE_NUMBERS.SOA:
      return nameEnd(view, nameEnd(view, at, end), end) + 20;
    case TYPE_NUMBERS.TXT:
      if (at === end) throw new Malformed(at, 'a TXT record has at least one string');
      while (at < end) at += 1 + view[at]!;
      return at;
    case TYPE_NUMBERS.OPT:
      while (at + 4 <= end) at += 4 + view.readUInt16BE(at + 2);
      return at;
    default:
      return end;
  }
}

/** The offset behind a name. Pointers must lead backwards, so that no name goes round in circles. */
function nameEnd(view: Buffer, start: number, limit: number): number {
  let at = start;
  let end: number | undefined;
  let lowest = start;
  let length = 1;
  for (;;) {
    const size = view[at];
    if (size === undefined || (end === undefined && at >= limit)) throw new Malformed(at, 'a name does not end');
    if (size === 0) return end ?? at + 1;
    if (size >= 0xc0) {
      const target = ((size & 0x3f) << 8) | (view[at + 1] ?? 0);
      if (at + 2 > (end === undefined ? limit : view.length)) throw new Malformed(at, 'a pointer does not end');
      if (target >= lowest || target < 12)
        throw new Malformed(at, 'a pointer in a name must lead back to an earlier name');
      end ??= at + 2;
      lowest = target;
      at = target;
    } else if (size > 63) {
      throw new Malformed(at, 'a label has at most 63 bytes');
    } else {
      length += size + 1;
      if (length > 255) throw new Malformed(at, 'a name has at most 255 bytes');
      at += size + 1;
    }
  }
}

function stepOver(view: Buffer, at: number, size: number, what: string): number {
  if (at + size > view.length) throw new Malformed(view.length, `${what} should reach to byte ${at + size}`);
  return at + size;
}
