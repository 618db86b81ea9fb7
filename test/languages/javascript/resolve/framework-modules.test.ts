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
    "docs/src/page.tsx:1 @docusaurus/Link -> pkg:npm/%40docusaurus/core (declared) ~declared
    docs/src/page.tsx:2 @docusaurus/useDocusaurusContext -> pkg:npm/%40docusaurus/core (declared) ~declared
    docs/src/page.tsx:3 @docusaurus/theme-common -> pkg:npm/%40docusaurus/theme-common (declared)
    docs/src/page.tsx:4 @docusaurus/plugin-sitemap -> pkg:npm/%40docusaurus/plugin-sitemap (undeclared)
    shop/a.js:1 @docusaurus/Link -> pkg:npm/%40docusaurus/Link (undeclared)
    station/app/rain.js:1 @ember/service -> pkg:npm/ember-source (declared) ~declared
    station/app/rain.js:2 @ember/test-helpers -> pkg:npm/%40ember/test-helpers (undeclared)"
  `);
});

test("made-up modules without a scope: of SvelteKit, Astro, Nuxt, UnoCSS", () => {
  expect(
    drawing({
      "kit/package.json": '{"name":"kit","devDependencies":{"@sveltejs/kit":"2","unocss":"66"}}',
      "kit/src/a.ts": imports(
        "$app/state",
        "$env/static/private",
        "$service-worker",
        "$applet/state",
        "uno.css",
        "virtual:uno.css",
      ),
      "docs/package.json": '{"name":"docs","dependencies":{"astro":"5"}}',
      "docs/src/a.ts": imports("astro:content", "astro/config", "virtual:docs/config", "uno.css"),
      "web/package.json": '{"name":"web","dependencies":{"nuxt":"4"}}',
      "web/app/a.ts": imports("#imports", "#app/composables", "#till"),
      "shop/package.json": '{"name":"shop"}',
      "shop/a.ts": imports("$app/state", "#imports", "astro:content", "virtual:uno.css"),
      "till/package.json": '{"name":"till","devDependencies":{"@unocss/vite":"66"}}',
      "till/a.ts": imports("uno.css", "virtual:uno.css"),
    }),
  ).toMatchInlineSnapshot(`
    "docs/src/a.ts:1 astro:content -> pkg:npm/astro (declared) ~declared
    docs/src/a.ts:2 astro/config -> pkg:npm/astro (declared)
    docs/src/a.ts:4 uno.css -> pkg:npm/uno.css (undeclared)
    kit/src/a.ts:1 $app/state -> pkg:npm/%40sveltejs/kit (declared) ~declared
    kit/src/a.ts:2 $env/static/private -> pkg:npm/%40sveltejs/kit (declared) ~declared
    kit/src/a.ts:3 $service-worker -> pkg:npm/%40sveltejs/kit (declared) ~declared
    kit/src/a.ts:4 $applet/state -> unresolved:javascript/$applet/state
    kit/src/a.ts:5 uno.css -> pkg:npm/unocss (declared) ~declared
    kit/src/a.ts:6 virtual:uno.css -> pkg:npm/unocss (declared) ~declared
    shop/a.ts:1 $app/state -> unresolved:javascript/$app/state
    shop/a.ts:2 #imports -> unresolved:javascript/#imports
    till/a.ts:1 uno.css -> pkg:npm/%40unocss/vite (declared) ~declared
    till/a.ts:2 virtual:uno.css -> pkg:npm/%40unocss/vite (declared) ~declared
    web/app/a.ts:1 #imports -> pkg:npm/nuxt (declared) ~declared
    web/app/a.ts:2 #app/composables -> pkg:npm/nuxt (declared) ~declared
    web/app/a.ts:3 #till -> unresolved:javascript/#till"
  `);
});
