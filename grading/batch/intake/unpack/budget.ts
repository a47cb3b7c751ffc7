/** What unpacking may cost. Bytes are counted as they come out, never believed from a header. */
export interface Limits {
  bytes: number;
  /** Files and folders that are kept. */
  entries: number;
  /** Those that are skipped: a folder of libraries holds tens of thousands. */
  skipped: number;
  /** Unpacked size over packed size; looked at only beyond `ratioFromBytes`. */
  ratio: number;
  ratioFromBytes: number;
  /** Archives inside archives. */
  depth: number;
}

const MiB = 1024 * 1024;

/** One student's submission. */
export const STUDENT_LIMITS: Limits = {
  bytes: 256 * MiB,
  entries: 20_000,
  skipped: 500_000,
  ratio: 200,
  ratioFromBytes: 16 * MiB,
  depth: 3,
};

/** A whole class's download: large, but made of submissions that are packed already. */
export const CLASS_LIMITS: Limits = {
  bytes: 32 * 1024 * MiB,
  entries: 2_000_000,
  skipped: 10_000_000,
  ratio: 1000,
  ratioFromBytes: 512 * MiB,
  depth: 1,
};

/** An archive that is not unpacked any further. The message finishes the sentence "… was not unpacked: it …". */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused';
}

/** An archive of a kind that is not read here: a person has to unpack it. */
export class ForeignArchive extends ArchiveRefused {
  override name = 'ForeignArchive';
}

/** Counts what has been unpacked for one student or one class. */
export class Budget {
  #bytes = 0;
  #entries = 0;
  #skipped = 0;
  constructor(readonly limits: Limits) {}

  /** @throws ArchiveRefused */
  entry(): void {
    this.#entries += 1;
    if (this.#entries > this.limits.entries) {
      throw new ArchiveRefused(`holds more than ${this.limits.entries} files`);
    }
  }

  /** @throws ArchiveRefused */
  skip(): void {
    this.#skipped += 1;
    if (this.#skipped > this.limits.skipped) {
      throw new ArchiveRefused(`holds more than ${this.limits.skipped} files of libraries and tools`);
    }
  }

  /** Counts files that are copied: they cost disk as unpacked ones do, but are as large as they look. */
  files(): (bytes: number) => void {
    return (bytes) => {
      this.#bytes += bytes;
      if (this.#bytes <= this.limits.bytes) return;
      // What is not copied does not count against what comes after it.
      this.#bytes -= bytes;
      throw new ArchiveRefused(`is too large: a submission may have ${Math.round(this.limits.bytes / MiB)} MiB`);
    };
  }

  /** Starts counting one archive of `packedBytes`. The returned function is told of each piece that comes out. */
  archive(packedBytes: number): (bytes: number) => void {
    let unpacked = 0;
    return (bytes) => {
      unpacked += bytes;
      this.#bytes += bytes;
      if (this.#bytes > this.limits.bytes) {
        throw new ArchiveRefused(`unpacks to more than ${Math.round(this.limits.bytes / MiB)} MiB`);
      }
      if (unpacked > this.limits.ratioFromBytes && unpacked > packedBytes * this.limits.ratio) {
        throw new ArchiveRefused(`unpacks to more than ${this.limits.ratio} times its size`);
      }
    };
  }
}
