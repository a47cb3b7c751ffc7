import { createHash } from 'node:crypto';

/** The parts of one self-contained HTML file. */
interface DocumentParts {
  title: string;
  styles: string;
  script: string;
  /** Markup below `<body>`, rendered by us: everything foreign in it is escaped already. */
  body: string;
  /** Data for the script, embedded so that no byte of it can end the element it stands in. */
  data?: unknown;
  /** Where the page is served live: the path of its event stream. Without it the page may connect to nothing. */
  live?: string | undefined;
}

/**
 * Puts a page together. A content security policy allows our own script by its hash and no request at all (a live page
 * may ask its own server), so that even markup smuggled in could neither run nor call home.
 */
export function htmlDocument(parts: DocumentParts): string {
  const data =
    parts.data === undefined ? '' : `<script type="application/json" id="data">${embeddedJson(parts.data)}</script>\n`;
  return `<!doctype html>
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
${parts.body}
${data}<script>${parts.script}</script>
</body>
</html>
`;
}

function policy(parts: DocumentParts): string {
  const hash = createHash('sha256').update(parts.script).digest('base64');
  const connect = parts.live === undefined ? `'none'` : `'self'`;
  return `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${hash}'; connect-src ${connect}; base-uri 'none'; form-action 'none'`;
}

/** JSON that may stand in a `<script>` element: no `<`, and no character that ends a line in JavaScript. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Text as HTML text or attribute value; controls that HTML forbids are replaced. */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/\p{Cc}/gu, '\ufffd');
}
