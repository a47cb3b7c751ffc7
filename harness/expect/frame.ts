/**
 * What stands before a text and says how long it is: two bytes of `DataOutputStream.writeUTF`, four of `struct.pack("!I", …)`, the head of
 * a serialized `String`. `fixed` comes first and is always the same; the length follows in `size` bytes.
 */
export interface Frame {
  fixed: Buffer;
  size: 2 | 4;
  order: 'big' | 'little';
}

/** No head is longer than this before its length. */
const LONGEST_FIXED = 12;

/** The frame of a message that is one framed text; undefined where the text stands there plainly. */
export function frameOf(message: Buffer): Frame | undefined {
  for (const size of [4, 2] as const) {
    for (let at = 0; at <= LONGEST_FIXED && at + size < message.length; at++) {
      for (const order of ['big', 'little'] as const) {
        const length = order === 'big' ? message.readUIntBE(at, size) : message.readUIntLE(at, size);
        // A length of less than 256 has a zero byte, which no text holds.
        const plain = !message.subarray(at, at + size).includes(0);
        if (length === message.length - at - size && !plain)
          return { fixed: Buffer.from(message.subarray(0, at)), size, order };
      }
    }
  }
  return undefined;
}

/** The text in a message that has a frame. */
export function unframed(message: Buffer, frame: Frame | undefined): string {
  return message.subarray(frame ? frame.fixed.length + frame.size : 0).toString('utf8');
}

/** A text as a program sends it that puts this frame around its texts. */
export function framed(text: string, frame: Frame | undefined): Buffer {
  const body = Buffer.from(text);
  if (!frame) return body;
  const length = Buffer.alloc(frame.size);
  if (frame.order === 'big') length.writeUIntBE(body.length, 0, frame.size);
  else length.writeUIntLE(body.length, 0, frame.size);
  return Buffer.concat([frame.fixed, length, body]);
}
