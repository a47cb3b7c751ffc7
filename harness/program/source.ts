/** Reading a program's source as text: comments taken out, the numbers and strings that stand in it. */

const HASH_COMMENTS = new Set(['python', 'shell']);

/** The source with comments blanked, so that a commented-out program counts as none. Strings are left as they are. */
export function withoutComments(text: string, language: string): string {
  if (HASH_COMMENTS.has(language)) {
    return text
      .replace(/^[ \t]*('''|""")[\s\S]*?\1[ \t]*$/gm, '')
      .split('\n')
      .map((line) => stripHash(line))
      .join('\n');
  }
  return text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (_, kept) => (kept === undefined ? ' ' : kept),
  );
}

function stripHash(line: string): string {
  let quote = '';
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (quote) {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '#') return line.slice(0, at);
  }
  return line;
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
  return [...text.matchAll(/"((?:\\.|[^"\\\n])*)"|'((?:\\.|[^'\\\n])*)'/g)].map((match) => match[1] ?? match[2] ?? '');
}
