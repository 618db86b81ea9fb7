import { expect, test } from "vitest";
import { readYamlPlaces, type YamlNode } from "../../src/files/yaml-places.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";

function draw(node: YamlNode | undefined, indent = ""): readonly string[] {
  if (node === undefined) return [`${indent}nothing`];
  if (node.text !== undefined) return [`${indent}${node.line}:${node.column} ${node.text}`];
  const lines: string[] = [];
  for (const [key, value] of node.entries) lines.push(`${indent}${key}:`, ...draw(value, `${indent}  `));
  for (const item of node.items) lines.push(...draw(item, `${indent}- `));
  return lines;
}

function read(text: string): string {
  const diagnostics: Diagnostic[] = [];
  const root = readYamlPlaces({ path: "shop.yaml", text, diagnostics: [] }, diagnostics);
  return [...draw(root), ...diagnostics.map(({ line, column, message }) => `! ${line}:${column} ${message}`)].join(
    "\n",
  );
}

test.each<[name: string, text: string, drawn: string]>([
  [
    "texts, numbers and flags as they are written",
    "a: 1.10\nb: 'yes'\nc: [true, x]\n",
    "a:\n  1:4 1.10\nb:\n  2:5 yes\nc:\n  - 3:5 true\n  - 3:11 x",
  ],
  ["aliases", "a: &one x\nb: *one\n", "a:\n  1:9 x\nb:\n  1:9 x"],
  ["nothing", "", "nothing"],
  ["a key twice", "a: 1\na: 2\n", "a:\n  2:4 2\n! 2:1 Map keys must be unique"],
  [
    "a bracket that is not closed",
    "a: x\nb: [y\n",
    "a:\n  1:4 x\nb:\n! 3:1 Flow sequence in block collection must be sufficiently indented and end with a ]",
  ],
  [
    "too deep",
    `a: ${"[".repeat(200)}`,
    "nothing\n! 0:0 the file is too long or nested too deep for a file that people write; it was not read",
  ],
])("%s", (_name, text, drawn) => {
  expect(read(text)).toBe(drawn);
});

test("an alias that names what it stands in ends", () => {
  expect(read("a: &a [x, *a]\n")).toContain("1:8 x");
});
