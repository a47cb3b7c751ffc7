import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClass } from '../batch/intake/read-class.js';
import type { Row } from '../batch/row.js';
import { temporaryFolder } from '../batch/test/class-folder.js';
import { rowOf } from '../batch/test/rows.js';
import { classOf, type Member, numberOf, PEOPLE, PLATFORMS, someHandedIn } from '../batch/test/similar-people.js';
import { fillCanvas } from './fill-canvas.js';
import { fillMoodle } from './fill-moodle.js';

const assignment = { id: 'udp-hello', title: 'UDP hello' };

/** The sheet of a course with all of them, and where its grades are; `number` is the platform's own. */
const SHEETS: Record<
  string,
  { gradeIn: number; line(one: Member, number: number): string; fill(csv: string, rows: Row[], own: boolean): string }
> = {
  canvas: {
    gradeIn: 5,
    line: ({ first, last, id, login }, number) => `"${last}, ${first}",${number},${id},${login},Net,`,
    fill: (lines, rows, fromCanvas) =>
      fillCanvas(Buffer.from(`Student,ID,SIS User ID,SIS Login ID,Section,UDP hello (501)\n${lines}`), rows, {
        fromCanvas,
        assignment,
      }).csv,
  },
  moodle: {
    gradeIn: 5,
    line: ({ first, last, id, login }, number) =>
      `Participant ${number},${first} ${last},${id},${login}@uni.example,Submitted,,100.00,Yes,-,-,`,
    fill: (lines, rows, fromMoodle) =>
      fillMoodle(
        Buffer.from(
          `Identifier,Full name,ID number,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments\n${lines}`,
        ),
        rows,
        { fromMoodle },
      ).csv,
  },
};

const cases = Object.keys(SHEETS).flatMap((sheet) => Object.keys(PLATFORMS).map((platform) => [sheet, platform]));

test.each(cases)('in the sheet of %s nobody gets the grade of somebody else: a class of %s', async (name, platform) => {
  const sheet = SHEETS[name!]!;
  await fc.assert(
    fc.asyncProperty(someHandedIn, async (some) => {
      const { path, names } = await classOf(platform!, some);
      const read = await readClass(path, { workFolder: join(await temporaryFolder(), 'work') });
      const rows: Row[] = [];
      for (const student of read.students) {
        const text = await readFile(join(student.folder, student.files[0]!), 'utf8');
        const owner = PEOPLE.findIndex(({ id }) => text === `# of <${id}>`);
        rows.push({ ...rowOf(student), score: owner + 1 });
      }
      // Another platform counts otherwise.
      const counted = platform === name ? some.handedIn : some.handedIn.toReversed();
      const lines = PEOPLE.map((one) => sheet.line(one, numberOf(one, counted))).join('\n');
      const filled = parse(sheet.fill(`${lines}\n`, rows, platform === name), { bom: true, relax_column_count: true });
      for (const [at, line] of (filled as string[][]).slice(1).entries())
        expect(['', String(at + 1)], `${line} of ${names}`).toContain(line[sheet.gradeIn] ?? '');
    }),
    { numRuns: 6 },
  );
});
