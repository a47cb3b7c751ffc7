import { type Entry, type Listing, wholes } from './listing.js';

/** `week5-20260301T101112Z-1-001.zip`: Google Drive cuts a large download into parts, each an archive of its own, and counts them. */
const PART = /^(.+)-\d{8}T\d{6}Z(?:-\d+)?-(\d{3})\.zip$/;

/** The archives of one download, where a folder holds nothing else that could be a submission; empty where it is none. Two first parts are of two downloads. */
export function downloadParts(listing: Listing): Entry[] {
  const big = wholes(listing);
  const parts = big.map(({ kind, name }) => (kind === 'archive' ? PART.exec(name) : null));
  const stems = new Set(parts.map((part) => part?.[1]));
  const numbers = new Set(parts.map((part) => part?.[2]));
  return big.length > 1 && stems.size === 1 && !stems.has(undefined) && numbers.size === big.length ? big : [];
}
