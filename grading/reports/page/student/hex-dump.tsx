const PER_ROW = 8;
/** Rows shown at most: some before the difference, some after. */
const MAX_ROWS = 40;

/** Bytes in hexadecimal beside their characters, with the first different byte marked; equal rows far before it are counted. */
export function HexDump({ raw, differsAt }: { raw: Buffer; differsAt?: number | undefined }) {
  const rowCount = Math.ceil(
    (Math.max(raw.length, 1) + (differsAt === raw.length && raw.length % PER_ROW === 0 ? 1 : 0)) / PER_ROW,
  );
  const marked = differsAt === undefined ? 0 : Math.floor(differsAt / PER_ROW);
  const first = Math.max(0, Math.min(marked - MAX_ROWS / 4, rowCount - MAX_ROWS));
  const rows = Array.from({ length: Math.min(MAX_ROWS, rowCount) }, (_, index) => (first + index) * PER_ROW);
  const after = raw.length - (first + rows.length) * PER_ROW;
  return (
    <div class="hex">
      {first > 0 && <p class="left-out">{`… ${first * PER_ROW} bytes before`}</p>}
      {rows.map((offset) => (
        <Row key={offset} raw={raw} offset={offset} differsAt={differsAt} />
      ))}
      {after > 0 && <p class="left-out">{`… ${after.toLocaleString('en-US')} bytes after`}</p>}
    </div>
  );
}

function Row({ raw, offset, differsAt }: { raw: Buffer; offset: number; differsAt: number | undefined }) {
  const cells = Array.from({ length: PER_ROW }, (_, index) => offset + index);
  return (
    <div class="hex-row">
      <span class="offset">{offset.toString(16).padStart(4, '0')}</span>
      <span class="cells">
        {cells.map((at) => {
          const text = at < raw.length ? raw[at]!.toString(16).padStart(2, '0') : at === differsAt ? '··' : '  ';
          return at === differsAt ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
        })}
      </span>
      <span class="characters" aria-hidden="true">
        {cells.map((at) => {
          const text = at < raw.length ? printable(raw[at]!) : '';
          return at === differsAt && text !== '' ? <mark key={at}>{text}</mark> : text;
        })}
      </span>
    </div>
  );
}

function printable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}
