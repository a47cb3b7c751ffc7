import { isUtf8 } from 'node:buffer';
import { characterOfStray } from './stray-byte.js';

/** Bytes as text in which a byte that is not UTF-8 keeps its value: `visibleRuns` shows it as `\xf1`. */
export function bytesText(raw: Uint8Array): string {
  if (isUtf8(raw)) return Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('utf8');
  let text = '';
  for (let at = 0; at < raw.length; ) {
    const character = raw.subarray(at, at + sequenceLength(raw[at]!));
    if (isUtf8(character)) {
      text += Buffer.from(character).toString('utf8');
      at += character.length;
    } else {
      text += characterOfStray(raw[at]!);
      at += 1;
    }
  }
  return text;
}

function sequenceLength(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}
