/** Bytes as they travel in results: readable, and exact even where they are not text. */
export interface Bytes {
  /** The bytes read as UTF-8; what is not UTF-8 shows as U+FFFD. */
  text: string;
  /** The exact bytes, present only where `text` would not give them back. */
  base64?: string;
}

/** Wraps raw bytes for a result. */
export function bytesOf(data: Uint8Array | string): Bytes {
  const raw = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const text = raw.toString('utf8');
  return Buffer.from(text).equals(raw) ? { text } : { text, base64: raw.toString('base64') };
}

/** The raw bytes again. */
export function rawOf(bytes: Bytes): Buffer {
  return bytes.base64 === undefined ? Buffer.from(bytes.text) : Buffer.from(bytes.base64, 'base64');
}
