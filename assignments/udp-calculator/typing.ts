import { answerTo, type CheckContext, CheckFailure, type ClientProgram, menuIn } from '../../harness/index.js';
import { type Computation, OPERATORS, type Operator, writes } from './computation.js';

/** What a client's user may be asked for. */
type Wish = 'a' | 'operator' | 'b' | 'both' | 'all';

/** A way of typing a computation: following the prompts, or lines in a fixed order. */
type Plan = 'by prompts' | Wish[];

const PLANS: Plan[] = ['by prompts', ['all'], ['a', 'operator', 'b'], ['operator', 'a', 'b'], ['a', 'b', 'operator']];

const EXPRESSION =
  /express|calcul|comput|equation|problem|operaci[oó]n|opera[cç][aã]o|operation|rechnung|\d\s*[-+*/]\s*\d|\(\s*[-+*/]\s*,/i;
const OPERATOR =
  /operator|operador|\bop\b|operación|sign\b|symbol|signo|zeichen|s[ií]mbolo|[-+*/x]\s*[,|/ ]\s*[-+*/x]\s*[,|/ ]\s*[-+*/x]|operand?e?ur/i;
const SECOND = /second|2nd|num(ber|ero|éro)?\s*_?2|segundo|zweite|deuxi|\b(b|y|n2|num2|op2)\s*[:=>?]|الثاني/i;
const FIRST = /first|1st|num(ber|ero|éro)?\s*_?1|primer|erste|premi|\b(a|x|n1|num1|op1)\s*[:=>?]|الأول/i;
const BOTH =
  /\b(?:two|both|2|dos|dois|deux|zwei|iki)\s+(?:numbers|integers|operands|values|n[uú]meros|nombres|zahlen|say[ıi])/i;
const NUMBER = /number|n[uú]mero|operand|zahl|nombre|value|valor|رقم|العدد/i;

/** How long after its first datagram a client that neither ends nor settles may take for its next. */
const ONE_BY_ONE_WITHIN_MS = 1500;

/** A client that has been given a computation and has sent it. */
export interface Sent {
  client: ClientProgram;
  /** Every datagram that it sent for it. */
  messages: Buffer[];
  /** Whether it asked its user at all; otherwise its computation stands in the program. */
  asked: boolean;
}

/**
 * Starts the client and gives it a computation in whatever way it asks for one; remembers the way that worked.
 * @throws CheckFailure when it never sends
 */
export async function sendByClient(context: CheckContext, computation: Computation): Promise<Sent> {
  const { startClient, learned } = context;
  const known = learned.get('typing') as Plan | undefined;
  const plans = known ? [known] : PLANS;
  // A menu before the calculation is looked into when nothing that can be typed at once has led anywhere.
  const tries = [
    ...plans.map((plan) => ({ plan, findsAnswers: known !== undefined })),
    ...(known ? [] : plans.map((plan) => ({ plan, findsAnswers: true }))),
  ];
  let failed: unknown;
  let looked = false;
  let unread: { plan: Plan; datagrams: number } | undefined;
  for (const { plan, findsAnswers } of tries) {
    if (findsAnswers && !known && !context.offersChoice()) break;
    try {
      const client = await startClient({
        typist: () => typistOf(plan, computation),
        findsAnswers,
        message: `${computation.a} ${computation.operator} ${computation.b}`,
      });
      // Some clients send operand, operator and operand one by one; how many datagrams a computation takes is learned once.
      const count = learned.get('datagrams') as number | undefined;
      const { arrivals } = client.datagrams();
      await client.until(() => count !== undefined && arrivals.length >= count, ONE_BY_ONE_WITHIN_MS);
      const messages = client.datagrams().arrivals.map((arrival) => arrival.data);
      const sent = { client, messages, asked: client.typed.length > 0 };
      if (!sent.asked || writes(messages.map(String).join(' '), computation) || plans.length === 1) {
        if (sent.asked) learned.set('typing', plan);
        learned.set('datagrams', messages.length);
        return sent;
      }
      unread ??= { plan, datagrams: messages.length };
      await client.dispose();
    } catch (error) {
      if (
        !(error instanceof CheckFailure) ||
        error.cause.step === 'build' ||
        ['no-program', 'does-not-build', 'wrong-transport', 'missing-module'].includes(error.cause.code)
      )
        throw error;
      // What comes of the right answer at a menu says more than what comes of a wrong one.
      if (findsAnswers && !known && !looked) failed = error;
      looked = findsAnswers;
      failed ??= error;
    }
  }
  if (!unread) throw failed;
  // It sends what we cannot read: a format of its own. The first way that made it send is the way.
  learned.set('typing', unread.plan);
  learned.set('datagrams', unread.datagrams);
  return sendByClient(context, computation);
}

function typistOf(plan: Plan, computation: Computation): (prompt: string) => string | undefined {
  const { a, operator, b } = computation;
  const lines = { a, operator, b, both: `${a} ${b}`, all: `${a} ${operator} ${b}` };
  if (plan !== 'by prompts') {
    let next = 0;
    return (prompt) => (next < plan.length ? lines[plan[next++]!] : answerTo(prompt, 'end'));
  }
  const given = new Set<Wish>();
  return (prompt) => {
    const leaving = given.size > 0 ? answerTo(prompt, 'end') : undefined;
    if (leaving !== undefined) return leaving;
    const choice = menuChoice(prompt, computation.operator) ?? operatorWord(prompt, computation.operator);
    if (choice !== undefined && !given.has('operator')) {
      given.add('operator');
      return choice;
    }
    const wish = wishOf(lastLine(prompt), given);
    if (given.has('all') || given.has(wish)) return undefined;
    for (const part of wish === 'both' ? (['a', 'b'] as const) : [wish]) given.add(part);
    return lines[wish];
  };
}

/** What programs call the operators. */
const WORDS: Record<Operator, string> = {
  '+': 'add|addition|sum|suma|sumar|soma|plus',
  '-': 'sub|subtract\\w*|minus|resta|restar|menos|subtração|difference',
  '*': 'mul|multipl\\w*|times|product',
  '/': 'div|divi\\w*|quotient',
};

/** Where a menu of four choices (and a way out) is read that has no word for them that we know. */
const USUAL_ORDER: Operator[] = ['+', '-', '*', '/'];

const SIGNS: Record<Operator, string> = { '+': '\\+', '-': '-', '*': '\\*|x', '/': '\\/' };

/** The number or letter by which a menu offers an operator: `1) add  2) subtract`. */
function menuChoice(prompt: string, operator: Operator): string | undefined {
  const found = new RegExp(
    `(?:^|[\\s(\\[])(\\d|[a-z])\\s*[).:=\\]-]+\\s*(?:${WORDS[operator]}|${SIGNS[operator]})(?![\\w])`,
    'im',
  ).exec(prompt)?.[1];
  if (found !== undefined) return found;
  const menu = menuIn(prompt);
  const choices = menu?.exit === undefined ? (menu?.choices.slice(0, 4) ?? []) : menu.choices;
  return choices.length === USUAL_ORDER.length ? choices[USUAL_ORDER.indexOf(operator)] : undefined;
}

/** The word for an operator where a prompt offers words and no signs: "SUMA o RESTA". */
function operatorWord(prompt: string, operator: Operator): string | undefined {
  const line = lastLine(prompt);
  const words = (of: Operator) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS[of]})(?![\\p{L}\\p{N}])`, 'iu').exec(line)?.[0];
  const offered = OPERATORS.filter((of) => words(of) !== undefined);
  return offered.length > 1 && !/[-+*/](?=\s|[,)\]'"]|$)/.test(line) ? words(operator) : undefined;
}

function lastLine(prompt: string): string {
  const lines = prompt.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.at(-1) ?? '';
}

function wishOf(prompt: string, given: Set<Wish>): Wish {
  const nextNumber = given.has('a') ? 'b' : 'a';
  if (BOTH.test(prompt) && given.size === 0 && !/oper|sign|calc/i.test(prompt)) return 'both';
  if (SECOND.test(prompt)) return 'b';
  if (FIRST.test(prompt)) return 'a';
  if (OPERATOR.test(prompt) && !/\d\s*[-+*/]\s*\d/.test(prompt)) return 'operator';
  if (given.size > 0 && EXPRESSION.test(prompt)) return 'operator';
  if (EXPRESSION.test(prompt)) return 'all';
  if (NUMBER.test(prompt)) return nextNumber;
  if (given.size === 0) return 'all';
  return given.has('operator') ? nextNumber : given.has('b') || given.has('a') ? 'operator' : nextNumber;
}
