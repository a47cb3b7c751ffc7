import { createHash } from 'node:crypto';

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A name may have 255 bytes; behind the key come a hash, `.json` and what the atomic writer appends. */
const MOST_BYTES = 180;
const MOST_LETTERS = 60;

/**
 * Keys that are good file names on every system, one for each identity and no two alike. Depends only on the identities, not on their
 * order, so that a student who is added later changes nobody else's key unless their names are spelt alike.
 */
export function studentKeys(identities: readonly string[]): string[] {
  const slugs = identities.map(slug);
  const times = new Map<string, number>();
  for (const key of slugs) times.set(key, (times.get(key) ?? 0) + 1);
  const hashed = slugs.map((key, index) => [key, shortHash(identities[index]!)].filter(Boolean).join('-'));
  // Somebody may be called what another one's key would be.
  const unusable = new Set(hashed);
  return slugs.map((key, index) => {
    const plain = times.get(key) === 1 && key !== '' && !RESERVED.test(key) && !unusable.has(key);
    return plain ? key : hashed[index]!;
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
