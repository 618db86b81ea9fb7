import { expect, test } from "vitest";
import { pnpmWorkspace } from "../../../../src/languages/javascript/manifests/pnpm-workspace.ts";
import { lernaJson, rushJson } from "../../../../src/languages/javascript/manifests/workspace-globs.ts";
import { unreadLock } from "../../../../src/languages/javascript/manifests/unread-lock.ts";

function patterns(text: string): readonly string[] {
  const { manifest } = pnpmWorkspace.read({ path: "pnpm-workspace.yaml", text, diagnostics: [] });
  return manifest?.kind === "workspace"
    ? manifest.patterns.map((each) => `${each.line}:${each.column} ${each.text}`)
    : [];
}

test.each([
  ["a list", "packages:\n  - packages/*\n  - '!**/old'\n", ["2:5 packages/*", "3:6 !**/old"]],
  ["a list in brackets", 'packages: ["a", "b/**"]', ["1:13 a", "1:18 b/**"]],
  ["other things", "catalog:\n  react: ^18\npackages:\n  - a\n  - 3\n  - {}\n", ["4:5 a", "5:5 3"]],
  ["nothing", "", []],
  ["no list", "packages: 3\n", []],
  ["a text", "till", []],
])("pnpm-workspace.yaml with %s", (_, text, expected) => {
  expect(patterns(text)).toEqual(expected);
});

test.each([
  ["brackets", `packages: ${"[".repeat(100_000)}`],
  ["braces", `packages: ${"{a: ".repeat(100_000)}`],
  ["brackets a line each", `packages:\n${" [\n".repeat(20_000)}`],
  ["dashes", `packages:\n${"- ".repeat(50_000)}`],
  [
    "aliases upon aliases",
    `a: &a [x,x]\n${"bcdefghij"
      .split("")
      .map((name, at) => `${name}: &${name} [*${"abcdefghi"[at]},*${"abcdefghi"[at]}]`)
      .join("\n")}\npackages: *j\n`,
  ],
])("%s without end cost bounded time and no stack", (_, text) => {
  const start = performance.now();
  const { diagnostics } = pnpmWorkspace.read({ path: "pnpm-workspace.yaml", text, diagnostics: [] });
  expect(diagnostics.length).toBeLessThan(200);
  expect(performance.now() - start).toBeLessThan(3000);
});

test("rush.json: projects by their folders", () => {
  const text = `// Rush\n{ "projects": [\n  { "packageName": "@shop/till", "projectFolder": "apps/till" },\n  { "packageName": "@shop/coins" },\n] }`;
  const { manifest, diagnostics } = rushJson.read({ path: "rush.json", text, diagnostics: [] });
  expect(manifest?.kind === "workspace" && manifest.patterns).toEqual([{ text: "apps/till", line: 3, column: 51 }]);
  expect(diagnostics.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '4 a project should have a text under "projectFolder"',
  ]);
});

test("lerna.json", () => {
  const { manifest } = lernaJson.read({ path: "lerna.json", text: '{"packages":["modules/*"]}', diagnostics: [] });
  expect(manifest?.kind === "workspace" && manifest.patterns.map(({ text }) => text)).toEqual(["modules/*"]);
  expect(lernaJson.read({ path: "lerna.json", text: '{"version":"1.0.0"}', diagnostics: [] })).toEqual({
    diagnostics: [],
  });
});

test.each(["bun.lockb", "deno.lock"])("%s is known and said not to be read", (name) => {
  expect(unreadLock.matches(name, name)).toBe(true);
  const { diagnostics } = unreadLock.read({ path: name, text: "", diagnostics: [] });
  expect(diagnostics.map(({ code }) => code)).toEqual(["unsupported"]);
});
