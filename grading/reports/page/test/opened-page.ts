import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.js';

/** How a reader looks at a page. */
export interface Reader {
  width?: number;
  colorScheme?: 'light' | 'dark';
  scripts?: boolean;
}

/** A page opened from disk, with what went wrong in it and what it asked of the network. */
interface OpenedPage {
  page: Page;
  /** Console messages, exceptions and requests other than for the file itself. Should stay empty. */
  complaints: string[];
}

/** A browser that opens one page after the other, each in a file of its own, as a student would. */
export class PageViewer {
  readonly browser: Browser;
  readonly #directory = mkdtempSync(join(tmpdir(), 'netgrade-page-'));
  readonly #tabs = new Map<boolean, OpenedPage>();
  #files = 0;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async open(): Promise<PageViewer> {
    return new PageViewer(await openBrowser());
  }

  async show(html: string, { width = 1280, colorScheme = 'light', scripts = true }: Reader = {}): Promise<OpenedPage> {
    const file = join(this.#directory, `page-${++this.#files}.html`);
    writeFileSync(file, html);
    const tab = await this.#tab(scripts);
    await tab.page.setViewportSize({ width, height: 900 });
    await tab.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    tab.complaints.length = 0;
    await tab.page.goto(pathToFileURL(file).href);
    return { page: tab.page, complaints: tab.complaints };
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.#directory, { recursive: true });
  }

  /** One tab with and one without scripts serve all pages: opening tabs is what takes time. */
  async #tab(scripts: boolean): Promise<OpenedPage> {
    const known = this.#tabs.get(scripts);
    if (known !== undefined) return known;
    const context = await this.browser.newContext({ javaScriptEnabled: scripts });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(pathToFileURL(this.#directory).href) && !url.startsWith('data:'))
        complaints.push(`request: ${url}`);
    });
    const tab = { page, complaints };
    this.#tabs.set(scripts, tab);
    return tab;
  }
}

/** How far the page is wider than its window, in pixels. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
