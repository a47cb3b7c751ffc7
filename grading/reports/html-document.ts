import { createHash } from 'node:crypto';

/** The parts of one self-contained HTML file. */
interface DocumentParts {
  title: string;
  styles: string;
  script: string;
  /** Markup below `<body>`, in pieces, rendered by us: everything foreign in it is escaped already. */
  body: Iterable<string>;
  /** Data for the script, embedded so that no byte of it can end the element it stands in. */
  data?: object;
  /** Where the page is served live: the path of its event stream. Without it the page may connect to nothing. */
  live?: string | undefined;
}

/** Puts a page together that is small enough to be one text. */
export function htmlDocument(parts: DocumentParts): string {
  return [...htmlPieces(parts)].join('');
}

/**
 * Puts a page together, in pieces that are made when they are asked for. A content security policy allows our own script by its hash and no request at all (a live page
 * may ask its own server), so that even markup smuggled in could neither run nor call home.
 */
export function* htmlPieces(parts: DocumentParts): Generator<string> {
  yield `<!doctype html>
<html lang="en"${parts.live === undefined ? '' : ` data-live="${escapedHtml(parts.live)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(parts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapedHtml(parts.title)}</title>
<link rel="icon" href="data:,">
<style>${parts.styles}</style>
</head>
<body>
`;
  yield* parts.body;
  yield '\n';
  if (parts.data !== undefined) {
    yield '<script type="application/json" id="data">';
    yield* embeddedJson(parts.data);
    yield '</script>\n';
  }
  yield `<script>${parts.script}</script>
</body>
</html>
`;
}

function policy(parts: DocumentParts): string {
  const hash = createHash('sha256').update(parts.script).digest('base64');
  const connect = parts.live === undefined ? `'none'` : `'self'`;
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${hash}'; connect-src ${connect}; base-uri 'none'; form-action 'none'`;
}

/**
 * JSON of plain data that may stand in a `<script>` element: no `<`, and no character that ends a line in JavaScript. The lists
 * directly in it come item by item, for they may be long.
 */
export function* embeddedJson(value: object): Generator<string> {
  yield '{';
  for (const [at, [key, member]] of Object.entries(value).entries()) {
    yield `${at === 0 ? '' : ','}${safeJson(key)}:`;
    if (Array.isArray(member)) yield* jsonItems(member);
    else yield safeJson(member);
  }
  yield '}';
}

function* jsonItems(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [at, item] of items.entries()) yield `${at === 0 ? '' : ','}${safeJson(item)}`;
  yield ']';
}

function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Text as HTML text or attribute value; controls that HTML forbids are replaced. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/\p{Cc}/gu, '\ufffd');
}
