import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Row, RowMaker } from '../batch/row.js';
import { temporaryFolder, writeTree } from '../batch/test/class-folder.js';
import { half, provisional, rowOf } from '../batch/test/rows.js';
import { safeCell } from './cell.js';
import { fillCanvas } from './fill-canvas.js';
import { fillMoodle } from './fill-moodle.js';
import { gradebookCsv } from './gradebook-csv.js';
import { writeResultsJsonl } from './results-jsonl.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const textOf = (rows: readonly Row[]): string => [...gradebookCsv(rows)].join('');

describe('gradebook.csv', () => {
  test('has a line for each person and a column for each check; what has no score has none', async () => {
    const rows = [
      rowOf({ name: 'Ali Veli', id: '1', email: 'ali@x.edu' }),
      rowOf({ name: 'Ben "B" Ok', late: true, platformId: '77' }, half('Ben')),
      rowOf({ name: 'Red', members: [{ name: 'Cem' }, { name: 'Dora', id: '4' }] }, half('Red')),
      rowOf({ name: 'Eve' }, provisional),
      rowOf({ name: 'Fay' }, 'none'),
      new RowMaker(100).missing({ name: 'Gus', id: '7' }),
    ];
    await expect(textOf(rows)).toMatchFileSnapshot(join(import.meta.dirname, 'golden/gradebook.csv'));
  });

  test('no cell is ever a formula, and numbers stay numbers', () => {
    const hostile = ['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '=HYPERLINK("http://x","y")'];
    for (const name of hostile) {
      const [, line] = parse(textOf([rowOf({ name })])) as string[][];
      expect(line![0]).toMatch(/^'/);
    }
    for (const plain of ['-5', '+3.5', '12', '-0,5']) expect(safeCell(plain)).toBe(plain);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(safeCell(text)).toMatch(/^([^=+\-@\t\r]|[+-]?\d+([.,]\d+)?$|$)/);
      }),
    );
  });
});

describe("Moodle's worksheet", () => {
  const heading =
    'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"';
  const line = (
    id: number,
    name: string,
    more: { grade?: string; can?: string; feedback?: string; max?: string } = {},
  ) =>
    `"Participant ${id}","${name}",${name.replace(' ', '.')}@x.edu,"Submitted for grading",${more.grade ?? ''},${more.max ?? '100.00'},${more.can ?? 'Yes'},"Monday, 2 March 2026, 10:00 AM",-,${more.feedback ?? ''}`;
  const sheet = (...lines: string[]) => `\uFEFF${[heading, ...lines, ''].join('\r\n')}`;
  const ali = rowOf({ name: 'Ali Veli', platformId: '11' }, half('Ali Veli'));

  const said = 'Score: 50 of 100.<br>server: replies to the sender (0 of 50). The server sent no reply within 2 s.';
  test('gets new feedback where the old was ours, and keeps what a person wrote', () => {
    const old = '"<p>Score: 10 of 100.<br>server: nothing.</p>"';
    const own = sheet(line(11, 'Ali Veli', { grade: '10', feedback: old }));
    const { csv } = fillMoodle(bytes(own), [ali], { fromMoodle: true });
    expect(csv).toContain(said);
    expect(csv).not.toContain('10 of 100');
    const theirs = sheet(line(11, 'Ali Veli', { grade: '10', feedback: '"Score: 10 of 100. See me."' }));
    expect(fillMoodle(bytes(theirs), [ali], { fromMoodle: true }).csv).toContain('See me.');
  });

  test('gets grades and feedback, and a comparison shows no other change', () => {
    const template = sheet(line(11, 'Ali Veli'), line(12, 'Ben Ok'));
    const { csv, filled, unmatched } = fillMoodle(bytes(template), [ali], { fromMoodle: true });
    expect(csv).toBe(sheet(line(11, 'Ali Veli', { grade: '50', feedback: said }), line(12, 'Ben Ok')));
    expect({ filled, unmatched }).toEqual({ filled: 1, unmatched: [] });
  });

  test.each([
    ['quotes everywhere', '"Identifier","Grade","Feedback comments"\n"Participant 11","","-"\n', '"","-"', '"50","-"'],
    ['quotes nowhere', 'Identifier,Grade,Feedback comments\nParticipant 11,,\n', '11,,', `11,50,${said}`],
    ['semicolons', '"Identifier";Grade;"Status"\r\n"Participant 11";;"a;b, ""c"""\r\n', '11";;', '11";50;'],
    ['no last line end', 'Identifier,Grade\nParticipant 11,', '11,', '11,50'],
    ['empty lines', '\uFEFFIdentifier,Grade\r\n\r\nParticipant 11,\r\n\r\n', '11,', '11,50'],
    ['line ends within cells', 'Identifier,Grade,Status\nParticipant 11,"","a\r\nb"\n', '11,""', '11,"50"'],
    ['a line that is too long', 'Identifier,Grade\nParticipant 11,,"x",\n', '11,,', '11,50,'],
    ['a grade that was there', 'Identifier,Grade\nParticipant 11,"7,00"\n', '"7,00"', '"50"'],
  ])('stays as it came: %s', (_, template, before, after) => {
    const { csv } = fillMoodle(bytes(template), [ali], { fromMoodle: true });
    expect(csv).toBe(template.replace(before, after));
  });

  test('comes back as it went in, whatever is in it, where nobody in it was graded', () => {
    const cell = fc.stringMatching(/^[a-z ",;\r\n]{0,6}$/).map((text) => `"${text.replaceAll('"', '""')}"`);
    const plain = fc.stringMatching(/^[a-z .]{0,6}$/);
    const row = fc.array(fc.oneof(cell, plain), { minLength: 2, maxLength: 4 }).map((cells) => cells.join(','));
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, last) => {
        const template = ['Identifier,Grade', ...rows].join(end) + (last ? end : '');
        expect(fillMoodle(bytes(template), [], { fromMoodle: true }).csv).toBe(template);
      }),
    );
  });

  test('gets no provisional score, no locked grade, and nobody is lost silently', () => {
    const template = sheet(
      line(11, 'Ali Veli', { can: 'No' }),
      line(12, 'Ben Ok'),
      line(13, 'Cem Su', { grade: '80.00' }),
    );
    const rows = [
      ali,
      rowOf({ name: 'Ben Ok', platformId: '12' }, provisional),
      rowOf({ name: 'Cem Su', platformId: '13' }),
      rowOf({ name: 'Zed', platformId: '99' }),
    ];
    const { csv, ...rest } = fillMoodle(bytes(template), rows, { fromMoodle: true });
    expect(csv).not.toContain('77');
    expect((parse(csv, { bom: true }) as string[][]).map((cells) => cells[4])).toEqual(['Grade', '', '', '100']);
    expect(rest).toMatchObject({
      filled: 1,
      changed: [{ name: 'Cem Su', from: '80.00', to: '100' }],
      notWritten: [
        { name: 'Ali Veli', why: expect.stringContaining('cannot be changed') },
        { name: 'Ben Ok', why: 'the arena died' },
      ],
      unmatched: [{ name: 'Zed', why: expect.any(String) }],
    });
  });

  test("a group's number that is somebody's participant number is not believed", () => {
    const template = sheet(line(9, 'Somebody Else'));
    const team = rowOf({ name: 'Team Red', platformId: '9' });
    const { csv, filled, unmatched } = fillMoodle(bytes(template), [team], { fromMoodle: true });
    expect({ filled, unmatched }).toEqual({
      filled: 0,
      unmatched: [{ name: 'Team Red', why: 'number 9 is "Somebody Else" in the sheet' }],
    });
    expect(csv).not.toContain('100,100.00');
  });

  test('a team is found by the group column, for all its members', () => {
    const template = sheet(line(1, 'Ali Veli'), line(2, 'Ben Ok'))
      .replace('Status', 'Group')
      .replaceAll('Submitted for grading', 'Team Red');
    const { csv } = fillMoodle(bytes(template), [rowOf({ name: 'Team Red', platformId: '9' })], { fromMoodle: true });
    expect((parse(csv, { bom: true }) as string[][]).map((cells) => cells[4])).toEqual(['Grade', '100', '100']);
  });

  test('a person who is called as the team of others is has a score of his own', () => {
    const template = sheet(line(1, 'Red'), line(2, 'Ben Ok'), line(3, 'Cem Su'))
      .replace('Status', 'Group')
      .replace('Submitted for grading', 'Blue')
      .replaceAll('Submitted for grading', 'Red');
    const { csv } = fillMoodle(bytes(template), [rowOf({ name: 'Red' })], { fromMoodle: false });
    expect((parse(csv, { bom: true }) as string[][]).map((cells) => cells[4])).toEqual(['Grade', '100', '', '']);
  });

  test('people are found by name where the class did not come from Moodle, and two of one name are not guessed', () => {
    const template = sheet(line(11, 'Ali Veli'), line(12, 'Ben Ok'), line(13, 'Ben Ok'));
    const rows = [
      rowOf({ name: 'Veli, Ali' }),
      rowOf({ name: 'Ben Ok', key: 'a' }),
      rowOf({ name: 'Ben Ok', key: 'b' }),
    ];
    const { filled, unmatched } = fillMoodle(bytes(template), rows, { fromMoodle: false });
    expect({ filled, unmatched: unmatched.length }).toEqual({ filled: 1, unmatched: 2 });
  });

  test.each([
    ['who is known by number', { name: 'Ben Ok', platformId: '12' }, ['50', '']],
    ['who is known by an address', { name: 'Ben Ok', email: 'ok.ben@x.edu' }, ['', '50']],
    ['who is known by name alone, so that neither gets it', { name: 'Ben Ok' }, ['', '']],
  ])('somebody of the same name never gets the score of one %s', (_, person, grades) => {
    const template = sheet(
      line(12, 'Ben Ok'),
      line(13, 'Ben Ok').replace('Ben.Ok@', 'ok.ben@').replace('Submitted for grading', 'No submission'),
    );
    const { csv, unmatched } = fillMoodle(bytes(template), [rowOf(person, half('x'))], { fromMoodle: true });
    expect((parse(csv, { bom: true }) as string[][]).slice(1).map((cells) => cells[4])).toEqual(grades);
    expect(unmatched).toEqual(
      grades.includes('50') ? [] : [{ name: 'Ben Ok', why: expect.stringContaining('several people in the sheet') }],
    );
  });

  test('the scale of the worksheet is kept, in its own way of writing numbers', () => {
    const template = sheet(line(11, 'Ali Veli', { max: '"25,00"' }));
    const { csv, notes } = fillMoodle(bytes(template), [rowOf({ name: 'Ali Veli', platformId: '11' }, half('x'))], {
      fromMoodle: true,
    });
    expect((parse(csv, { bom: true }) as string[][])[1]![4]).toBe('12,5');
    expect(notes.join(' ')).toContain('scale of 25');
  });

  test.each([
    ['German', 'ID;Vollständiger Name;Status;Bewertung;Bestwertung', 'Teilnehmer/in11;Ali Veli;x;;100,00', 3],
    ['Turkish', 'Tanımlayıcı,Adı Soyadı,Durum,Not,En yüksek not', 'Katılımcı11,Ali Veli,x,,100.00', 3],
    ['French', 'Identifiant,Nom complet,Statut,Note,Note maximale', 'Participant11,Ali Veli,x,,100.00', 3],
    ['a language not known here', 'aa,bb,cc,dd,ee', 'Zzz 11,Ali Veli,x,,100.00', 3],
  ])('%s headings are understood', (_, headings, cells, column) => {
    const { csv, filled } = fillMoodle(bytes(`${headings}\n${cells}\n`), [ali], { fromMoodle: true });
    const delimiter = headings.includes(';') ? ';' : ',';
    expect(filled).toBe(1);
    expect(csv.split('\n')[1]!.split(delimiter)[column]).toBe('50');
  });

  test.each([
    ['a,b,c\n1,2,3\n', 'no column for the participants'],
    ['Identifier,Name\nParticipant 1,Ali\n', 'no column for the grades'],
    ['', 'is empty'],
    ['PK\u0003\u0004', 'spreadsheet file'],
  ])('what is no worksheet is refused by saying what is missing: %j', (text, why) => {
    expect(() => fillMoodle(bytes(text), [], { fromMoodle: true })).toThrow(why);
  });
});

describe("Canvas's gradebook", () => {
  const assignment = { id: 'udp-hello', title: 'UDP hello' };
  const heading = 'Student,ID,SIS User ID,SIS Login ID,Section,UDP hello (501),Essay (502),Current Score';
  const template = [
    heading,
    '    Points Possible,,,,,20,10,(read only)',
    '"Veli, Ali",11,s11,ali,Net,,7,35',
    '"Ok, Ben",12,s12,ben,Net,EX,,',
    '"Su, Cem",13,s13,cem,Net,15,,',
    '"Student, Test",99,,,Net,,,',
    '',
  ].join('\n');
  const rows = [
    rowOf({ name: 'veliali', platformId: '11' }, half('x')),
    rowOf({ name: 'okben', platformId: '12' }),
    rowOf({ name: 'sucem', platformId: '13' }, provisional),
    rowOf({ name: 'Nobody', platformId: '14' }),
  ];

  test('gets its one column, on its scale; excused and provisional stay as they are', () => {
    const { csv, ...rest } = fillCanvas(bytes(template), rows, { fromCanvas: true, assignment });
    expect(csv).toBe(template.replace('Net,,7,35', 'Net,10,7,35'));
    expect(rest).toMatchObject({
      filled: 1,
      notWritten: [
        { name: 'okben', why: expect.stringContaining('excused') },
        { name: 'sucem', why: 'the arena died' },
      ],
      unmatched: [{ name: 'Nobody' }],
    });
  });

  test('a semicolon stays a semicolon, and people are found by login and by name', () => {
    const semicolons = 'Student;ID;SIS Login ID;Section;UDP hello (501)\nVeli, Ali;11;ali;Net;\nOk, Ben;12;ben;Net;\n';
    const people = [rowOf({ name: 'Ali Veli' }), rowOf({ name: 'x', id: 'BEN' }, half('x'))];
    const { csv } = fillCanvas(bytes(semicolons), people, { fromCanvas: false, assignment });
    expect(csv).toBe(
      'Student;ID;SIS Login ID;Section;UDP hello (501)\nVeli, Ali;11;ali;Net;100\nOk, Ben;12;ben;Net;50\n',
    );
  });

  test("a short number beside another's name is not believed, for it may be that of another platform", () => {
    const ids = 'Student,ID,SIS User ID,Section,UDP hello (501)\n"Ok, Ben",1,55501,Net,\n"Su, Cem",2,20210003,Net,\n';
    const people = [rowOf({ name: 'Ali Veli', id: '55501' }), rowOf({ name: 'Semo S', id: '20210003' }, half('x'))];
    const { csv, unmatched } = fillCanvas(bytes(ids), people, { fromCanvas: false, assignment });
    expect(csv).toBe(ids.replace('20210003,Net,', '20210003,Net,50'));
    expect(unmatched).toEqual([{ name: 'Ali Veli', why: 'number 55501 is "Ok, Ben" in the sheet' }]);
  });

  test('who took part in two groups gets neither score, and it is said why', () => {
    const bob = { name: 'Bob Ok', id: 'sbob' };
    const rows = [
      rowOf({ name: 'One', members: [{ name: 'Ann Su', id: 'sann' }, bob] }),
      rowOf({ name: 'Two', members: [bob, { name: 'Cem Ay', id: 'scem' }] }, half('Two')),
    ];
    const sheet = [
      'Student,ID,SIS User ID,Section,Homework (7)',
      '    Points Possible,,,,100',
      '"Su, Ann",1,sann,S1,',
      '"Ok, Bob",2,sbob,S1,',
    ].join('\n');
    const filled = fillCanvas(bytes(sheet), rows, {
      fromCanvas: false,
      assignment: { id: 'homework', title: 'Homework' },
    });
    expect(filled.csv).toBe(sheet.replace('sann,S1,', 'sann,S1,100'));
    const twice = expect.stringContaining('several scores for the same line');
    expect(filled.unmatched).toEqual([
      { name: 'Bob Ok', why: twice },
      { name: 'Bob Ok', why: twice },
      { name: 'Cem Ay', why: expect.stringContaining('nobody in the sheet') },
    ]);
  });

  test('somebody of the same name gets nothing of one who is known by number', () => {
    const same = 'Student,ID,SIS Login ID,Section,UDP hello (501)\n"Ok, Ben",12,ben,Net,\n"Ok, Ben",13,ben2,Net,\n';
    const { csv } = fillCanvas(bytes(same), [rowOf({ name: 'okben', platformId: '13' })], {
      fromCanvas: true,
      assignment,
    });
    expect(csv).toBe(same.replace('ben2,Net,', 'ben2,Net,100'));
  });

  test('the column can be said, must exist, and is never guessed among several', () => {
    const other = { id: 'tcp-time', title: 'TCP time' };
    expect(() => fillCanvas(bytes(template), rows, { fromCanvas: true, assignment: other })).toThrow(
      /several.*--column/,
    );
    expect(() => fillCanvas(bytes(template), rows, { fromCanvas: true, assignment, column: 'Quiz' })).toThrow(
      /"Essay \(502\)"/,
    );
    const { csv } = fillCanvas(bytes(template), rows, { fromCanvas: true, assignment: other, column: '502' });
    expect(csv).toContain('Net,,5,35');
  });

  test('what is no gradebook is refused by saying what is missing', () => {
    const fill = (text: string) => () => fillCanvas(bytes(text), [], { fromCanvas: true, assignment });
    expect(fill('Name,Grade\nAli,1\n')).toThrow(/no column "Student", "ID", "Section"/);
    expect(fill('Student,ID,Section\nAli,1,x\n')).toThrow(/no column of an assignment/);
  });
});

test('results.jsonl holds one line for each result, in the order of the gradebook', async () => {
  const folder = await temporaryFolder();
  await writeTree({ 'results/b.json': '{"key":"b"}\n', 'results/a.json': '{"key":"a"}\n' }, folder);
  const rows = [
    rowOf({ name: 'B', key: 'b' }),
    rowOf({ name: 'A', key: 'a' }, provisional),
    rowOf({ name: 'C', key: 'c' }, 'none'),
  ];
  await writeResultsJsonl(join(folder, 'results.jsonl'), rows, join(folder, 'results'));
  expect(await readFile(join(folder, 'results.jsonl'), 'utf8')).toBe('{"key":"b"}\n{"key":"a"}\n');
});
