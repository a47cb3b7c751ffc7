/** A link that stays a link to a file: a folder called `javascript:…` must not become a script. */
export function safeHref(href: string): string {
  return /^[\s\p{Cc}]*[a-z][a-z0-9+.-]*:|^[\s\p{Cc}]*[\\/]{2}/iu.test(href) ? `./${encodeURIComponent(href)}` : href;
}
