import type { FoundReference } from "../facts/found.ts";
import { squeeze } from "../facts/names.ts";

/**
 * The distinct names of one file, each at its first use. Names are compared in place: a name that was seen before costs
 * no string. (A `Map` of slices took a third of the time of the whole scan.)
 */
export class NameTable {
  readonly #text: string;
  readonly references: FoundReference[] = [];
  #hashes: Int32Array = new Int32Array(64);
  /** -1 for a name with blanks or comments inside, which cannot be compared in place. */
  #ends: Int32Array = new Int32Array(64);
  /** Open addressing: index of a reference, plus one. A power of two, at most half full. */
  #slots: Int32Array = new Int32Array(128);

  constructor(text: string) {
    this.#text = text;
  }

  /** Adds the chain between two offsets of the text, which has neither blanks nor comments inside. */
  add(start: number, end: number): void {
    const text = this.#text;
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.#hashes[entry - 1] === hash && this.#isAt(entry - 1, start, end)) return;
      slot = (slot + 1) & mask;
    }
    this.#insert(slot, hash, { name: text.slice(start, end), start }, end);
  }

  /** Adds a chain with blanks or comments inside. */
  addSpaced(start: number, end: number): void {
    const name = squeeze(this.#text, start, end);
    let hash = 0;
    for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = this.#slots[slot] ?? 0; entry !== 0; entry = this.#slots[slot] ?? 0) {
      if (this.references[entry - 1]?.name === name) return;
      slot = (slot + 1) & mask;
    }
    this.#insert(slot, hash, { name, start }, -1);
  }

  #isAt(index: number, start: number, end: number): boolean {
    const reference = this.references[index];
    if (reference === undefined) return false;
    const text = this.#text;
    const otherEnd = this.#ends[index] ?? 0;
    if (otherEnd < 0) return reference.name === text.slice(start, end);
    if (otherEnd - reference.start !== end - start) return false;
    const shift = reference.start - start;
    for (let at = start; at < end; at++) if (text.charCodeAt(at) !== text.charCodeAt(at + shift)) return false;
    return true;
  }

  #insert(slot: number, hash: number, reference: FoundReference, end: number): void {
    const index = this.references.length;
    if (index === this.#hashes.length) {
      this.#grow();
      slot = this.#freeSlot(hash);
    }
    this.references.push(reference);
    this.#hashes[index] = hash;
    this.#ends[index] = end;
    this.#slots[slot] = index + 1;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    const ends = new Int32Array(hashes.length);
    ends.set(this.#ends);
    this.#hashes = hashes;
    this.#ends = ends;
    this.#slots = new Int32Array(hashes.length * 2);
    for (let index = 0; index < this.references.length; index++) {
      this.#slots[this.#freeSlot(hashes[index] ?? 0)] = index + 1;
    }
  }

  #freeSlot(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }
}
