import { createHash } from 'node:crypto';

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A name may have 255 bytes; behind the key come a hash, `.json` and what the atomic writer appends. */
const MOST_BYTES = 180;
const MOST_LETTERS = 60;

/** What tells people apart; the name alone where nothing else is known. */
interface Identity {
  name: string;
  platformId?: string;
  id?: string;
  email?: string;
}

/**
 * Keys that are good file names on every system, one for each person and no two alike. Depends only on the people, not on their
 * order, so that a student who is added later changes nobody else's key unless their names are spelt alike; only those of whom
 * everything is alike are told apart by their order.
 */
export function studentKeys(people: readonly Identity[]): string[] {
  const slugs = people.map(({ name, platformId }) => slug(joined([name, platformId])));
  const times = new Map<string, number>();
  for (const key of slugs) times.set(key, (times.get(key) ?? 0) + 1);
  const identities = numbered(people.map(({ name, platformId, id, email }) => joined([name, platformId, id, email])));
  const hashed = slugs.map((key, index) => [key, shortHash(identities[index]!)].filter(Boolean).join('-'));
  // Somebody may be called what another one's key would be.
  const unusable = new Set(hashed);
  return slugs.map((key, index) => {
    const plain = times.get(key) === 1 && key !== '' && !RESERVED.test(key) && !unusable.has(key);
    return plain ? key : hashed[index]!;
  });
}

function joined(parts: readonly (string | undefined)[]): string {
  return [...new Set(parts)].filter(Boolean).join(' ');
}

function numbered(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const before = seen.get(text) ?? 0;
    seen.set(text, before + 1);
    return before === 0 ? text : `${text}\n${before + 1}`;
  });
}

function slug(identity: string): string {
  const tame = identity
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .normalize('NFC');
  return beginning(tame).replace(/^-|-$/g, '');
}

/** As much of a text as a key may have of it. */
function beginning(text: string): string {
  let kept = '';
  for (const letter of [...text].slice(0, MOST_LETTERS)) {
    if (Buffer.byteLength(kept + letter) > MOST_BYTES) break;
    kept += letter;
  }
  return kept;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
