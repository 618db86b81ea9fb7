import { expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { type Compared, baselineText, compareBaseline, type Known } from "../../src/cli/baseline.ts";
import { memoryFileSystem } from "../../src/files/file-system.ts";
import { noSettings, type Rule } from "../../src/model/settings.ts";
import type { Analysis } from "../../src/model/analysis.ts";

const shop = { "package.json": '{ "name": "shop", "version": "1.0.0" }' };

async function of(files: Readonly<Record<string, string>>): Promise<Analysis> {
  return analyze({ fileSystem: memoryFileSystem({ ...shop, ...files }) });
}

async function compared(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Promise<Compared> {
  const written: { readonly conflicts: readonly Known[] } = JSON.parse([...baselineText(await of(before))].join(""));
  return compareBaseline(await of(after), written.conflicts);
}

const line = 'import "./gone.js";\n';
const circle = { "src/a.js": 'import "./b.js";\n', "src/b.js": 'import "./a.js";\n' };

test.each([
  ["the same", { "src/a.js": line }, { "src/a.js": line }, [0, 1, 0]],
  ["shifted lines", { "src/a.js": line }, { "src/a.js": `\n\n${line}` }, [0, 1, 0]],
  ["a file that was moved", { "src/a.js": line }, { "lib/b.js": line }, [0, 1, 0]],
  ["a second one like it", { "src/a.js": line }, { "src/a.js": line, "lib/b.js": line }, [1, 1, 0]],
  ["a circle that was moved", circle, { "lib/a.js": circle["src/a.js"], "lib/b.js": circle["src/b.js"] }, [0, 1, 0]],
  ["another one", { "src/a.js": line }, { "src/a.js": 'import "./lost.js";\n' }, [1, 0, 1]],
  ["nothing any more", { "src/a.js": line }, { "src/a.js": "" }, [0, 0, 1]],
])("%s", async (_, before, after, [fresh, silenced, gone]) => {
  const result = await compared(before, after);
  expect([result.fresh.length, result.silenced, result.gone]).toEqual([fresh, silenced, gone]);
});

test("what is about a whole file is found where the file was moved", async () => {
  const place = { file: "depbraid.config.json", line: 1, column: 1 };
  const [from, to] = [{ path: ["*.js"] }, { package: ["pkg:npm/log"] }];
  const logged: Rule = { kind: "required", name: "logged", severity: "error", from, to, ...place };
  const settings = { ...noSettings, rules: [logged] };
  const analysed = (files: Readonly<Record<string, string>>): Promise<Analysis> =>
    analyze({ fileSystem: memoryFileSystem(files), settings });
  const known: { readonly conflicts: readonly Known[] } = JSON.parse(
    [...baselineText(await analysed({ "src/a.js": "open();\n" }))].join(""),
  );
  const { fresh, gone } = compareBaseline(
    await analysed({ "lib/b.js": "open();\n", "lib/c.js": "close();\n" }),
    known.conflicts,
  );
  expect([fresh.map(({ file }) => file), gone]).toEqual([["lib/c.js"], 0]);
});

test("it is written the same whatever the order, a line a conflict", async () => {
  const lines = [...baselineText(await of({ "src/a.js": line, "src/b.js": line }))].join("").split("\n");
  expect(lines.filter((each) => each.includes('"id"'))).toHaveLength(2);
  expect(JSON.parse(lines.join("\n"))).toMatchObject({ schema: "depbraid/baseline@1" });
});
