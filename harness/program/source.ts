/** Reading a program's source as text: comments taken out, the numbers and strings that stand in it. */

/** What begins a string or a comment. */
const OPENINGS = {
  python: /"""|'''|["'#]/g,
  shell: /["'#]/g,
  slash: /["'`]|\/\/|\/\*/g,
  strings: /["']/g,
};
const COMMENT = /^(#|\/\/|\/\*)$/;

/** The source with comments blanked, so that a commented-out program counts as none. Strings are left as they are, lines where they are. */
export function withoutComments(text: string, language: string): string {
  const style = language === 'python' || language === 'shell' ? language : 'slash';
  let code = '';
  let from = 0;
  let tokenEnd = 0;
  for (const { mark, at, end } of tokensOf(text, style)) {
    const before = text.slice(tokenEnd, at);
    const line = tokenEnd === 0 || before.includes('\n') ? before.lastIndexOf('\n') + 1 : undefined;
    const begins = line !== undefined && isBlank(before.slice(line));
    // In Python a string on lines of its own is a remark too.
    if (mark.length === 3 && begins && isBlank(text.slice(end, lineEnd(text, end)))) {
      const next = lineEnd(text, end);
      code += text.slice(from, tokenEnd + line) + newlinesOf(text.slice(tokenEnd + line, next));
      from = next;
    } else if (COMMENT.test(mark)) {
      code += text.slice(from, at) + (style === 'slash' ? newlinesOf(text.slice(at, end)) || ' ' : '');
      from = end;
    }
    tokenEnd = end;
  }
  return code + text.slice(from);
}

function newlinesOf(text: string): string {
  return text.replace(/[^\n]+/g, '');
}

interface Token {
  mark: string;
  at: number;
  end: number;
}

/**
 * The strings and comments of a text. What is not closed is none. Each character is read once for each kind of mark at most: a source
 * that opens a hundred thousand strings and closes none takes no longer than another.
 */
function* tokensOf(text: string, style: keyof typeof OPENINGS): Generator<Token> {
  const opening = new RegExp(OPENINGS[style]);
  const openUntil: Record<string, number> = {};
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const [mark] = found;
    const at = found.index;
    if (at < (openUntil[mark] ?? 0)) continue;
    const { closed, end } = endOf(text, at, mark);
    if (!closed) openUntil[mark] = end;
    else {
      yield { mark, at, end };
      opening.lastIndex = end;
    }
  }
}

/** Where what begins with a mark ends, or how far it was looked for in vain. */
function endOf(text: string, at: number, mark: string): { closed: boolean; end: number } {
  if (mark === '#' || mark === '//') return { closed: true, end: lineEnd(text, at) };
  const from = at + mark.length;
  if (mark === '/*') {
    const close = text.indexOf('*/', from);
    return close < 0 ? { closed: false, end: text.length } : { closed: true, end: close + 2 };
  }
  const overLines = mark.length === 3 || mark === '`';
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text.startsWith(mark, index)) return { closed: true, end: index + mark.length };
    else if (text[index] === '\n' && !overLines) return { closed: false, end: index };
  }
  return { closed: false, end: text.length };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** Every number from 1 to 65535 that stands in the text by itself: the ports that it may mean, in order of appearance. */
export function portsNamed(text: string): number[] {
  const found = new Set<number>();
  for (const match of text.matchAll(/(?<![\w.])(\d{1,2}_?\d{3}|\d{1,5})(?![\w]|\.\d)/g)) {
    const port = Number(match[1]!.replace('_', ''));
    if (port >= 1 && port <= 65535) found.add(port);
  }
  return [...found];
}

/** Every string literal in the text, without its quotes. */
export function stringsNamed(text: string): string[] {
  return [...tokensOf(text, 'strings')].map(({ at, end }) => text.slice(at + 1, end - 1));
}
