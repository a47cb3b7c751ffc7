import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growth, TWICE_LINEAR } from '../test/growth.js';
import { answersNumber, isNumber, numbersIn, showsNumber } from './numbers.js';
import { calculate, equal, rational } from './rational.js';

const texts = (text: string) => numbersIn(text).map((number) => number.text);

describe('numbersIn', () => {
  test.each([
    ['11', ['11']],
    ['11.0', ['11.0']],
    ['-3', ['-3']],
    ['+4', ['+4']],
    ['1e3', ['1e3']],
    ['1e+20', ['1e+20']],
    ['11.000000', ['11.000000']],
    ['.5', ['.5']],
    ['The sum is 11.', ['11']],
    ['It is 11.Thanks', ['11']],
    ['1,5', ['1', '5']],
    ['1,234,567', ['1,234,567']],
    ['1,234.50', ['1,234.50']],
    ['(1,234)', ['1', '234']],
    ['(+,1,234)', ['1', '234']],
    ['5,1234', ['5', '1234']],
    ['\u22123', ['\u22123']],
    ['\u0661\u0661', ['\u0661\u0661']],
    ['UDP2', []],
    ['x11 2nd 0x1F', []],
    ["b'11'", ['11']],
    ["b'sum:\\n11\\n'", ['11']],
    ['11L 12n', ['11', '12']],
    ['5-6', ['5', '6']],
    ['5--6', ['5', '-6']],
    ['5 - 6', ['5', '6']],
    ['5 * -6=-30', ['5', '-6', '-30']],
    ['127.0.0.1:5550 1.2.3', []],
    ['at 14:05:59 it was 3', ['3']],
    ["('127.0.0.1', 5550)", ['5550']],
    ['5+6:11', ['5', '6', '11']],
    ['{"result":11,"op":"+"}', ['11']],
    ['', []],
    ['.', []],
    ['1,234,', ['1', '234']],
  ])('%s holds %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test('finds every integer where it stands', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom('', 'Result: ', 'a = ', "('x', "), (n, before) => {
        const [found] = numbersIn(`${before}${n}\n`);
        expect(found).toMatchObject({ at: before.length, text: String(n), whole: true });
        expect(equal(found!.value, rational(n))).toBe(true);
      }),
    );
  });

  test('reads every double back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (double) => {
        const [found] = numbersIn(`= ${double}`);
        expect(Number(found!.text)).toBe(double === 0 ? 0 : double);
      }),
    );
  });

  test('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => void numbersIn(text)));
    fc.assert(fc.property(fc.stringMatching(/^[-+0-9.,eE:()\\nb' ]{0,60}$/), (text) => void numbersIn(text)));
  });

  test('an enormous exponent is no answer', () => {
    expect(answersNumber('1e999999999', 11, '5 + 6').ok).toBe(false);
  });

  test.each([
    ['endless digits', (length: number) => `0.${'1'.repeat(length)}e-99999`],
    ['a flood of numbers', (length: number) => '1 '.repeat(length / 2)],
    ['a flood of results', (length: number) => '= 1,234'.repeat(length / 7)],
  ])('%s take time in proportion at most', (_, text) => {
    expect(answersNumber(text(60_000), 11, '5 + 6').ok).toBe(false);
    expect(growth(15_000, (length) => answersNumber(text(length), 11, '5 + 6'))).toBeLessThan(TWICE_LINEAR);
  });
});

describe('answersNumber', () => {
  test.each([
    '11',
    '11.0',
    '11\r\n',
    '11.000000',
    '5 + 6 = 11',
    '5+6=11',
    'Result: 11',
    'Resultado: 11',
    '{"result": 11}',
    '{"result": 11, "a": 5, "b": 6}',
    'the answer of 5 + 6 is: 11',
    'The result of 5.0 + 6.0 is 11.0',
    '11 is the sum of 5 and 6',
    '11 = 5 + 6',
    "('+', 5, 6) = 11",
    '5 + 6 = 11 (request 3)',
    "b'11'",
    '11 ',
    '1.1e1',
    '\u0661\u0661',
  ])('%j is right for 5 + 6', (reply) => {
    expect(answersNumber(reply, 11, '5 + 6')).toMatchObject({ ok: true });
  });

  test.each([
    ['12', 'wrong-number'],
    ['5 + 6', 'echo'],
    ["('+', 5, 6)", 'echo'],
    ['(5.0, 6.0)', 'echo'],
    ['You sent 5+6', 'echo'],
    ['b\'"5 + 6"\'', 'echo'],
    ['5 + 6 = 12', 'wrong-number'],
    ['11 or 12', 'wrong-number'],
    ['56', 'wrong-number'],
    ['invalid', 'no-number'],
    ['', 'no-number'],
    ['11.00001x', 'no-number'],
    ['10.9', 'wrong-number'],
    ['111', 'wrong-number'],
    ['-11', 'wrong-number'],
  ])('%j is refused for 5 + 6: %s', (reply, because) => {
    expect(answersNumber(reply, 11, '5 + 6')).toMatchObject({ ok: false, because });
  });

  test('the second operand said again is no result, even where it is the right number', () => {
    expect(answersNumber('0 + 6', 6, '0 + 6')).toMatchObject({ ok: false, because: 'echo' });
    expect(answersNumber('0 + 6 = 6', 6, '0 + 6')).toMatchObject({ ok: true });
    expect(answersNumber('6', 6, '0 + 6')).toMatchObject({ ok: true });
    expect(answersNumber('0 + 0 = 0', 0, '0 + 0')).toMatchObject({ ok: true });
  });

  test.each([
    ['3.5', '7', '2', true],
    ['3', '7', '2', false],
    ['4', '7', '2', false],
    ['3.50', '7', '2', true],
    ['3.33', '10', '3', true],
    ['3.3333333', '10', '3', true],
    ['3.3', '10', '3', false],
    ['3.34', '10', '3', false],
    ['0.333333', '1', '3', true],
    ['0.33', '1', '3', true],
    ['0.00', '1', '300', false],
    ['617283', '1234567', '2', false],
    ['617284', '1234567', '2', false],
    ['617283.5', '1234567', '2', true],
    ['1.23457e+06', '1234567', '1', true],
    ['1.2346e+06', '1234567', '1', false],
    ['-0.67', '-2', '3', true],
    ['-0.0', '0', '5', true],
  ])('%s for %s / %s: %s', (reply, a, b, ok) => {
    const expected = calculate(rational(a), '/', rational(b))!;
    expect(answersNumber(reply, expected, `${a} / ${b}`).ok).toBe(ok);
  });

  test('a float sum is right, and what a float32 would say too', () => {
    const third = calculate(rational('0.1'), '+', rational('0.2'))!;
    expect(answersNumber('0.30000000000000004', third, '0.1 + 0.2').ok).toBe(true);
    expect(answersNumber('0.30000001192092896', third, '0.1 + 0.2').ok).toBe(true);
    expect(answersNumber('0.301', third, '0.1 + 0.2').ok).toBe(false);
  });

  test.each([
    ['123456789012345678901', true],
    ['123456789012345678902', false],
    ['123456789012345680000', true], // JavaScript
    ['123456789012345683968', true], // printf("%.0f")
    ['1.2345678901234568e+20', true], // Python's float
    ['1.23457e+20', true],
    ['1.2345E+20', false],
    ['123,456,789,012,345,678,901', true],
  ])('%s for 123456789012345678901: %s', (reply, ok) => {
    expect(answersNumber(reply, 123456789012345678901n, '123456789012345678900 + 1').ok).toBe(ok);
  });

  test('2^53 + 1 is not 2^53 where the number is still exact as a double', () => {
    expect(answersNumber('9007199254740991', 9007199254740990n, '1 * 9007199254740990').ok).toBe(false);
  });

  test('accepts every exact integer result and refuses its neighbours', () => {
    const operator = fc.constantFrom('+' as const, '-' as const, '*' as const);
    fc.assert(
      fc.property(fc.bigInt(), operator, fc.bigInt(), (a, op, b) => {
        const expected = calculate(rational(a), op, rational(b))!;
        const request = `${a} ${op} ${b}`;
        expect(answersNumber(`${request} = ${expected.numerator}`, expected, request).ok).toBe(true);
        expect(answersNumber(`Result: ${expected.numerator}.0`, expected, request).ok).toBe(true);
        const near = expected.numerator < 2n ** 53n && expected.numerator > -(2n ** 53n);
        if (near) expect(answersNumber(`= ${expected.numerator + 1n}`, expected, request).ok).toBe(false);
      }),
    );
  });

  test('accepts every quotient in doubles and as two decimals, and refuses one that is a thousandth off', () => {
    const operand = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(operand, operand, (a, b) => {
        const expected = calculate(rational(a), '/', rational(b))!;
        const request = `${a} / ${b}`;
        expect(answersNumber(String(a / b), expected, request).ok).toBe(true);
        expect(answersNumber(String(Math.fround(a / b)), expected, request).ok).toBe(true);
        if (a / b >= 0.01) expect(answersNumber((a / b).toFixed(2), expected, request).ok).toBe(true);
        expect(answersNumber(((a / b) * 1.001).toFixed(9), expected, request).ok).toBe(false);
      }),
    );
  });
});

test('showsNumber finds a result beside an address', () => {
  expect(showsNumber("11 ('127.0.0.1', 5550)", 11)).toBe(true);
  expect(showsNumber("12 ('127.0.0.1', 5550)", 11)).toBe(false);
  expect(showsNumber('1\n2\n3\n', 11)).toBe(false);
});

test('isNumber takes a number in whatever form it is expected', () => {
  const [found] = numbersIn('3.5');
  expect([isNumber(found!, 3.5), isNumber(found!, rational('3.5')), isNumber(found!, 3n)]).toEqual([true, true, false]);
});
