import pc from 'picocolors';
import { oneLine } from '../explain/escape.js';
import { type TerminalOptions, terminalReport } from '../explain/terminal-report.js';
import { forAudience } from '../exports/for-audience.js';
import { textLadder } from '../reports/text-ladder.js';
import type { Result } from '../result/result.js';

/** The report as a student reads it, without what the instructor hides; `verbose` adds the exchange of each check. */
export function reportText(result: Result, options: TerminalOptions): string {
  const shown = forAudience(result, 'student');
  const report = terminalReport(shown, options);
  return options.verbose ? `${report}${exchanges(shown, options)}` : report;
}

function exchanges({ checks }: Result, { color, width }: { color: boolean; width: number }): string {
  const paint = pc.createColors(color);
  return checks
    .filter(({ transcript = [] }) => transcript.length > 0)
    .map(({ role, title, transcript = [] }) => {
      const heading = paint.bold(`The ${role} ${oneLine(title)}`);
      return `\n${heading}\n${textLadder(transcript, { width, color })}\n`;
    })
    .join('');
}
