/** What a workspace's root lays down for its members: catalogs and overrides. */
import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";

async function draw(files: Readonly<Record<string, string>>): Promise<string> {
  const { projects, diagnostics, conflicts } = await analyze({ fileSystem: memoryFileSystem(files) });
  return [
    ...projects.flatMap(({ manifest, requirements }) =>
      requirements.map(
        (each) =>
          `${manifest} ${each.package} ${each.range} ${each.scope}` +
          `${each.group === undefined ? "" : ` of ${each.group}`}${each.marker === undefined ? "" : ` (${each.marker})`}` +
          ` ${each.file}:${each.line}${each.path === undefined ? "" : ` -> ${each.path}`}` +
          (each.origin ?? []).map(({ file, line, message }) => `; ${file}:${line} ${message}`).join(""),
      ),
    ),
    ...diagnostics.map(({ file, line, column, message }) => `! ${file}:${line}:${column} ${message}`),
    ...conflicts.map(({ code, severity, message }) => `${severity} ${code} ${message}`),
  ].join("\n");
}

const till = '{"name":"till","dependencies":{\n"react":"catalog:",\n"vue":"catalog:old",\n"gone":"catalog:"}}';

test.each<[name: string, files: Readonly<Record<string, string>>, drawn: string]>([
  [
    "pnpm: catalogs",
    {
      "package.json": '{"name":"shop"}',
      "pnpm-workspace.yaml": "packages: [apps/*]\ncatalog:\n  react: ^18.2.0\ncatalogs:\n  old:\n    vue: ^2.0.0\n",
      "apps/till/package.json": till,
    },
    `apps/till/package.json pkg:npm/react ^18.2.0 runtime apps/till/package.json:2; pnpm-workspace.yaml:3 the catalog "default" has ^18.2.0
apps/till/package.json pkg:npm/vue ^2.0.0 runtime apps/till/package.json:3; pnpm-workspace.yaml:6 the catalog "old" has ^2.0.0
apps/till/package.json pkg:npm/gone catalog: runtime apps/till/package.json:4
error manifest/invalid no catalog "default" of the workspace has "gone": its range is not known`,
  ],
  [
    "bun: catalogs in package.json; yarn: in a file of its own",
    {
      "package.json":
        '{"name":"shop","workspaces":{"packages":["apps/*"],\n"catalog":{"react":"^18.2.0"}},\n"catalogs":{"old":{"vue":"^2.0.0"}}}',
      ".yarnrc.yml": "catalog:\n  gone: ^1.0.0\n",
      "apps/till/package.json": till,
    },
    `apps/till/package.json pkg:npm/react ^18.2.0 runtime apps/till/package.json:2; package.json:2 the catalog "default" has ^18.2.0
apps/till/package.json pkg:npm/vue ^2.0.0 runtime apps/till/package.json:3; package.json:3 the catalog "old" has ^2.0.0
apps/till/package.json pkg:npm/gone ^1.0.0 runtime apps/till/package.json:4; .yarnrc.yml:2 the catalog "default" has ^1.0.0`,
  ],
  [
    "npm: overrides settle what is asked for; nested ones are limited",
    {
      "package.json": `{"name":"shop","workspaces":["apps/*"],"dependencies":{\n"react":"^18.0.0"},\n"overrides":{\n"ms":"2.1.3",\n"react":"$react",\n"till@^1":{".":"1.2.0","coins":{"gold":"3"}},\n"lead":3}}`,
      "apps/a/package.json": '{"name":"a","dependencies":{\n"ms":"^1.0.0"}}',
      "apps/b/package.json": '{"name":"b","dependencies":{\n"ms":"^2.0.0"}}',
    },
    `apps/a/package.json pkg:npm/ms ^1.0.0 runtime apps/a/package.json:2
apps/b/package.json pkg:npm/ms ^2.0.0 runtime apps/b/package.json:2
package.json pkg:npm/react ^18.0.0 runtime package.json:2
package.json pkg:npm/ms 2.1.3 managed of overrides package.json:4
package.json pkg:npm/react ^18.0.0 managed of overrides package.json:5; package.json:2 $react is ^18.0.0
package.json pkg:npm/till 1.2.0 managed of overrides (where ^1 is asked for) package.json:6
package.json pkg:npm/gold 3 managed of overrides (below till@^1 > coins) package.json:6
! package.json:7:8 the override of "lead" should be a string, and is a number`,
  ],
  [
    "yarn: resolutions; pnpm: overrides",
    {
      "package.json": `{"name":"shop","resolutions":{\n"ms":"2.1.3",\n"**/till/@shop/coins":"3.0.0"},\n"pnpm":{"overrides":{"till@1>ms":"1.0.0"}}}`,
      "pnpm-workspace.yaml": "overrides:\n  vue: ^3.0.0\n",
    },
    `package.json pkg:npm/vue ^3.0.0 managed of overrides pnpm-workspace.yaml:2
package.json pkg:npm/ms 2.1.3 managed of resolutions package.json:2
package.json pkg:npm/%40shop/coins 3.0.0 managed of resolutions (below till) package.json:3
package.json pkg:npm/ms 1.0.0 managed of pnpm.overrides (below till@1) package.json:4`,
  ],
  [
    "rush: the protocol means a package of the repository",
    {
      "rush.json":
        '{"projects":[{"packageName":"till","projectFolder":"apps/till"},{"packageName":"coins","projectFolder":"libs/coins"}]}',
      "apps/till/package.json": '{"name":"till","dependencies":{"coins":"workspace:*"}}',
      "libs/coins/package.json": '{"name":"coins","version":"1.0.0"}',
    },
    "apps/till/package.json pkg:npm/coins workspace:* runtime apps/till/package.json:1 -> libs/coins",
  ],
])("%s", async (_name, files, drawn) => {
  const lines = (await draw(files)).split("\n").filter((line) => !line.includes("manifest/unused"));
  expect(lines.join("\n")).toBe(drawn);
});

test("an override is nothing that a project may import", async () => {
  const files = {
    "package.json": '{"name":"shop","overrides":{"ms":"2.1.3"}}',
    "package-lock.json": '{"lockfileVersion":3,"packages":{"node_modules/coins":{"version":"1.0.0"}}}',
    "till.js": 'import ms from "ms";\n',
  };
  expect(await draw(files)).toContain("error import/undeclared ms is imported, but package.json does not declare it");
});
