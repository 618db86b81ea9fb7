/** Input of a megabyte that would take a reader minutes if it went back over its text: it takes a second or two. */
import { expect, test } from "vitest";
import { dialects } from "../../../../src/languages/java/dialects/dialect.ts";
import { drawOutline } from "./drawn-outline.ts";

const many = 200_000;
const endings = { kotlin: "kt", groovy: "groovy", scala: "scala" } as const;

const hostile: Readonly<Record<string, string>> = {
  "brackets that are never closed": "{".repeat(many),
  "brackets that were never opened": "}".repeat(many),
  "templates in strings in templates": '"${'.repeat(many),
  "comments in comments": "/*".repeat(many),
  "characters that are none": "{" + "'\\".repeat(many) + "}",
  "slashes that divide": "{" + "= / \\/ ".repeat(many),
  "dollars and slashes": "{ = $/ ".repeat(many),
  "dollars and slashes on lines of their own": "$/\n".repeat(many),
  "half a backtick": "{`a".repeat(many),
  "packages in packages on one line": "package a {".repeat(many),
  "packages in packages with types": "package a { class B; ".repeat(many / 4),
  "a package of long lines": "package a\nclass B\n".repeat(many / 4),
  "a long name": `import ${"a.".repeat(many)}{${"b,".repeat(many / 10)}}`,
  "many imports in one": `import a.{${"b,".repeat(many)}}`,
  "type parameters": "fun <".repeat(many),
  annotations: "@a(".repeat(many),
};

for (const dialect of dialects) {
  if (dialect === "java") continue;
  test.each(Object.entries(hostile))(`${dialect}: %s`, (_, text) => {
    const before = process.cpuUsage();
    drawOutline(`odd.${endings[dialect]}`, `${text}\n`);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(15);
  });
}
