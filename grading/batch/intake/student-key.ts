import { createHash } from 'node:crypto';

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Keys that are good file names on every system, one for each identity. Depends only on the identities, not on their
 * order, so that a student who is added later changes nobody else's key unless their names are spelt alike.
 */
export function studentKeys(identities: readonly string[]): string[] {
  const slugs = identities.map(slug);
  const times = new Map<string, number>();
  for (const key of slugs) times.set(key, (times.get(key) ?? 0) + 1);
  return slugs.map((key, index) => {
    const plain = times.get(key) === 1 && key !== '' && !RESERVED.test(key);
    return plain ? key : [key, shortHash(identities[index]!)].filter(Boolean).join('-');
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
  return [...tame].slice(0, 60).join('').replace(/^-|-$/g, '');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
