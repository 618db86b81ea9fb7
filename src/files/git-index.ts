/**
 * The paths that git tracks, read from `.git/index`: a tracked file is part of the repository even if a `.gitignore`
 * pattern matches it.
 * @see https://git-scm.com/docs/index-format
 */

const entryHeader = 62;
const extendedFlag = 0x4000;

/** Tracked paths; undefined when the bytes are no index of version 2, 3 or 4, or are cut short. */
export function readGitIndex(bytes: Uint8Array): ReadonlySet<string> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0) !== 0x44495243) return undefined; // "DIRC"
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return undefined;
  const count = view.getUint32(8);
  const paths = new Set<string>();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 12;
  let previous = "";
  for (let entry = 0; entry < count; entry++) {
    const start = at;
    if (at + entryHeader > bytes.length) return undefined;
    const flags = view.getUint16(at + 60);
    at += (flags & extendedFlag) !== 0 ? entryHeader + 2 : entryHeader;
    let prefix = "";
    if (version === 4) {
      const strip = readOffset(bytes, at);
      at = strip.next;
      const whole = Buffer.from(previous);
      prefix = whole.toString("utf8", 0, whole.length - strip.value);
    }
    const end = buffer.indexOf(0, at);
    if (end < 0) return undefined;
    previous = prefix + buffer.toString("utf8", at, end);
    paths.add(previous);
    // Versions 2 and 3 pad each entry with 1 to 8 NULs to a multiple of eight bytes.
    at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
  }
  return paths;
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
