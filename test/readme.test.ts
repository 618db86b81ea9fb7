/** What the README shows is what happens. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
const packageJson: { dependencies: Record<string, string> } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

function block(info: string): string {
  const found = new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)^\`\`\``, "m").exec(readme)?.[1];
  expect(found, `a block of ${info || "plain text"}`).toBeDefined();
  return found ?? "";
}

test("the library example runs and says what the fixture holds", () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", block("ts")], {
    cwd: root,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("error import/unresolved dashboard/src/main.tsx:5");
  expect(stdout).toContain("file:collector/collector/station.py");
  expect(stdout).toMatch(/\d+ nodes\n$/);
});

test("the picture is real output", () => {
  const { stdout, status } = spawnSync(
    process.execPath,
    ["dist/cli.js", "check", "fixtures/weather-station/three-strands/repo"],
    { cwd: root, encoding: "utf8" },
  );
  expect(status).toBe(1);
  const untimed = (text: string): string => text.replaceAll(/\d+(\.\d+)? m?s\b/g, "0 s").trimEnd();
  expect(untimed(block("")).replace(/^\$.*\n/, "")).toBe(untimed(stdout));
});

test("every dependency is in the table, and nothing else", () => {
  const table = readme.slice(readme.indexOf("## Dependencies"), readme.indexOf("## How it is made"));
  const named = [...table.matchAll(/^\| \[([^\]]+)\]/gm)].map((match) => match[1]);
  const direct = Object.keys(packageJson.dependencies).filter((name) => !name.startsWith("tree-sitter-"));
  expect(named.toSorted()).toEqual(direct.toSorted());
});
