import { isUtf8 } from 'node:buffer';
import type { CheckResult } from '../../../result/result.js';
import { bytesText } from '../../bytes-text.js';
import { rawBytes } from '../../ladder.js';
import { byteCountText } from '../../times.js';
import { Foreign } from '../text.js';
import { HexDump } from './hex-dump.js';

type CauseData = NonNullable<CheckResult['cause']>;

/** How much of a long value is shown at once, in characters; the rest scrolls or is counted. */
const SHOWN = 4000;
/** How much is shown before the first difference, so that the mark is in sight. */
const BEFORE = 200;

/** Sent, expected, received: side by side, with the first difference marked in text and in bytes. */
export function Comparison({ cause }: { cause: CauseData }) {
  if (cause.sent === undefined && cause.expected === undefined && cause.received === undefined) return null;
  const received = cause.received === undefined ? undefined : rawBytes(cause.received);
  const literal = cause.differsAt !== undefined && isLiteral(cause.expected, received, cause.differsAt);
  return (
    <div class="comparison">
      {cause.sent !== undefined && <Panel title="Sent" raw={rawBytes(cause.sent)} />}
      {cause.expected !== undefined &&
        (literal ? (
          <Panel title="Expected" tone="expected" raw={Buffer.from(cause.expected)} differsAt={cause.differsAt} />
        ) : (
          <section class="panel expected">
            <h4>Expected</h4>
            <p class="value words">
              <Foreign text={cause.expected} lines="kept" />
            </p>
          </section>
        ))}
      {received !== undefined && <Panel title="Received" tone="received" raw={received} differsAt={cause.differsAt} />}
    </div>
  );
}

/** Whether the expectation is the very text that should have come, so that a place in it can be marked. */
function isLiteral(expected: string | undefined, received: Buffer | undefined, differsAt: number): boolean {
  if (expected === undefined || received === undefined) return false;
  return Buffer.from(expected).subarray(0, differsAt).equals(received.subarray(0, differsAt));
}

interface PanelProps {
  title: string;
  raw: Buffer;
  tone?: 'expected' | 'received';
  differsAt?: number | undefined;
}

function Panel({ title, raw, tone, differsAt }: PanelProps) {
  const inline = differsAt !== undefined || hasUnseen(raw);
  return (
    <section class={`panel ${tone ?? ''}`}>
      <h4>
        {title} <span class="size">{byteCountText(raw.length)}</span>
      </h4>
      <p class="value">
        {raw.length === 0 ? <span class="nothing">empty</span> : <MarkedText raw={raw} differsAt={differsAt} />}
      </p>
      {differsAt !== undefined && tone === 'received' && (
        <p class="difference">
          {differsAt >= raw.length
            ? `first difference: ends after ${byteCountText(raw.length)}`
            : `first difference: byte ${differsAt + 1}`}
        </p>
      )}
      {raw.length > 0 && (
        <details class="bytes" open={inline && raw.length <= 64}>
          <summary>Bytes</summary>
          <HexDump raw={raw} differsAt={differsAt} />
        </details>
      )}
    </section>
  );
}

function MarkedText({ raw, differsAt }: { raw: Buffer; differsAt: number | undefined }) {
  if (differsAt === undefined) {
    const text = bytesText(raw);
    return (
      <>
        <Foreign text={text.slice(0, SHOWN)} />
        {text.length > SHOWN && <LeftOut characters={text.length - SHOWN} />}
      </>
    );
  }
  const at = characterStart(raw, Math.min(differsAt, raw.length));
  const [same, different] = [bytesText(raw.subarray(0, at)), bytesText(raw.subarray(at))];
  const cut = Math.max(0, same.length - BEFORE);
  return (
    <>
      {cut > 0 && <LeftOut characters={cut} />}
      <Foreign text={same.slice(cut)} />
      {different === '' ? (
        <mark class="ends">
          <span class="vh">ends here</span>
        </mark>
      ) : (
        <mark>
          <span class="vh">from here different: </span>
          <Foreign text={different.slice(0, SHOWN / 2)} />
        </mark>
      )}
      {different.length > SHOWN / 2 && <LeftOut characters={different.length - SHOWN / 2} />}
    </>
  );
}

function LeftOut({ characters }: { characters: number }) {
  return <span class="left-out">{` … ${characters.toLocaleString('en-US')} more characters … `}</span>;
}

/** Moves back to where the UTF-8 character at this offset begins. */
function characterStart(raw: Buffer, offset: number): number {
  let at = offset;
  while (at > 0 && at > offset - 4 && ((raw[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}

/** Whether the text hides something that only its bytes show. */
function hasUnseen(raw: Buffer): boolean {
  const isLine = (byte: number) => byte === 0x0a || byte === 0x0d || byte === 0x09;
  return raw.some((byte) => (byte < 0x20 && !isLine(byte)) || byte === 0x7f) || !isUtf8(raw);
}
