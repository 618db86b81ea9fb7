/**
 * Blocks at the top of a component's file: `<script lang="ts">…</script>`. Markup between them is stepped over.
 * @see https://vuejs.org/api/sfc-spec.html
 * @see https://svelte.dev/docs/svelte/svelte-files
 */

export interface Block {
  /** `script`, `style`, `template`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** Offsets of what is between its tags. */
  readonly start: number;
  readonly end: number;
}

/** Its value, without quotes; empty where it has none. */
export interface Attribute {
  readonly value: string;
  /** Offsets of the value as written, quotes included. */
  readonly start: number;
  readonly end: number;
}

const opening = /<(?:!--|(script|style|template|svelte:head)(?=[\s/>]))/gi;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/y;

/** In the order of the text; an open end is the end of the text. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const tags = new RegExp(opening);
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    const name = tag[1]?.toLowerCase();
    if (name === undefined) {
      const close = text.indexOf("-->", tags.lastIndex);
      tags.lastIndex = close < 0 ? text.length : close;
      continue;
    }
    const { attributes, end: start, isEmpty } = readTag(text, tags.lastIndex);
    const end = isEmpty ? start : closingTag(text, start, name);
    if (name !== "svelte:head") blocks.push({ name, attributes, start, end });
    tags.lastIndex = end;
  }
  return blocks;
}

interface Tag {
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** The offset after its `>`. */
  readonly end: number;
  readonly isEmpty: boolean;
}

function readTag(text: string, from: number): Tag {
  const attributes = new Map<string, Attribute>();
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return { attributes, end: at + 1, isEmpty: text.charCodeAt(at - 1) === 47 };
    attribute.lastIndex = at;
    const found = attribute.exec(text);
    if (found === null) continue;
    const [whole, name = "", written = ""] = found;
    const end = at + whole.length;
    const value = /^["']/.test(written) ? written.slice(1, -1) : written;
    attributes.set(name.toLowerCase(), { value, start: end - written.length, end });
    at = end - 1;
  }
  return { attributes, end: text.length, isEmpty: true };
}

/** Templates nest; within a script or a style nothing is a tag but its own end. */
function closingTag(text: string, from: number, name: string): number {
  const tags = new RegExp(name === "template" ? `<(/?)${name}(?=[\\s/>])` : `<(/)${name}(?=[\\s/>])`, "gi");
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    if (tag[1] === "/") {
      if (--depth === 0) return tag.index;
      continue;
    }
    const nested = readTag(text, tags.lastIndex);
    if (!nested.isEmpty) depth++;
    tags.lastIndex = nested.end;
  }
  return text.length;
}
