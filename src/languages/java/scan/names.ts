import { bytesOf, other } from "../../../files/source-bytes.ts";
import type { FoundReference } from "../facts/found.ts";
import { squeeze } from "../facts/names.ts";

// One table for all files, grown when needed and emptied for the next one: three arrays a file cost a thirtieth of the scan.
const usual = 256;
let hashes = new Int32Array(usual);
/** -1 for a name that cannot be compared in place: with blanks or comments inside, or with what is not ASCII. */
let ends = new Int32Array(usual);
/** Open addressing: index of a reference, plus one. A power of two, at most half full. */
let slots = new Int32Array(2 * usual);

function empty(): void {
  hashes = new Int32Array(usual);
  ends = new Int32Array(usual);
  slots = new Int32Array(2 * usual);
}

/**
 * The distinct names of one file, each at its first use. Names are compared in place: a name that was seen before costs
 * no string. (A `Map` of slices took a third of the time of the whole scan.) Valid until the next one is made.
 */
export class NameTable {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly references: FoundReference[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#bytes = bytesOf(text);
    // What a file of a thousand names and more needed is not emptied for each that follows.
    if (hashes.length > 4 * usual) empty();
    else slots.fill(0);
  }

  /** Adds the chain between two offsets of the text, which has neither blanks nor comments inside. */
  add(start: number, end: number): void {
    const bytes = this.#bytes;
    let hash = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === other) return this.#addText(this.#text.slice(start, end), start);
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
      if (hashes[entry - 1] === hash && this.#isAt(entry - 1, start, end)) return;
      slot = (slot + 1) & mask;
    }
    this.#insert(slot, hash, { name: this.#text.slice(start, end), start }, end);
  }

  /** Adds a chain with blanks or comments inside. */
  addSpaced(start: number, end: number): void {
    this.#addText(squeeze(this.#text, start, end), start);
  }

  #addText(name: string, start: number): void {
    let hash = 0;
    for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
      if (this.references[entry - 1]?.name === name) return;
      slot = (slot + 1) & mask;
    }
    this.#insert(slot, hash, { name, start }, -1);
  }

  #isAt(index: number, start: number, end: number): boolean {
    const reference = this.references[index];
    if (reference === undefined) return false;
    const bytes = this.#bytes;
    const otherEnd = ends[index] ?? 0;
    if (otherEnd < 0) return reference.name === this.#text.slice(start, end);
    if (otherEnd - reference.start !== end - start) return false;
    const shift = reference.start - start;
    for (let at = start; at < end; at++) if (bytes[at] !== bytes[at + shift]) return false;
    return true;
  }

  #insert(slot: number, hash: number, reference: FoundReference, end: number): void {
    const index = this.references.length;
    if (index === hashes.length) {
      this.#grow();
      slot = this.#freeSlot(hash);
    }
    this.references.push(reference);
    hashes[index] = hash;
    ends[index] = end;
    slots[slot] = index + 1;
  }

  #grow(): void {
    const more = new Int32Array(hashes.length * 2);
    more.set(hashes);
    hashes = more;
    const moreEnds = new Int32Array(more.length);
    moreEnds.set(ends);
    ends = moreEnds;
    slots = new Int32Array(more.length * 2);
    for (let index = 0; index < this.references.length; index++) {
      slots[this.#freeSlot(hashes[index] ?? 0)] = index + 1;
    }
  }

  #freeSlot(hash: number): number {
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }
}
