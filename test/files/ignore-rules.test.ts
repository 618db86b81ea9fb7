/** git's own answers: `git check-ignore` is asked about the same patterns and paths. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { IgnoreRules } from "../../src/files/ignore-rules.ts";

const root = mkdtempSync(join(tmpdir(), "depbraid-ignore-"));
execFileSync("git", ["init", "-q", root]);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Which of the paths git ignores by these patterns in the root's `.gitignore`. */
function gitIgnored(patterns: string, paths: readonly string[]): readonly string[] {
  writeFileSync(join(root, ".gitignore"), patterns);
  const args = ["-C", root, "check-ignore", "--no-index", "--stdin", "-z"];
  const { stdout } = spawnSync("git", args, { input: paths.join("\0"), encoding: "utf8" });
  return stdout.split("\0").filter((path) => path !== "");
}

/** As the walk asks: each directory above first. */
function weIgnore(rules: IgnoreRules, path: string): boolean {
  const parts = path.split("/");
  return parts.some((_, at) =>
    rules.ignores(parts.slice(0, at + 1).join("/"), at + 1 < parts.length ? "directory" : "file"),
  );
}

const name = fc.constantFrom("oven", "till", "till.py", "oven.tar.gz", "a.pyc", ".env", "out", "Bread", "#x", "!x");
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
const plain = fc.constantFrom(
  "oven",
  "till.py",
  "out",
  "oven/till",
  "out/",
  ".env",
  "bread",
  "\\#x",
  "\\!x",
  "#comment",
  "",
);
const wild = fc.constantFrom(
  "*.pyc",
  "*.gz",
  "*.tar.gz",
  "*",
  "o*",
  "?ill",
  "[ot]*",
  "**/till",
  "out/**",
  "oven/*",
  "*.py[co]",
  "**/oven/",
  "o?t/",
);
const pattern = fc
  .tuple(
    fc.constantFrom("", "", "", "!"),
    fc.constantFrom("", "", "/"),
    fc.oneof(plain, wild),
    fc.constantFrom("", "", " "),
  )
  .map(([sign, anchor, body, end]) => (body === "" || body.startsWith("#") ? body : sign + anchor + body + end));

test("agrees with git on any patterns and paths", () => {
  let seen = 0;
  fc.assert(
    fc.property(
      fc.array(pattern, { maxLength: 6 }),
      fc.uniqueArray(path, { minLength: 8, maxLength: 20 }),
      (lines, paths) => {
        const text = lines.join("\n");
        const rules = new IgnoreRules("", text);
        const ours = paths.filter((each) => weIgnore(rules, each));
        seen += ours.length;
        expect(ours).toEqual(gitIgnored(text, paths));
      },
    ),
    {
      numRuns: 150,
      examples: [
        [
          ["[ot]*", "!out"],
          ["out", "out/Bread", "oven", "oven/till", "till.py", ".env", "a.pyc", "#x"],
        ],
      ],
    },
  );
  expect(seen).toBeGreaterThan(0);
});
