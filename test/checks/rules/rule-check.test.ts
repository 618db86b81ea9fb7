import { expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { memoryFileSystem } from "../../../src/files/file-system.ts";
import { readSettings } from "../../../src/settings/read-settings.ts";

/**
 * web/page.ts -> core/order.ts -> store/table.ts
 * web/page.ts -> store/table.ts
 * store/table.ts -> core/order.ts, pkg:npm/pg
 * tools/report.py
 */
const files = {
  "package.json": '{ "name": "shop", "version": "1.0.0", "dependencies": { "pg": "8" } }',
  "web/page.ts": 'import "../core/order";\nimport "../store/table";\n',
  "core/order.ts": 'import "../store/table";\n',
  "store/table.ts": 'import "../core/order";\nimport "pg";\n',
  "tools/report.py": "import json\n",
};

const tags = '{ "pages": "web/**", "data": { "path": ["store/**", "tools/**"] } }';

async function draw(rule: string): Promise<readonly string[]> {
  const settings = readSettings("depbraid.config.json", `{ "tags": ${tags}, "rules": [{ "name": "own", ${rule} }] }`);
  const { conflicts, diagnostics } = await analyze({ fileSystem: memoryFileSystem(files), settings, only: ["rule/*"] });
  return [
    ...conflicts.map((each) => `${each.severity} ${each.file}:${each.line} ${each.message}`),
    ...diagnostics.map((each) => `! ${each.message}`),
  ];
}

test.each<readonly [string, readonly string[]]>([
  [
    '"forbidden": { "from": "web/**", "to": "store/**" }, "comment": "pages ask the core"',
    ["error web/page.ts:2 web/page.ts must not depend on store/table.ts: pages ask the core"],
  ],
  [
    '"forbidden": { "from": { "language": "typescript" }, "to": { "package": "p*" } }, "severity": "warning"',
    ["warning store/table.ts:2 store/table.ts must not depend on pkg:npm/pg"],
  ],
  [
    '"allowed": { "from": "store/**", "to": { "package": "pg" } }',
    ["error store/table.ts:1 store/table.ts may not depend on core/order.ts"],
  ],
  [
    '"required": { "from": ["core/**", "web/**"], "to": "core/**" }',
    ["error core/order.ts:0 core/order.ts must depend on what the rule names, and does not"],
  ],
  [
    '"layers": ["web/**", "core/**", "store/**"]',
    ["error store/table.ts:1 store/table.ts must not depend on a higher layer, core/order.ts"],
  ],
  [
    '"layers": ["web/**", "core/**", "store/**"], "closed": true',
    [
      "error store/table.ts:1 store/table.ts must not depend on a higher layer, core/order.ts",
      "error web/page.ts:2 web/page.ts must not reach past the next layer, to store/table.ts",
    ],
  ],
  [
    '"layers": ["web/**", "core/**"], "exhaustive": ["web/**", "core/**", "store/**"]',
    ["error store/table.ts:0 store/table.ts is in none of the layers"],
  ],
  ['"layers": ["web/**", "core/**"], "exhaustive": "api/**"', ['! "exhaustive" of the rule "own" selects nothing']],
  [
    '"forbidden": { "from": { "tag": "pages" }, "to": { "tag": ["data"] } }',
    ["error web/page.ts:2 web/page.ts must not depend on store/table.ts"],
  ],
  ['"forbidden": { "from": { "tag": "pages" }, "to": { "tag": "data", "language": "python" } }', []],
  [
    '"independent": ["web/**", { "path": "core/**" }]',
    ["error web/page.ts:1 web/page.ts must be independent of core/order.ts"],
  ],
  [
    '"acyclic": { "project": "shop" }',
    [
      "error core/order.ts:1 these files depend on each other in a circle: core/order.ts -> store/table.ts -> core/order.ts",
    ],
  ],
  ['"acyclic": "web/**"', []],
  ['"forbidden": { "from": "wbe/**", "to": "store/**" }', ['! "from" of the rule "own" selects nothing']],
  ['"forbidden": { "from": "web/**", "to": "legacy/**" }', []],
])("%s", async (rule, expected) => {
  expect(await draw(rule)).toEqual(expected);
});
