import type { PackedClass, PackedRow } from '../../class-data.js';
import { type Bin, isSettled, type SharedCause, shareOf } from './statistics.js';

/** What narrows the table, beside the search. */
export type Filter =
  | { by: 'score'; bin: Bin }
  | { by: 'check'; check: number }
  | { by: 'cause'; shared: SharedCause }
  | { by: 'state'; state: 'p' | 'm' | 'late' };

export type Column = 'name' | 'score' | 'passed' | 'causes' | 'late';

export interface Order {
  column: Column;
  ascending: boolean;
}

/** The rows to show, in order. Every word of the search must be in the name, a cause or the lateness. */
export function selected(data: PackedClass, search: string, filters: readonly Filter[], order: Order): PackedRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const text = (row: PackedRow) => {
    const causes = causesOf(data, row);
    return [row.name, ...causes, ...causes.map(causeWords), row.late ?? ''].join(' ').toLowerCase();
  };
  const rows = data.rows.filter((row) => filters.every((filter) => fits(row, filter)));
  const found = words.length === 0 ? rows : rows.filter((row) => words.every((word) => text(row).includes(word)));
  const direction = order.ascending ? 1 : -1;
  return found.sort((a, b) => direction * compare(data, a, b, order.column) || byName(a.name, b.name));
}

/** The causes of a row's failures, each once. */
export function causesOf(data: PackedClass, row: PackedRow): string[] {
  return [...new Set(row.why.map(([, cause]) => data.causes[cause] ?? ''))];
}

/** A cause's code as words: `no-reply` is "no reply"; some codes say more in other words. */
export function causeWords(code: string): string {
  return WORDS[code] ?? code.replaceAll('-', ' ');
}

const WORDS: Record<string, string> = {
  mismatch: 'wrong answer',
  incomplete: 'a part is missing',
  echo: 'echoes the question',
  constant: 'constant answer',
  stale: 'old answer',
  memory: 'too much memory',
  cpu: 'too much processor time',
  processes: 'too many processes',
  sockets: 'too many sockets',
  'file-size': 'too large a file',
  'open-files': 'too many open files',
  'file-count': 'too many files',
  'private-format': 'format of its own',
};

/** How many checks a row passed. */
export function passedOf(row: PackedRow): number {
  return row.states.split('p').length - 1;
}

/** What a filter keeps, in words. */
export function filterWords(data: PackedClass, filter: Filter): string {
  switch (filter.by) {
    case 'score':
      return filter.bin.from >= 100 ? 'full marks' : `score ${filter.bin.from}–${filter.bin.to - 1} %`;
    case 'check':
      return `did not pass: ${data.checks[filter.check]?.title}`;
    case 'cause':
      return `${causeWords(data.causes[filter.shared.cause] ?? '')}: ${data.checks[filter.shared.check]?.title}`;
    case 'state':
      return { p: 'to be regraded', m: 'nothing handed in', late: 'late' }[filter.state];
  }
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare;

function fits(row: PackedRow, filter: Filter): boolean {
  switch (filter.by) {
    case 'score': {
      const share = shareOf(row);
      return isSettled(row) && share >= filter.bin.from && (filter.bin.from >= 100 || share < filter.bin.to);
    }
    case 'check':
      return 'fs'.includes(row.states[filter.check] ?? '-');
    case 'cause':
      return row.why.some(([check, cause]) => check === filter.shared.check && cause === filter.shared.cause);
    case 'state':
      return filter.state === 'late' ? row.late !== undefined : row.state === filter.state;
  }
}

function compare(data: PackedClass, a: PackedRow, b: PackedRow, column: Column): number {
  switch (column) {
    case 'name':
      return byName(a.name, b.name);
    case 'score':
      return (isSettled(a) ? shareOf(a) : -1) - (isSettled(b) ? shareOf(b) : -1);
    case 'passed':
      return passedOf(a) - passedOf(b);
    case 'causes':
      return byName(causesOf(data, a).join(' ') || '\uffff', causesOf(data, b).join(' ') || '\uffff');
    case 'late':
      return byName(a.late ?? '', b.late ?? '');
  }
}
