/** Whatever stands in a manifest, its reader says so, and goes on. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { javascript } from "../../../../src/languages/javascript/index.ts";
import { javascriptProjects } from "../../../../src/languages/javascript/projects.ts";
import { FileIndex } from "../../../../src/files/file-index.ts";

const names = [
  "package.json",
  "deno.json",
  "tsconfig.json",
  "lerna.json",
  "rush.json",
  "pnpm-workspace.yaml",
  ".yarnrc.yml",
  "ng-package.json",
];
const signs = [..." \n\t\"'{}[],:-*&|>#/@$.0", "\n  ", "//", "/*"];
const words = [
  "name",
  "dependencies",
  "overrides",
  "catalogs",
  "workspaces",
  "packages",
  "imports",
  "npm:",
  "^1",
  "null",
];
const json = fc.json({ maxDepth: 4 });
const text = fc.oneof(
  fc.string(),
  json,
  fc.array(fc.constantFrom(...signs, ...words), { maxLength: 60 }).map((pieces) => pieces.join("")),
  fc
    .dictionary(
      fc.constantFrom(...words, "catalog", "resolutions", "pnpm", "workspace", "projects", "exports"),
      fc.jsonValue(),
    )
    .map((value) => JSON.stringify(value)),
);

test.each(names)("%s", (name) => {
  const reader = javascript.manifests.find((each) => each.matches(name, name));
  if (reader === undefined) throw new Error(`nothing reads ${name}`);
  const isRead = (written: string): boolean => {
    const { manifest, diagnostics } = reader.read({ path: name, text: written, diagnostics: [] });
    const files = new FileIndex([name]);
    const projects = manifest === undefined ? [] : javascriptProjects([manifest], files).projects;
    return diagnostics.every(({ file }) => file === name) && projects.length <= 1;
  };
  expect(fc.check(fc.property(text, isRead), { numRuns: 400 })).toMatchObject({ failed: false });
});
