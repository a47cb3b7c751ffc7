import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { terminalReport } from './terminal-report.js';
import { full, hostile, mixed, provisional, underWay } from './test/results.js';

const plain = { color: false, width: 80, verbose: false };

describe('the report in the terminal', () => {
  it.each(Object.entries({ full, mixed, provisional, hostile }))('reads as agreed: %s', async (name, result) => {
    await expect(terminalReport(result, plain)).toMatchFileSnapshot(`golden/terminal-${name}.txt`);
  });

  it.each([40, 72, 80])('keeps within %i columns', (width) => {
    for (const result of [full, mixed, provisional, hostile, underWay]) {
      for (const line of terminalReport(result, { color: false, width, verbose: true }).split('\n')) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('says the same with colours as without', () => {
    const coloured = terminalReport(mixed, { ...plain, color: true });
    expect(coloured).toContain('\u001b[3');
    expect(stripVTControlCharacters(coloured)).toBe(terminalReport(mixed, plain));
  });

  it('lets no terminal command, hidden character or path of a program through', () => {
    const text = terminalReport(hostile, { ...plain, verbose: true });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u200b\ufeff\u2028]/u);
    expect(terminalReport(mixed, plain)).not.toContain('/tmp');
  });

  it('tells how to run the same again, and each rule, when more is asked', () => {
    const text = terminalReport(mixed, { ...plain, verbose: true });
    expect(text).toContain('netgrade check udp-calculator --seed 5f3a');
    expect(text).toContain('rule: Calculator Server (HW)');
  });
});
