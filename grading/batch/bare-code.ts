const HASH_COMMENTS = new Set(['.py', '.pyw', '.sh', '.bash', '.rb']);
const SLASH_COMMENTS = new Set([
  ...['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.java', '.c', '.cc', '.cpp', '.cxx', '.h', '.hpp', '.go', '.rs'],
]);

export function isSource(file: string): boolean {
  const ending = /\.\w+$/.exec(file)?.[0].toLowerCase() ?? '';
  return HASH_COMMENTS.has(ending) || SLASH_COMMENTS.has(ending);
}

/**
 * Text in quotes, or a comment, or white space. Quotes come first, for `"#"` is no comment. What is never closed reaches to the end
 * of its line or of the file and is taken whole: a second look from the next quote on would take hours where there are many.
 */
const TOKENS = {
  hash: /("""|''')[\s\S]*?(?:\1|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|#[^\n]*|\s+/g,
  slash: /"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|`(?:\\.|[^`\\])*`?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\s+/g,
};

/** Code without comments and white space, for comparing: programs that differ only in these are the same work. */
export function bareCode(code: string, ending: string): string {
  const style = HASH_COMMENTS.has(ending.toLowerCase()) ? 'hash' : 'slash';
  return code.replace(TOKENS[style], (token) => {
    if (/^("""|''')/.test(token) && style === 'hash') return '';
    return /^["'`]/.test(token) ? token : '';
  });
}
