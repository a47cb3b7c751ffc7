import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type ClassPageInput, classPage } from '../../class-page.js';
import { contrastProblems } from './contrast.js';
import { overhang, PageViewer, type Reader } from './opened-page.js';
import { sampleClass } from './sample-class.js';
import { HOSTILE } from './sample-results.js';

vi.setConfig({ testTimeout: 20_000, hookTimeout: 30_000 });

let viewer: PageViewer;
beforeAll(async () => {
  viewer = await PageViewer.open();
});
afterAll(() => viewer.close());

async function html(input: ClassPageInput): Promise<string> {
  return [...(await classPage(input))].join('');
}

async function show(input: ClassPageInput, reader: Reader = {}) {
  const shown = await viewer.show(await html(input), reader);
  if (reader.scripts !== false) await shown.page.locator('.plot svg').first().waitFor();
  return shown;
}

const large = sampleClass(2000);

describe('a class of 2,000', () => {
  test('sorts and searches', async () => {
    const { page, complaints } = await show(large);
    const names = page.locator('tbody th.name a');
    const scores = page.locator('tbody td.score b');
    await page.getByRole('button', { name: 'Score', exact: true }).click();
    expect(await scores.first().textContent()).toBe('100');
    expect(await page.locator('th.score').first().getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('button', { name: 'Score', exact: true }).click();
    expect(await page.locator('tbody td.score').first().textContent()).toMatch(/^(missing|regrade)$/);
    await page.getByRole('button', { name: 'Student', exact: true }).click();
    const shown = await names.allTextContents();
    expect(shown).toEqual(
      [...shown].sort(new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare),
    );

    const wanted = large.rows.find((row) => row.page !== undefined && row.name.endsWith(' 1777'))!;
    for (const search of ['a', 'crashed', 'no reply', '1777']) await page.getByRole('searchbox').fill(search);
    expect(await names.allTextContents()).toEqual([wanted.name]);
    expect(await names.getAttribute('href')).toBe(wanted.page);
    expect(await page.getByRole('status').textContent()).toBe('1 of 2,000 students');
    expect(complaints).toEqual([]);
  });

  test('draws few rows at first, more as the reader gets there, all on paper', async () => {
    const { page } = await show(large);
    const rows = page.locator('.class-table tbody tr');
    expect(await rows.count()).toBe(100);
    await page.locator('.more').scrollIntoViewIfNeeded();
    await expect.poll(() => rows.count()).toBeGreaterThan(100);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => rows.count()).toBe(2000);
  });

  test('is a file that a mail can carry', async () => {
    expect((await html(large)).length).toBeLessThan(1_200_000);
  });
});

describe('what an instructor looks at', () => {
  test('pass rates and causes are those of the rows, and a click shows whom they concern', async () => {
    const { page } = await show(large);
    const key = 'server/divides';
    const graded = large.rows.filter((row) => row.checks[key] !== undefined && row.checks[key].state !== 'error');
    const failed = graded.filter((row) => row.checks[key]!.state !== 'pass');
    const bar = page.getByRole('button', { name: /divides, with a decimal result/ }).first();
    expect(await bar.textContent()).toContain(`${Math.round((1 - failed.length / graded.length) * 100)} %`);
    await bar.click();
    const count = (n: number) => `${n.toLocaleString('en-US')} of 2,000 students`;
    expect(await page.getByRole('status').textContent()).toBe(count(failed.length));
    await page.getByRole('button', { name: /remove this filter/ }).click();
    expect(await page.getByRole('status').textContent()).toBe('2,000 students');

    const crashed = large.rows.filter((row) => row.checks['server/survives-nonsense']?.cause === 'crashed');
    const cause = page
      .locator('.card', { hasText: 'Causes shared by many' })
      .getByRole('button', { name: /crashed.*makes no sense/ });
    expect(await cause.locator('.bar-value').textContent()).toBe(String(crashed.length));
    await cause.click();
    expect(await page.getByRole('status').textContent()).toBe(count(crashed.length));
  });

  test('a bar of the distribution, clicked, shows the students in it; its table says the same', async () => {
    const { page } = await show(large);
    const full = large.rows.filter((row) => row.score === 100).length;
    const plot = page.locator('.plot.clickable svg').first();
    const box = (await plot.boundingBox())!;
    await page.mouse.move(box.x + box.width - 22, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.up();
    expect(await page.getByRole('status').textContent()).toBe(`${full} of 2,000 students`);
    await page.getByText('As a table').first().click();
    expect(await page.getByRole('row', { name: `full marks ${full}` }).count()).toBe(1);
  });

  test('who is to be regraded, and the facts of the run', async () => {
    const { page } = await show(large);
    const provisional = large.rows.filter((row) => row.state === 'provisional');
    expect(provisional.length).toBeGreaterThan(3);
    expect(await page.locator('.regrade li').allTextContents()).toEqual(
      provisional.map((row) => `${row.name} takes-negatives`),
    );
    expect(await page.locator('.regrade h3').allTextContents()).toEqual([
      'The compiler javac is not installed on this machine.',
    ]);
    await page.getByRole('searchbox').fill(provisional[0]!.name);
    expect(await page.locator('tbody td.score').allTextContents()).toEqual(['regrade']);
    const facts = await page.locator('footer').textContent();
    for (const fact of [
      'k3v9-71xq',
      'namespaces',
      'python 3.11.2',
      '12 min 34 s',
      'netgrade 0.1.0',
      'Memory is limited by the process',
    ]) {
      expect(facts).toContain(fact);
    }
  });
});

describe('for every class and reader', () => {
  test.each([0, 1, 2, 12])('a class of %i has a page without complaints', async (size) => {
    const { complaints, page } = await show(sampleClass(size));
    expect(await page.locator('.class-table tbody tr').count()).toBe(size);
    expect(complaints).toEqual([]);
  });

  test('no sideways scrolling on a phone', async () => {
    const { page } = await show(large, { width: 360 });
    expect(await overhang(page)).toBe(0);
    for (const summary of await page.getByText('As a table').all()) await summary.click();
    expect(await overhang(page)).toBe(0);
  });

  test.each(['light', 'dark'] as const)(
    'in %s mode, every text stands out from its background',
    async (colorScheme) => {
      const { page } = await show(sampleClass(60), { colorScheme });
      expect(await contrastProblems(page)).toEqual([]);
    },
  );

  test('without a script, numbers, rates and every student are there', async () => {
    const { page } = await show(large, { scripts: false });
    const text = await page.evaluate(() => document.body.textContent);
    for (const row of large.rows) expect(text).toContain(row.name);
    expect(text).toContain('divides, with a decimal result where there is one');
  });

  test('a hostile name, cause or link is text', async () => {
    const small = sampleClass(3);
    const rows = small.rows.map((row, at) => ({
      ...row,
      name: `${HOSTILE} ${at}`,
      page: `javascript:window.hacked=${at}`,
      checks: { 'server/listens': { state: 'fail' as const, points: 0, cause: HOSTILE } },
    }));
    const { page, complaints } = await show({ ...small, rows });
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    expect(await page.locator('tbody th.name').first().textContent()).toContain('</script><img src=x onerror=');
    expect(await page.locator('a[href^="javascript"], img[src]').count()).toBe(0);
    await page.getByRole('searchbox').fill('onerror');
    expect(await page.locator('.class-table tbody tr').count()).toBe(3);
  });
});
