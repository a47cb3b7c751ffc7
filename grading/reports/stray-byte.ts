/** Where the bytes that are not UTF-8 are put, as lone surrogates that no decoded text has (as Python's `surrogateescape` does). */
const AWAY = 0xdc00;

/** The character that keeps the place of a byte that is no text. */
export function characterOfStray(byte: number): string {
  return String.fromCharCode(AWAY + byte);
}

/** The byte that a character of such a text stands for, if it stands for one. */
export function strayByte(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return character.length === 1 && code >= AWAY + 0x80 && code <= AWAY + 0xff ? code - AWAY : undefined;
}
