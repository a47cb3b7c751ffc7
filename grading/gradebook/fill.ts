/** A platform's sheet with the scores in it, and everything that a person should know before uploading it. */
export interface Filled {
  csv: string;
  /** The columns and the scale, in sentences. */
  notes: string[];
  filled: number;
  /** A score replaced another one. */
  changed: { name: string; from: string; to: string }[];
  /** In the sheet and in the class, and yet not written: provisional, locked, excused, two that fit. */
  notWritten: { name: string; why: string }[];
  /** Graded, but nobody in the sheet fits. */
  unmatched: { name: string; why: string }[];
}

/** A score on the sheet's own scale, with at most two decimals. */
export function scaled(score: number, from: number, to: number): number {
  return Math.round(((score * to) / from) * 100) / 100;
}
