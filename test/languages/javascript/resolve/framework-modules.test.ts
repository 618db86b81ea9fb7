import { expect, test } from "vitest";
import { drawing, imports } from "../drawn-imports.ts";

test("modules that a framework makes up belong to it, where the project asks for it", () => {
  expect(
    drawing({
      "docs/package.json": '{"name":"docs","dependencies":{"@docusaurus/core":"3","@docusaurus/theme-common":"3"}}',
      "docs/src/page.tsx": imports(
        "@docusaurus/Link",
        "@docusaurus/useDocusaurusContext",
        "@docusaurus/theme-common",
        "@docusaurus/plugin-sitemap",
      ),
      "station/package.json": '{"name":"station","devDependencies":{"ember-source":"5"}}',
      "station/app/rain.js": imports("@ember/service", "@ember/test-helpers"),
      "shop/package.json": '{"name":"shop","dependencies":{"express":"5"}}',
      "shop/a.js": imports("@docusaurus/Link"),
    }),
  ).toMatchInlineSnapshot(`
    "docs/src/page.tsx:1 @docusaurus/Link -> pkg:npm/%40docusaurus/core (declared)
    docs/src/page.tsx:2 @docusaurus/useDocusaurusContext -> pkg:npm/%40docusaurus/core (declared)
    docs/src/page.tsx:3 @docusaurus/theme-common -> pkg:npm/%40docusaurus/theme-common (declared)
    docs/src/page.tsx:4 @docusaurus/plugin-sitemap -> pkg:npm/%40docusaurus/plugin-sitemap (undeclared)
    shop/a.js:1 @docusaurus/Link -> pkg:npm/%40docusaurus/Link (undeclared)
    station/app/rain.js:1 @ember/service -> pkg:npm/ember-source (declared)
    station/app/rain.js:2 @ember/test-helpers -> pkg:npm/%40ember/test-helpers (undeclared)"
  `);
});
