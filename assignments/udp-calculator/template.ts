import { answersNumber, calculate, numbersIn } from '../../harness/index.js';
import { type Computation, OPERATORS, type Operator } from './computation.js';
import type { Conversation } from './conversation.js';

/** A client's fixed request, as a text in which other numbers can be put. */
export interface Template {
  operator: Operator;
  write(computation: Computation): Buffer[][];
  /** Whether the operator stands in the text as its sign, so that another one can be put there. */
  anyOperator: boolean;
}

/**
 * The request of a client that asks for nothing, where it is one text with two numbers in it. Which operator it means is read off the
 * server's answer. Undefined where that cannot be told, as in a binary format.
 */
export function templateOf({ turns }: Conversation): Template | undefined {
  const last = turns.at(-1);
  if (last?.sent.length !== 1) return undefined;
  const text = last.sent[0]!.toString('utf8');
  const [a, b, ...more] = numbersIn(text);
  if (!a || !b || more.length > 0 || text.includes('\ufffd')) return undefined;
  const operator = OPERATORS.find((sign) => {
    const result = calculate(a.value, sign, b.value);
    return result && answersNumber(last.answered.toString('utf8'), result, text).ok;
  });
  if (!operator) return undefined;
  const between = [text.slice(0, a.at), text.slice(a.at + a.text.length, b.at), text.slice(b.at + b.text.length)];
  const anyOperator = between.join('').split(operator).length === 2;
  const write = (computation: Computation): Buffer[][] => {
    const [before, middle, after] = between.map((part) =>
      anyOperator ? part.replace(operator, computation.operator) : part,
    );
    const request = `${before}${computation.a}${middle}${computation.b}${after}`;
    return [...turns.slice(0, -1).map(({ sent }) => sent), [Buffer.from(request)]];
  };
  return { operator, write, anyOperator };
}
