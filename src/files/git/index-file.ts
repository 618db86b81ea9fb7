/**
 * The index of a work tree, read from its file: which paths git tracks, with which content, and what the files were like when it
 * last looked at them.
 * @see https://git-scm.com/docs/index-format
 */

/** Of version 2 and 3 without the id of the content, which is of 20 bytes or of 32. */
const statBytes = 40;
const extendedFlag = 0x4000;
const skipWorktreeFlag = 0x4000;
const directoryMode = 0o040000;

export interface IndexEntry {
  /** Of its content, in hexadecimal. */
  readonly id: string;
  /** Whether it is one of several, in a merge that is not settled. */
  readonly unmerged: boolean;
  /** Left out of the work tree by a sparse checkout. */
  readonly sparse: boolean;
  /** Bytes, modulo 2 to the 32, and the time of the last change. */
  readonly size: number;
  readonly seconds: number;
  readonly nanoseconds: number;
}

export class GitIndex {
  readonly #bytes: Buffer;
  readonly #idBytes: number;
  readonly #places: ReadonlyMap<string, number>;
  /** It holds only what differs from another file, which is not read. */
  readonly isSplit: boolean;

  private constructor(bytes: Buffer, idBytes: number, places: ReadonlyMap<string, number>, isSplit: boolean) {
    this.#bytes = bytes;
    this.#idBytes = idBytes;
    this.#places = places;
    this.isSplit = isSplit;
  }

  /** Undefined when the bytes are no index of version 2, 3 or 4, or are cut short. They must stay as they are. */
  static read(bytes: Uint8Array, idBytes: 20 | 32 = 20): GitIndex | undefined {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (buffer.length < 12 || buffer.readUInt32BE(0) !== 0x44495243) return undefined; // "DIRC"
    const version = buffer.readUInt32BE(4);
    if (version < 2 || version > 4) return undefined;
    const count = buffer.readUInt32BE(8);
    const header = statBytes + idBytes + 2;
    const places = new Map<string, number>();
    let at = 12;
    let previous = "";
    for (let entry = 0; entry < count; entry++) {
      const start = at;
      if (at + header > buffer.length) return undefined;
      at += (buffer.readUInt16BE(at + header - 2) & extendedFlag) === 0 ? header : header + 2;
      let prefix = "";
      if (version === 4) {
        const strip = readOffset(buffer, at);
        at = strip.next;
        const whole = Buffer.from(previous);
        prefix = whole.toString("utf8", 0, whole.length - strip.value);
      }
      const end = buffer.indexOf(0, at);
      if (end < 0) return undefined;
      previous = prefix + buffer.toString("utf8", at, end);
      places.set(previous, start);
      // Versions 2 and 3 pad each entry with 1 to 8 NULs to a multiple of eight bytes.
      at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
    }
    return new GitIndex(buffer, idBytes, places, hasExtension(buffer, at, "link"));
  }

  /** From the root of the work tree; a directory that a sparse index holds whole ends with a slash. */
  get paths(): Iterable<string> {
    return this.#places.keys();
  }

  entry(path: string): IndexEntry | undefined {
    const at = this.#places.get(path);
    if (at === undefined) return undefined;
    const bytes = this.#bytes;
    const flagsAt = at + statBytes + this.#idBytes;
    const flags = bytes.readUInt16BE(flagsAt);
    const more = (flags & extendedFlag) === 0 ? 0 : bytes.readUInt16BE(flagsAt + 2);
    return {
      id: bytes.toString("hex", at + statBytes, flagsAt),
      unmerged: (flags & 0x3000) !== 0,
      sparse: (more & skipWorktreeFlag) !== 0 || bytes.readUInt32BE(at + 24) === directoryMode,
      size: bytes.readUInt32BE(at + 36),
      seconds: bytes.readUInt32BE(at + 8),
      nanoseconds: bytes.readUInt32BE(at + 12),
    };
  }
}

/** Extensions follow the entries: a name of four letters, a length, and as many bytes. */
function hasExtension(bytes: Buffer, after: number, name: string): boolean {
  for (let at = after; at + 8 <= bytes.length; at += 8 + bytes.readUInt32BE(at + 4)) {
    const found = bytes.toString("latin1", at, at + 4);
    if (found === name) return true;
    if (!/^[A-Za-z]{4}$/.test(found)) return false; // the checksum at the end
  }
  return false;
}

/** git's variable width encoding of offsets. */
function readOffset(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let byte = bytes[at] ?? 0;
  let next = at + 1;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes[next++] ?? 0;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, next };
}
