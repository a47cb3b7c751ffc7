import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowOf } from '../batch/test/rows.js';
import { fillCanvas } from './fill-canvas.js';
import { fillMoodle } from './fill-moodle.js';

/** What people write and sheets hold, as plain text. */
const said = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-',
    '=1+1',
    '0',
    '007',
    '1,5',
    'a "b" c',
    '"',
    'two\nlines',
    'two\r\nlines',
    ' x ',
    'ü;\tß,',
  ),
  fc.string({ maxLength: 8 }),
);
interface Cell {
  text: string;
  quoted: boolean;
}
const cell = fc.record({ text: said, quoted: fc.boolean() });
const line = fc.record({
  /** Of somebody in the class, or not. */
  graded: fc.boolean(),
  grade: fc.record({ text: fc.constantFrom('', '12', '100.00'), quoted: fc.boolean() }),
  others: fc.tuple(cell, cell, cell),
  emptyLineBehind: fc.boolean(),
});
const sheet = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  bom: fc.constantFrom('', '\uFEFF'),
  endsOpen: fc.boolean(),
});
type Made = typeof sheet extends fc.Arbitrary<infer Value> ? Value : never;

const plain = (text: string): Cell => ({ text, quoted: false });

function written({ text, quoted }: Cell): string {
  return quoted || /["\r\n,;\t]/.test(text) || text.startsWith('\uFEFF') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The bytes of a sheet with these cells. */
function textOf(rows: Cell[][], { lines, delimiter, end, bom, endsOpen }: Made): string {
  const texts = rows.map((cells) => cells.map(written).join(delimiter));
  const [heading = '', ...rest] = texts;
  const behind = rest.map((text, at) => text + end + (lines[at]!.emptyLineBehind ? end : ''));
  const whole = bom + heading + end + behind.join('');
  return endsOpen ? whole.replace(/[\r\n]+$/, '') : whole;
}

const SCORE = 64;
const rows = (made: Made) =>
  made.lines.flatMap(({ graded }, at) =>
    graded ? [{ ...rowOf({ name: `Ali ${'abcdef'[at]}`, platformId: String(100 + at) }), score: SCORE }] : [],
  );

const SHEETS = {
  moodle: {
    heading: ['Identifier', 'Full name', 'Status', 'Grade', 'Maximum Grade', 'Grade can be changed', 'A', 'B'],
    line: (number: number, name: string, grade: Cell, [a, b, c]: [Cell, Cell, Cell]): Cell[] => [
      plain(`Participant ${number}`),
      plain(name),
      a,
      grade,
      plain('100.00'),
      plain('Yes'),
      b,
      c,
    ],
    fill: (text: string, made: Made) => fillMoodle(Buffer.from(text), rows(made), { fromMoodle: true }),
  },
  canvas: {
    heading: ['Student', 'ID', 'SIS Login ID', 'Section', 'UDP hello (501)', 'Words (502)', 'Final Score'],
    line: (number: number, name: string, grade: Cell, [a, b, c]: [Cell, Cell, Cell]): Cell[] => [
      plain(name),
      plain(String(number)),
      plain(''),
      a,
      grade,
      b,
      c,
    ],
    fill: (text: string, made: Made) =>
      fillCanvas(Buffer.from(text), rows(made), {
        fromCanvas: true,
        assignment: { id: 'udp-hello', title: 'UDP hello' },
      }),
  },
};

test.each(Object.entries(SHEETS))(
  'a filled sheet of %s is the template but for the grades',
  (_, { heading, line, fill }) => {
    fc.assert(
      fc.property(sheet, (made) => {
        const cells = (gradeOf: (one: Made['lines'][number]) => Cell): Cell[][] => [
          heading.map(plain),
          ...made.lines.map((one, at) => line(100 + at, `Ali ${'abcdef'[at]}`, gradeOf(one), one.others)),
        ];
        const template = textOf(
          cells(({ grade }) => grade),
          made,
        );
        const expected = textOf(
          cells(({ graded, grade }) => (graded ? { ...grade, text: String(SCORE) } : grade)),
          made,
        );
        expect(fill(template, made).csv, JSON.stringify(template)).toBe(expected);
      }),
      { numRuns: 400 },
    );
  },
);
