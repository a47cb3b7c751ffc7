import yauzl from 'yauzl';
import { type Encoding, encodingOf, utf8 } from '../legacy-text.js';
import { openZip } from './open-zip.js';

/** Asked only where a name needs it. */
export type LegacyEncoding = () => Promise<Encoding>;

/**
 * The name of a zip entry, undefined where the archive does not say in what it is written: Info-ZIP's extra field holds it in
 * UTF-8, and valid UTF-8 is believed, for the flag that promises it is often missing (macOS).
 */
export function nameOf({ extraFields, fileNameRaw }: yauzl.Entry): string | undefined {
  const extra = extraFields.some(({ id }) => id === UNICODE_PATH);
  // Without the flag, so that only the extra field can bring a name that the bytes themselves do not hold.
  const told = extra ? yauzl.getFileNameLowLevel(0, fileNameRaw, extraFields, true) : undefined;
  const plain = yauzl.getFileNameLowLevel(0, fileNameRaw, [], true);
  return told !== undefined && told !== plain ? told : utf8(fileNameRaw);
}

const UNICODE_PATH = 0x7075;
const MOST_NAMES = 1000;
const MOST_ENTRIES = 20_000;

/** What the names of a zip file that are not UTF-8 are written in: it is judged by all of them, and by the names that are `known`. */
export function legacyEncoding(path: string | Buffer, known: readonly string[]): LegacyEncoding {
  let judged: Promise<Encoding> | undefined;
  return () => {
    judged ??= legacyNames(path).then((names) => encodingOf(names, { known }));
    return judged;
  };
}

async function legacyNames(path: string | Buffer): Promise<Buffer[]> {
  const names: Buffer[] = [];
  const zip = await openZip(path);
  let entries = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      if (nameOf(entry) === undefined) names.push(entry.fileNameRaw);
      if (names.length === MOST_NAMES || entries === MOST_ENTRIES) break;
    }
  } finally {
    zip.close();
  }
  return names;
}
