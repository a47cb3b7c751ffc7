import { isIPv4, isIPv6 } from 'node:net';

/** Every IP address that stands by itself in a text: IPv4 as written, IPv6 with all its digits, so that spellings can be compared; no reverse names. */
export function addressesShown(text: string): string[] {
  const four = [...text.matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d|\.in-addr)/g)]
    .map(([found]) => found)
    .filter(isIPv4);
  const six = [...text.matchAll(/(?<![\w:.])[0-9a-f:]*:[0-9a-f:]*:[0-9a-f.:]*/gi)].flatMap(([found]) => {
    const address = [found, found.replace(/[.:]$/, '')].find((candidate) => isIPv6(candidate));
    return address ? [longForm(address)] : [];
  });
  return [...four, ...six];
}

/** Whether a text shows an IP address, in any valid spelling (RFC 4291, section 2.2). */
export function showsAddress(text: string, address: string): boolean {
  return addressesShown(text).includes(longForm(address));
}

/** An IPv6 address with its eight groups of four digits in lower case; an IPv4 address as it is. */
export function longForm(address: string): string {
  if (!isIPv6(address)) return address;
  const plain = address.toLowerCase().replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a, b, c, d] = parts.slice(0, 4).map(Number) as [number, number, number, number];
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [left = '', right] = plain.split('::');
  const groups = (half: string) => (half === '' ? [] : half.split(':'));
  const head = groups(left);
  const tail = groups(right ?? '');
  const gap = right === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array<string>(Math.max(0, gap)).fill('0'), ...tail]
    .map((group) => group.padStart(4, '0'))
    .join(':');
}
