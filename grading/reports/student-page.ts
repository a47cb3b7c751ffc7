import type { Result } from '../result/result.js';
import { escapedHtml, htmlDocument } from './html-document.js';
import { safeHref } from './links.js';
import { bundleText, pageRenderer } from './page-bundle.js';
import { escapedText } from './visible-text.js';

/** How a student's page is made; everything is optional. */
export interface StudentPageOptions {
  /** Shows the checks that the instructor hides. Without it neither their words nor their exchanges are in the file. */
  showHidden?: boolean;
  /** Links at the top, relative to the page: back to the class, the packet capture, `result.json`. */
  links?: readonly { label: string; href: string }[];
  /** For a check's key, where its capture for Wireshark lies, relative to the page. */
  captures?: Readonly<Record<string, string>>;
  /** Path of the event stream where the page is served by `serveLive`. */
  live?: string;
}

/** What the page shows beside the result itself. */
export interface StudentExtras {
  links: { label: string; href: string }[];
  captures: Readonly<Record<string, string>>;
  /** The checks left out because the instructor hides them: how many, and their points. */
  hidden: { count: number; points: number; maxPoints: number };
}

/** Makes the student's page: one HTML file that needs no network, no other file, and no script to be read. */
export async function studentPage(result: Result, options: StudentPageOptions = {}): Promise<string> {
  const { renderStudent } = await pageRenderer('render-student.mjs');
  const shown = options.showHidden === true ? result.checks : result.checks.filter((check) => check.hidden !== true);
  const hidden = result.checks.filter((check) => !shown.includes(check));
  const extras: StudentExtras = {
    links: (options.links ?? []).map((link) => ({ label: link.label, href: safeHref(link.href) })),
    captures: Object.fromEntries(Object.entries(options.captures ?? {}).map(([key, href]) => [key, safeHref(href)])),
    hidden: {
      count: hidden.length,
      points: hidden.reduce((sum, check) => sum + check.points, 0),
      maxPoints: hidden.reduce((sum, check) => sum + check.maxPoints, 0),
    },
  };
  return htmlDocument({
    title: `${result.score}/${result.maxScore} · ${result.assignmentTitle} · ${escapedText(result.submission.name)}`,
    styles: bundleText('student.css'),
    script: bundleText(options.live === undefined ? 'student.js' : 'student-live.js'),
    body: [renderStudent({ ...result, checks: shown }, extras)],
    live: options.live,
  });
}

/** The page while there is no result yet, in one sentence; `serveLive` puts the student's page in its place. */
export function waitingPage(words: string, live: string): string {
  return htmlDocument({
    title: 'netgrade',
    styles: bundleText('student.css'),
    script: bundleText('student-live.js'),
    body: [`<div class="page"><main><p class="banner">${escapedHtml(escapedText(words))}</p></main></div>`],
    live,
  });
}
