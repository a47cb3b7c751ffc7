import { calculate, type Random, type Rational, rational } from '../../harness/index.js';

export const OPERATORS = ['+', '-', '*', '/'] as const;

export type Operator = (typeof OPERATORS)[number];

/** A computation as a user would write it. */
export interface Computation {
  a: string;
  operator: Operator;
  b: string;
}

/** A way of writing a computation in one datagram. */
export interface Dialect {
  name: string;
  write(computation: Computation): string;
}

/** The dialects that a server may understand, the homework's own first. */
export const DIALECTS: Dialect[] = [
  { name: '5 + 6', write: ({ a, operator, b }) => `${a} ${operator} ${b}` },
  { name: '5+6', write: ({ a, operator, b }) => `${a}${operator}${b}` },
  { name: '(+, 5, 6)', write: ({ a, operator, b }) => `(${operator}, ${a}, ${b})` },
  { name: '+ 5 6', write: ({ a, operator, b }) => `${operator} ${a} ${b}` },
  { name: '+,5,6', write: ({ a, operator, b }) => `${operator},${a},${b}` },
  { name: '+, 5, 6', write: ({ a, operator, b }) => `${operator}, ${a}, ${b}` },
  { name: '5 + 6 and a newline', write: ({ a, operator, b }) => `${a} ${operator} ${b}\n` },
  { name: '5,+,6', write: ({ a, operator, b }) => `${a},${operator},${b}` },
  { name: '5, 6, +', write: ({ a, operator, b }) => `${a}, ${b}, ${operator}` },
  { name: '5 6 +', write: ({ a, operator, b }) => `${a} ${b} ${operator}` },
  { name: '5;+;6', write: ({ a, operator, b }) => `${a};${operator};${b}` },
  { name: '+;5;6', write: ({ a, operator, b }) => `${operator};${a};${b}` },
  { name: 'add 5 6', write: ({ a, operator, b }) => `${WORD[operator]} ${a} ${b}` },
  { name: 'add,5,6', write: ({ a, operator, b }) => `${WORD[operator]},${a},${b}` },
  { name: '5,6,add', write: ({ a, operator, b }) => `${a},${b},${WORD[operator]}` },
];

const WORD: Record<Operator, string> = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div' };

export function isDivisionByZero({ operator, b }: Computation): boolean {
  return operator === '/' && Number(b) === 0;
}

/** The exact result of a computation that does not divide by zero. */
export function resultOf({ a, operator, b }: Computation): Rational {
  return calculate(rational(a), operator, rational(b))!;
}

/** The result as a person would write it. */
export function numberText(computation: Computation): string {
  const { numerator, denominator } = resultOf(computation);
  return numerator % denominator === 0n
    ? String(numerator / denominator)
    : String(Number(numerator) / Number(denominator));
}

/** A computation with positive whole numbers, whose result a mix-up of the operands or of the operator would change. */
export function wholeNumbers(random: Random, operator: Operator): Computation {
  const b = random.int(3, 29);
  switch (operator) {
    case '-':
      // The larger one second: the sign of the result shows the order.
      return { a: String(random.int(30, 60)), operator, b: String(random.int(61, 99)) };
    case '/':
      // An odd number over an even one: never whole, and its decimals end after three places.
      return { a: String(random.int(10, 40) * 2 + 1), operator, b: String(random.pick([2, 4, 8])) };
    default:
      return { a: String(random.int(31, 98)), operator, b: String(b) };
  }
}

/** Whether a text writes this computation in any order, with its operands and nothing else that is a number. */
export function writes(text: string, { a, b }: Computation): boolean {
  const has = (number: string) => new RegExp(`(?<![\\d.])${number.replace(/[.-]/g, '\\$&')}(?![\\d.]*\\d)`).test(text);
  return has(a) && has(b);
}

/** Reads a computation that is written plainly, infix or prefix; undefined for anything else. */
export function readComputation(text: string): Computation | undefined {
  const number = '([-+]?\\d+(?:\\.\\d+)?)';
  const infix = new RegExp(`^\\s*${number}\\s*([-+*/])\\s*${number}\\s*$`).exec(text);
  if (infix) return { a: infix[1]!, operator: infix[2] as Operator, b: infix[3]! };
  const prefix = new RegExp(`^\\s*\\(?\\s*['"]?([-+*/])['"]?\\s*,?\\s*${number}\\s*,?\\s*${number}\\s*\\)?\\s*$`).exec(
    text,
  );
  return prefix ? { a: prefix[2]!, operator: prefix[1] as Operator, b: prefix[3]! } : undefined;
}
