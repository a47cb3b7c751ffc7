/** One measured line: what, how much, and how that compares with what is aimed at. */
export interface Line {
  what: string;
  value: string;
  against?: string;
  aim?: string;
  met?: boolean;
}

/** The lines in columns. */
export function table(lines: Line[]): string {
  const cells = lines.map(({ what, value, against = '', aim = '', met }) => [
    what,
    value,
    against,
    aim,
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function ms(value: number): string {
  return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value)} ms`;
}

export function times(value: number): string {
  return `${value.toFixed(2)} times`;
}
