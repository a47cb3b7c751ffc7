/** An exact fraction. The denominator is positive; the fraction need not be in lowest terms. */
export interface Rational {
  numerator: bigint;
  denominator: bigint;
}

/** Exponents beyond this are cut off: `1e999999999` must cost no memory, and no expected number comes near. */
const LARGEST_EXPONENT = 5000n;

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/**
 * The exact value of a number as written (`-3`, `0.1`, `1e+20`), of a bigint, or of a double read through its shortest
 * decimal form (0.1 is one tenth). Throws a RangeError for anything else, NaN and the infinities included.
 */
export function rational(of: string | number | bigint): Rational {
  const parts = PLAIN.exec(String(of));
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts ?? [];
  if (whole === '' && fraction === '') throw new RangeError(`not a number: ${of}`);
  let power = BigInt(exponent) - BigInt(fraction.length);
  if (power > LARGEST_EXPONENT) power = LARGEST_EXPONENT;
  if (power < -LARGEST_EXPONENT - BigInt(fraction.length)) power = -LARGEST_EXPONENT - BigInt(fraction.length);
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return power >= 0n
    ? { numerator: digits * 10n ** power, denominator: 1n }
    : { numerator: digits, denominator: 10n ** -power };
}

/** The exact result of `a operator b`, or `undefined` where there is none (division by zero). */
export function calculate(a: Rational, operator: '+' | '-' | '*' | '/', b: Rational): Rational | undefined {
  switch (operator) {
    case '+':
      return over(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
    case '-':
      return over(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
    case '*':
      return over(a.numerator * b.numerator, a.denominator * b.denominator);
    case '/':
      if (b.numerator === 0n) return undefined;
      return over(a.numerator * b.denominator, a.denominator * b.numerator);
  }
}

/** Whether two fractions are the same number. */
export function equal(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator;
}

/** Whether `|a - b| <= limit`, exactly. */
export function within(a: Rational, b: Rational, limit: Rational): boolean {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return magnitude(difference) * limit.denominator <= limit.numerator * a.denominator * b.denominator;
}

export function isInteger(a: Rational): boolean {
  return a.numerator % a.denominator === 0n;
}

/** The absolute value of a fraction, times another. */
export function scaled(a: Rational, by: Rational): Rational {
  return over(magnitude(a.numerator) * by.numerator, a.denominator * by.denominator);
}

/** A fraction for people to read: exact where it is a short decimal, otherwise to 12 significant digits. */
export function shown(a: Rational): string {
  if (isInteger(a)) return String(a.numerator / a.denominator);
  return String(Number(approximate(a).toPrecision(12)));
}

/** The double nearest to a fraction, to within an ulp or two. */
function approximate(a: Rational): number {
  if (isInteger(a)) return Number(a.numerator / a.denominator);
  // Scaled so that the integer quotient carries 20 digits whatever the sizes are.
  const shift = BigInt(Math.max(0, String(a.denominator).length - String(magnitude(a.numerator)).length) + 20);
  const quotient = (a.numerator * 10n ** shift) / a.denominator;
  return Number(`${quotient}e-${shift}`);
}

function over(numerator: bigint, denominator: bigint): Rational {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}
