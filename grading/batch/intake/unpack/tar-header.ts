export const TAR_BLOCK_BYTES = 512;

const CHECKSUM_AT = 148;
const CHECKSUM_BYTES = 8;

/** Whether a tar file begins with these bytes: by the checksum, which also the oldest form has (tar(5)). */
export function isTarHeader(block: Buffer): boolean {
  if (block.length < TAR_BLOCK_BYTES) return false;
  const told = Number.parseInt(block.toString('latin1', CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_BYTES).trim(), 8);
  let sum = CHECKSUM_BYTES * 0x20; // its own bytes count as spaces
  for (const [at, byte] of block.subarray(0, TAR_BLOCK_BYTES).entries()) {
    if (at < CHECKSUM_AT || at >= CHECKSUM_AT + CHECKSUM_BYTES) sum += byte;
  }
  return told === sum;
}
