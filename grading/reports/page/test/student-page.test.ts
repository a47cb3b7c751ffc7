import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../../result/result.js';
import { resultSchema } from '../../../result/result.js';
import { LIVE_EVENTS, serveLive } from '../../serve-live.js';
import { type StudentPageOptions, studentPage } from '../../student-page.js';
import { contrastProblems } from './contrast.js';
import { overhang, PageViewer, type Reader } from './opened-page.js';
import * as samples from './sample-results.js';

const { calculator, dnsRecords, flood, hostile, perfect, tcpWords, udpHello } = samples;
const all = { calculator, dnsRecords, flood, hostile, perfect, tcpWords, udpHello };
const PHONE = { width: 360 };

let viewer: PageViewer;
beforeAll(async () => {
  viewer = await PageViewer.open();
});
afterAll(() => viewer.close());

async function show(result: Result, reader: Reader = {}, options: StudentPageOptions = {}) {
  return viewer.show(await studentPage(result, options), reader);
}

test.each(Object.entries(all))('the sample %s is a result as they really are', (_, result) => {
  expect(() => resultSchema.parse(result)).not.toThrow();
});

describe('what a student reads', () => {
  test('the score, the failure and the way out of it are on the page, open', async () => {
    const { page, complaints } = await show(udpHello);
    expect(await page.title()).toBe('65/100 · UDP hello · amira-haddad');
    expect(await page.getByRole('img', { name: 'Score 65 of 100' }).isVisible()).toBe(true);
    const card = page.locator('#check-server-replies-to-the-asker');
    for (const text of [
      'The server sent its reply to port 6000, but the datagram came from port 49213.',
      'copper falcon 902',
      'one datagram with a greeting, to 127.0.0.1:49213',
      'reply to the address that recvfrom returned',
      'General UDP client–server',
      'Client says: copper falcon 902',
      'no reply within 2 s',
    ]) {
      expect(await card.getByText(text).first().isVisible(), text).toBe(true);
    }
    expect(complaints).toEqual([]);
  });

  test('the ladder shows from where to where, with the ports that matter', async () => {
    const { page } = await show(udpHello);
    const ladder = page.locator('#check-server-replies-to-the-asker .ladder');
    expect(await ladder.locator('.lane-name').allTextContents()).toEqual(['server', 'another port', 'peer']);
    expect(await ladder.locator('.port').allTextContents()).toEqual([':5550', ':49213', ':5550', ':6000']);
    const [server, other, peer] = await ladder
      .locator('.lane-name')
      .evaluateAll((names) => names.map((n) => n.getBoundingClientRect().x));
    expect(server! < other! && other! < peer!).toBe(true);
    const reply = await ladder.locator('.arrow.ours > line').boundingBox();
    expect(Math.abs(reply!.x + reply!.width - (other! + 35))).toBeLessThan(40);
  });

  test('the first difference is marked in the text and in the bytes', async () => {
    const { page } = await show(calculator);
    const card = page.locator('#check-client-prints-result');
    expect(await card.locator('.received .value mark').textContent()).toContain('11.0\\r\\n');
    expect(await card.locator('.received .cells mark').textContent()).toBe('31');
    expect(await card.locator('.expected .value mark').textContent()).toContain('4127.5');
    expect(await card.getByText('first difference: byte 54').isVisible()).toBe(true);
    const ended = page.locator('#check-server-divides');
    expect(await ended.getByText('first difference: ends after 1 byte').isVisible()).toBe(true);
  });

  test('far into a long answer, the difference is still in sight', async () => {
    const { page } = await show(flood);
    const mark = page.locator('.received .value mark');
    expect(await mark.textContent()).toContain('cd');
    expect(
      await mark.evaluate((m) => m.getBoundingClientRect().top < m.closest('.value')!.getBoundingClientRect().bottom),
    ).toBe(true);
  });

  test('a provisional score, missing isolation, conventions, notes and the seed are said', async () => {
    const { page } = await show(calculator);
    for (const text of [
      'This score is provisional.',
      'The programs could reach the network',
      'the format (+, 5, 6) was not needed',
      'k3v9-71xq',
    ]) {
      expect(await page.getByText(text).first().isVisible(), text).toBe(true);
    }
    await page.getByText('How it was started and spoken to').first().click();
    expect(await page.getByText('The server was started as python3 server.py').isVisible()).toBe(true);
  });

  test('a passed check is closed, shows its exchange when opened, and opens where the address names it', async () => {
    const { page } = await show(perfect);
    const card = page.locator('#check-client-prints-reply');
    expect(await card.locator('.ladder').isVisible()).toBe(false);
    await card.locator('summary').first().press('Enter');
    expect(await card.locator('.ladder').isVisible()).toBe(true);
    await page.evaluate(() => {
      location.hash = 'check-client-sends-greeting';
    });
    await page.locator('#check-client-sends-greeting .ladder').waitFor();
  });

  test('what was lost stands at the top with its cause, and leads to the check', async () => {
    const { page } = await show(udpHello);
    expect(await page.locator('.lost li').allTextContents()).toEqual([
      expect.stringMatching(/The server sends its greeting to the address.*but the datagram came from port 49213.*30/),
      expect.stringMatching(/The server answers an empty datagram too.*Not run.*5/),
    ]);
    await page.locator('#check-server-replies-to-the-asker > summary').click();
    await page.locator('.lost a').first().click();
    await page.locator('#check-server-replies-to-the-asker .ladder').waitFor();
    expect(await (await show(perfect)).page.locator('.lost').count()).toBe(0);
  });

  test('why checks were not run is said once for all of them', async () => {
    const because = 'The server ended without ever listening on a UDP port.';
    const [first, ...others] = udpHello.checks.filter((check) => check.role === 'server');
    const silent = {
      ...udpHello,
      checks: [
        { ...first!, state: 'fail' as const, points: 0, cause: { code: 'never-listened', summary: because } },
        ...others.map((check) => {
          const { cause: _cause, hint: _hint, transcript: _transcript, ...rest } = check;
          return { ...rest, state: 'skip' as const, explanation: because };
        }),
      ],
    };
    const { page } = await show(silent);
    expect(await page.locator('.lost li').count()).toBe(2);
    expect(await page.locator('.not-run li').count()).toBe(others.length);
    expect(await page.locator('main').getByText(because).count()).toBe(1);
    expect(await page.locator('.because').allTextContents()).toEqual(['Not run: for the same reason as above.']);
  });

  test('the ladder points at the message that the failure is about', async () => {
    const { page } = await show(udpHello);
    const told = page.locator('#check-server-replies-to-the-asker .ladder .told');
    expect(await told.locator('.label').allTextContents()).toEqual(['Hello Client']);
    expect(await page.locator('#check-server-prints-what-arrives .told').count()).toBe(0);
  });

  test('a program that the grader ended is not said to have died', async () => {
    const [check, ...rest] = udpHello.checks;
    const transcript = check!.transcript!.map((event) =>
      event.type === 'exit' ? { ...event, code: null, signal: 'SIGKILL', stopped: true as const } : event,
    );
    const { page } = await show({ ...udpHello, checks: [{ ...check!, transcript }, ...rest] });
    const card = page.locator('#check-server-prints-what-arrives');
    expect(await card.textContent()).not.toContain('SIGKILL');
    expect(await card.locator('.terminal').textContent()).toContain('[stopped by the grader]');
  });

  test('a script has its terminal, called as its file', async () => {
    const named = JSON.stringify(dnsRecords).replaceAll('"party":"script"', '"party":"look-up.py"');
    const { page } = await show(JSON.parse(named) as Result);
    const card = page.locator('#check-script-prints-mx');
    expect(await card.locator('.terminal figcaption').textContent()).toContain('Terminal of look-up.py');
    expect(await card.locator('.lane-name.program').allTextContents()).toEqual(['look-up.py']);
  });

  test('a check leads to its capture', async () => {
    const captures = { 'server/replies-to-the-asker': 'server-replies-to-the-asker.pcapng' };
    const { page } = await show(udpHello, {}, { captures });
    const links = page.getByRole('link', { name: 'capture for Wireshark' });
    expect(await links.count()).toBe(1);
    expect(await links.getAttribute('href')).toBe('server-replies-to-the-asker.pcapng');
  });

  test('DNS messages are read out', async () => {
    const { page } = await show(dnsRecords);
    const ladder = page.locator('#check-script-prints-mx .ladder');
    expect(await ladder.getByText('answer maple-481.test MX 10 mail.maple-481.test ttl 600').count()).toBe(1);
    expect(await ladder.getByText('answer NXDOMAIN (A nowhere.test)').count()).toBe(1);
  });

  test('hidden checks are counted, and nothing else of them is in the file', async () => {
    const secret = { ...udpHello, checks: udpHello.checks.map((one, at) => ({ ...one, hidden: at === 1 })) };
    const html = await studentPage(secret);
    expect(html).not.toContain('copper falcon');
    expect(html).not.toContain('id="check-server-replies-to-the-asker"');
    expect(html).toContain('0 of 30 points');
    expect(await studentPage(secret, { showHidden: true })).toContain('copper falcon');
  });
});

describe('for every reader', () => {
  test.each(Object.entries(all))(
    '%s: no sideways scrolling on a phone, nothing in the console, no request',
    async (_, result) => {
      const { page, complaints } = await show(result, PHONE);
      expect(await overhang(page)).toBe(0);
      for (const details of await page.locator('details:not([open]) > summary').all()) {
        if (await details.isVisible()) await details.click();
      }
      expect(await overhang(page)).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)(
    'in %s mode, every text stands out from its background',
    async (colorScheme) => {
      for (const result of [calculator, tcpWords, hostile]) {
        const { page } = await show(result, { colorScheme });
        expect(await contrastProblems(page)).toEqual([]);
      }
    },
  );

  test('dark mode is dark', async () => {
    const { page } = await show(udpHello, { colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(16, 19, 22)');
  });

  test('a screen reader is told the verdicts, the ladder’s purpose and its content', async () => {
    const { page } = await show(udpHello);
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree).toContain('heading "amira-haddad" [level=1]');
    expect(tree).toContain('heading "Server 20 of 55 points" [level=2]');
    expect(tree).toMatch(/img "failed"/);
    expect(tree).toMatch(/img "Message ladder of “sends its greeting.*The list below says the same/);
    await page.locator('#check-server-replies-to-the-asker .as-list summary').click();
    expect(await page.locator('#check-server-replies-to-the-asker .event-list').ariaSnapshot()).toContain(
      'another port',
    );
  });

  test('without a script, everything is there and can be opened', async () => {
    const { page } = await show(udpHello, { scripts: false });
    expect(await page.locator('#check-server-replies-to-the-asker .ladder').isVisible()).toBe(true);
    await page.locator('#check-client-prints-reply summary').first().click();
    expect(await page.locator('#check-client-prints-reply .ladder').isVisible()).toBe(true);
  });

  test('one button opens every check, to read on or to print, and closes them again', async () => {
    const { page } = await show(udpHello);
    const closed = page.locator('details.check:not([open])');
    await page.getByRole('button', { name: 'Open every check' }).click();
    expect(await closed.count()).toBe(0);
    await page.getByRole('button', { name: 'Close every check' }).click();
    expect(await closed.count()).toBe(await page.locator('details.check').count());
  });

  test('paper is white whatever the screen, and no sheet must hold a whole ladder', async () => {
    for (const result of [calculator, tcpWords, hostile]) {
      const { page } = await show(result, { colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
      expect(await contrastProblems(page)).toEqual([]);
      const tallest = await page
        .locator('.ladder svg')
        .evaluateAll((all) => Math.max(...all.map((one) => one.clientHeight)));
      expect(tallest).toBeLessThan(400);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
      await page.emulateMedia({ media: 'screen' });
    }
  });
});

describe('a hostile program', () => {
  test('is shown as text wherever it may write, and runs nothing', async () => {
    const { page, complaints } = await show(
      hostile,
      {},
      { links: [{ label: 'x', href: 'javascript:window.hacked=4' }] },
    );
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    expect(await page.locator('img, iframe, object').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    const shown = '<script>window.hacked=1</script></script><img src=x onerror="window.hacked=2">]]><!--\\x1b[31mred';
    for (const place of [
      'h1',
      '.cause',
      '.advice',
      '.panel',
      '.received .value',
      '.expected .value',
      '.terminal pre .stdout',
      '.terminal pre .stderr',
      '.terminal pre .stdin',
      '.mark.note',
      '.event-list',
      'footer',
    ]) {
      expect(
        await page
          .locator(place)
          .first()
          .evaluate((e) => e.textContent),
        place,
      ).toContain(shown);
    }
    const text = await page.evaluate(() => document.body.textContent);
    for (const acting of ['\u001b', '\u202e', '\u2028']) expect(text).not.toContain(acting);
  });

  test('even markup that got in could run nothing: the page allows its own script only', async () => {
    const html = (await studentPage(udpHello)).replace(
      '</main>',
      '<script>window.hacked=1</script><img src="http://127.0.0.1:9/x"></main>',
    );
    const { page, complaints } = await viewer.show(html);
    expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
    expect(complaints.filter((complaint) => /violates.*Content Security Policy/.test(complaint))).toHaveLength(2);
  });
});

describe('served live', () => {
  test('the page follows the newest result, touches only what changed, and keeps the reader’s place', async () => {
    let result = udpHello;
    const server = await serveLive({ render: () => studentPage(result, { live: LIVE_EVENTS }) });
    const page = await viewer.browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(server.url);
    await page.locator('.live', { hasText: 'live' }).waitFor();
    const opened = page.locator('#check-client-prints-reply');
    await opened.locator('summary').first().click();
    await opened.locator('.as-list > summary').click();
    await opened.evaluate((check) => {
      (check as HTMLElement & { same?: boolean }).same = true;
      check.scrollIntoView();
    });
    const top = () => opened.evaluate((check) => Math.round(check.getBoundingClientRect().top));
    const before = await top();
    server.say('grading…');
    await page.locator('.live', { hasText: 'grading…' }).waitFor();
    result = { ...perfect, submission: udpHello.submission };
    server.refresh();
    await page.getByRole('img', { name: 'Score 100 of 100' }).waitFor();
    expect(await page.title()).toContain('100/100');
    expect(await opened.locator('.ladder').isVisible()).toBe(true);
    expect(await opened.locator('.event-list').isVisible()).toBe(true);
    expect(await opened.evaluate((check) => (check as HTMLElement & { same?: boolean }).same)).toBe(true);
    expect(await opened.locator('.as-list > summary').evaluate((summary) => summary === document.activeElement)).toBe(
      true,
    );
    expect(Math.abs((await top()) - before)).toBeLessThan(40);
    const changed = () => page.locator('.changed').evaluateAll((all) => all.map((one) => one.id));
    expect(await changed()).toEqual(['check-server-replies-to-the-asker', 'check-server-survives-empty-datagram']);
    expect(await page.locator('#check-server-replies-to-the-asker').getAttribute('open')).toBeNull();

    server.say('grading…');
    // Before that it says "live" already.
    await page.locator('.live', { hasText: 'grading…' }).waitFor();
    server.refresh();
    await page.locator('.live', { hasText: 'live' }).waitFor();
    expect(await changed()).toEqual([]);

    result = udpHello;
    server.refresh();
    await page.getByRole('img', { name: 'Score 65 of 100' }).waitFor();
    expect(await page.locator('#check-server-replies-to-the-asker .ladder').isVisible()).toBe(true);
    expect(await page.locator('li.changed').count()).toBe(1);
    expect(complaints).toEqual([]);
    await server.close();
    await page.locator('.live', { hasText: 'not connected' }).waitFor();
    await page.close();
  });
});
