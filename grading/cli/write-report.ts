import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pcapngOf } from '../../harness/wire/pcapng.js';
import type { TranscriptEvent } from '../../harness/wire/transcript.js';
import { PART, replaceFiles } from '../batch/replace-file.js';
import { forAudience } from '../exports/for-audience.js';
import { checkKey } from '../reports/check-key.js';
import { studentPage } from '../reports/student-page.js';
import type { CheckResult, Result } from '../result/result.js';
import { reportText } from './report-text.js';

/**
 * Writes what a student may have of a result into a folder: `index.html`, `report.txt`, `result.json`, and for each check
 * that saw packets a capture `<role>-<check>.pcapng`; those of an earlier result go. Nothing of hidden checks but their points is in any of them.
 */
export async function writeReport(result: Result, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const shown = forAudience(result, 'student');
  const links = [
    { label: 'report.txt', href: 'report.txt' },
    { label: 'result.json', href: 'result.json' },
  ];
  const captured = capturesOf(shown);
  const captures = Object.fromEntries(captured.map(({ check, name }) => [checkKey(check), encodeURIComponent(name)]));
  await replaceFiles(folder, [
    ['index.html', await studentPage(result, { links, captures })],
    ['report.txt', reportText(result, { color: false, width: 100, verbose: true })],
    ['result.json', `${JSON.stringify(shown, undefined, 2)}\n`],
    ...captured.map(({ name, data }) => [name, data] as const),
  ]);
  await removeOtherCaptures(folder, new Set(captured.map(({ name }) => name)));
}

/** What an earlier result saw is no evidence for this one. Files of other names are not ours. */
async function removeOtherCaptures(folder: string, current: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    const isCapture = CAPTURE.test(name.endsWith(PART) ? name.slice(0, -PART.length) : name);
    if (isCapture && !current.has(name)) await rm(join(folder, name), { force: true });
  }
}

const CAPTURE = /^(?:server|client|script)-[\w-]+\.pcapng$/;

/** Checks run one after the other, so each begins about when those before it were done. */
function capturesOf({ startedAt, checks }: Result): { check: CheckResult; name: string; data: Buffer }[] {
  let beginsAt = Date.parse(startedAt);
  return checks.flatMap((check) => {
    const at = new Date(beginsAt);
    beginsAt += check.durationMs;
    const events = check.transcript ?? [];
    if (!events.some(crossedTheWire)) return [];
    const data = Buffer.from(pcapngOf(events as TranscriptEvent[], at));
    return [{ check, name: `${check.role}-${check.id}.pcapng`, data }];
  });
}

const crossedTheWire = (event: NonNullable<CheckResult['transcript']>[number]): boolean => 'from' in event;
