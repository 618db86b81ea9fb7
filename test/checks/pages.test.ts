/** Every repository of every page goes through the whole product: the documentation cannot rot. */
import { describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { explain, knownCodes } from "../../src/checks/explain.ts";
import { memoryFileSystem } from "../../src/files/file-system.ts";
import { pageRepositories } from "./page-repositories.ts";

describe.each(knownCodes)("the page of %s", (code) => {
  const repositories = pageRepositories(explain(code) ?? "");

  test("has something that is reported, and something that is not", () => {
    expect(repositories.some(({ findings }) => findings.length > 0)).toBe(true);
    expect(repositories.some(({ findings }) => findings.length === 0)).toBe(true);
  });

  test.each(repositories)("holds at line $line", async ({ files, findings }) => {
    const { conflicts, diagnostics } = await analyze({ fileSystem: memoryFileSystem(files), only: [code] });
    expect(diagnostics).toEqual([]);
    const drawn = conflicts.map(
      (each) => `${each.severity} ${each.code} ${each.file}:${each.line}:${each.column} ${each.subject}`,
    );
    expect(drawn.toSorted()).toEqual(findings.toSorted());
  });
});

test("a page with an unread block is refused", () => {
  expect(() => pageRepositories("```ts\nlet a;\n```")).toThrow("without a path");
  expect(() => pageRepositories("```ts a.ts\nlet a;\n```")).toThrow("no findings");
  expect(() => pageRepositories("```findings\n")).toThrow("no end");
});
