import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { UsageError } from '../../../harness/usage-error.js';
import { systemWords } from '../system-words.js';
import type { Person } from './class.js';
import { fold } from './file-name.js';
import { decode, encodingOf, OF_SPREADSHEETS, utf8 } from './legacy-text.js';

const COLUMNS: { field: 'name' | 'first' | 'last' | 'id' | 'email' | 'login'; words: RegExp }[] = [
  { field: 'email', words: /^(e?mail(adress|address)?|emailid|eposta|epostaadresi|correo|courriel|mel|adressemail)$/ },
  { field: 'first', words: /^(firstname|first|givenname|vorname|prenom|nombre|ad|adi|isim|forename)$/ },
  { field: 'last', words: /^(lastname|last|surname|familyname|nachname|nom|apellidos?|soyad|soyadi)$/ },
  {
    field: 'login',
    words: /^(login|loginid|sisloginid|username|user|githubusername|github|githublogin|benutzername|kullaniciadi)$/,
  },
  {
    field: 'name',
    words:
      /^(name|fullname|student|studentname|participant|adsoyad|adisoyadi|adisoyad|identifier|rosteridentifier|nomcomplet|nombrecompleto|vollstandigername)$/,
  },
  {
    field: 'id',
    words:
      /^(id|studentid|sid|idnumber|number|no|studentnumber|studentno|matrikelnummer|matrikel|matric|matricno|matricnumber|enrolmentno|enrollmentno|rollno|rollnumber|regno|registrationnumber|sisuserid|sisid|numara|ogrencino|ogrencinumarasi|matricule|matricula)$/,
  },
];

/** A person in the roster, with every word by which a platform may call them. */
export interface RosterPerson extends Person {
  login?: string;
}

/**
 * Reads a class list: any CSV with a heading row that has a name (or first and last name), an id, an e-mail address
 * or a login.
 * @throws UsageError when there is no such column.
 */
export async function readRoster(path: string): Promise<RosterPerson[]> {
  const raw = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The roster "${path}" cannot be read: ${systemWords(error)}.`);
  });
  if (isSpreadsheet(raw)) {
    throw new UsageError(`The roster "${path}" is a spreadsheet file (.xlsx, .xls or .ods). Save it as CSV.`);
  }
  // A first line that tells Excel the separator says nothing about anybody.
  const text = textOf(raw).replace(/^sep=.\r?\n/i, '');
  const rows = parseCsv(text, path);
  const heading = rows[0] ?? [];
  const columns = new Map<string, number>();
  for (const [index, cell] of heading.entries()) {
    const known = COLUMNS.find(({ words }) => words.test(fold(cell)));
    if (known && !columns.has(known.field)) columns.set(known.field, index);
  }
  if (columns.size === 0) {
    throw new UsageError(
      `The roster "${path}" has no column named Name, First name, Last name, ID, Email or Login in its first line.`,
    );
  }
  const people = rows.slice(1).flatMap((row): RosterPerson[] => {
    const cell = (field: string): string => (row[columns.get(field) ?? -1] ?? '').trim();
    const [id, email, login] = [cell('id'), cell('email'), cell('login')];
    const name = cell('name') || [cell('first'), cell('last')].filter(Boolean).join(' ') || login || email || id;
    // The second line of Canvas's gradebook, which serves as a roster too.
    if (name === '' || /^points possible$/i.test(name)) return [];
    return [{ name, ...((id || login) && { id: id || login }), ...(email && { email }), ...(login && { login }) }];
  });
  if (people.length === 0) throw new UsageError(`There is nobody in the roster "${path}", only its headings.`);
  // The same line twice is the same person, as where somebody takes part in two groups.
  return [...new Map(people.map((person) => [JSON.stringify(person), person])).values()];
}

/** Zip files (.xlsx, .ods) and the older compound files (.xls). */
function isSpreadsheet(raw: Buffer): boolean {
  return ['504b0304', 'd0cf11e0'].includes(raw.subarray(0, 4).toString('hex'));
}

function textOf(raw: Buffer): string {
  if (raw[0] === 0xff && raw[1] === 0xfe) return new TextDecoder('utf-16le').decode(raw);
  if (raw[0] === 0xfe && raw[1] === 0xff) return new TextDecoder('utf-16be').decode(raw);
  // Without its mark UTF-16 is known by the empty half of each plain letter.
  if (raw[0] !== 0 && raw[1] === 0) return new TextDecoder('utf-16le').decode(raw);
  if (raw[0] === 0 && raw[1] !== 0) return new TextDecoder('utf-16be').decode(raw);
  return utf8(raw) ?? decode(raw, encodingOf([raw], { among: OF_SPREADSHEETS }));
}

function parseCsv(text: string, path: string): string[][] {
  const firstLine = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, next) =>
    firstLine.split(next).length > firstLine.split(best).length ? next : best,
  );
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  } catch (error) {
    throw new UsageError(`The roster "${path}" is not a CSV file (${(error as Error).message}).`);
  }
}
