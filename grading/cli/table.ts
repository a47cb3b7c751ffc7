import { stringWidth } from '../explain/string-width.js';

/**
 * Rows as lines whose columns stand under each other, two spaces apart. `right` names the columns that hold numbers.
 * Widths are those of the screen, so that wide characters and colours do no harm.
 */
export function columns(
  rows: readonly (readonly string[])[],
  { right = [] }: { right?: readonly number[] } = {},
): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const gap = ' '.repeat(widths[column]! - stringWidth(cell));
          return right.includes(column) ? gap + cell : cell + gap;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
