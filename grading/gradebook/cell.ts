import { csvText } from '../explain/escape.js';

/** A cell that no spreadsheet reads as a formula. Plain numbers stay numbers, the negative ones too. */
export function safeCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return /^[+-]?\d+([.,]\d+)?$/.test(value) ? value : csvText(value);
}
