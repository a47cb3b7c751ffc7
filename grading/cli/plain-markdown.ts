import { lexer, type Token, type Tokens } from 'marked';
import pc from 'picocolors';
import { wrapped } from '../explain/wrapped.js';

/** A student's page for a terminal: paragraphs wrapped, lists indented, code as it stands, emphasis as weight. */
export function plainMarkdown(text: string, { color, width }: { color: boolean; width: number }): string {
  const paint = pc.createColors(color);
  return lexer(text)
    .flatMap((token) => block(token, width, paint))
    .join('\n')
    .trim();
}

type Paint = ReturnType<typeof pc.createColors>;

function block(token: Token, width: number, paint: Paint): string[] {
  switch (token.type) {
    case 'space':
      return [''];
    case 'heading':
      return [paint.bold(plain(token.text))];
    case 'paragraph':
    case 'text':
      return painted(wrapped(marked(token.text), width), paint);
    case 'code':
      return token.text.split('\n').map((line: string) => `    ${paint.cyan(line)}`);
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner) => block(inner, width - 2, paint)).map((line) => `  ${line}`);
    case 'list': {
      const { items, ordered, start } = token as Tokens.List;
      return items.flatMap((item, index) => {
        const mark = ordered ? `${Number(start) + index}. ` : '• ';
        const lines = item.tokens.flatMap((inner) => block(inner, width - mark.length - 2, paint));
        return lines.map((line, at) => `  ${at === 0 ? mark : ' '.repeat(mark.length)}${line}`);
      });
    }
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows].map((row) => `  ${row.map((cell) => plain(cell.text)).join('  ')}`);
    }
    default:
      return token.raw.trim() === '' ? [''] : wrapped(plain(token.raw.trim()), width);
  }
}

/** Emphasis and code are marked by characters without width until the lines are broken. */
const BOLD = '\u0001';
const CODE = '\u0002';

function marked(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
    .replace(/`([^`]+)`/g, `${CODE}$1${CODE}`)
    .replace(/\*\*(.+?)\*\*/g, `${BOLD}$1${BOLD}`);
}

const plain = (text: string): string => marked(text).replaceAll(BOLD, '').replaceAll(CODE, '');

/** A stretch that a line break cuts in two is closed and opened again. */
function painted(lines: string[], paint: Paint): string[] {
  const open = { [BOLD]: false, [CODE]: false };
  return lines.map((line) =>
    line
      .split(new RegExp(`([${BOLD}${CODE}])`))
      .map((part) => {
        if (part === BOLD || part === CODE) {
          open[part] = !open[part];
          return '';
        }
        if (part === '') return '';
        const coloured = open[CODE] ? paint.cyan(part) : part;
        return open[BOLD] ? paint.bold(coloured) : coloured;
      })
      .join(''),
  );
}
