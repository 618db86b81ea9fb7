import { expect, test } from "vitest";
import type { TsConfigManifest } from "../../../../src/languages/javascript/manifests/manifest.ts";
import { tsconfig } from "../../../../src/languages/javascript/manifests/tsconfig.ts";
import { TsConfigs } from "../../../../src/languages/javascript/resolve/tsconfigs.ts";

function read(files: Readonly<Record<string, unknown>>): readonly TsConfigManifest[] {
  return Object.entries(files).flatMap(([path, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    const { manifest } = tsconfig.read({ path, text, diagnostics: [] });
    return manifest?.kind === "tsconfig" ? [manifest] : [];
  });
}

test.each([
  ["tsconfig.json", true],
  ["jsconfig.json", true],
  ["tsconfig.app.json", true],
  ["tsconfig-base.json", true],
  ["mytsconfig.json", false],
  ["tsconfig.ts", false],
])("%s is one: %s", (name, expected) => {
  expect(tsconfig.matches(name, name)).toBe(expected);
});

test("comments and trailing commas are part of the format, wrong types are said", () => {
  const text = '{ /* the till */ "compilerOptions": { "outDir": 3, "paths": {"@/*": "x", "a*b*": [],}, }, }';
  const { manifest, diagnostics } = tsconfig.read({ path: "tsconfig.json", text, diagnostics: [] });
  expect(manifest?.kind === "tsconfig" && manifest.paths).toEqual([]);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"outDir" should be a string, and is a number',
    '"@/*" should be a list, and is a string',
    'the pattern "a*b*" has more than one star',
  ]);
});

test("what is inherited counts from where it is written", () => {
  const configs = new TsConfigs(
    read({
      "config/tsconfig.base.json": {
        compilerOptions: { paths: { "@/*": ["../shared/*"] }, outDir: "../out", rootDirs: ["../a", "../b"] },
        include: ["../src"],
      },
      "config/tsconfig.strict.json": { compilerOptions: { outDir: "${configDir}/dist" } },
      "web/tsconfig.json": { extends: ["../config/tsconfig.base", "../config/tsconfig.strict.json"] },
    }),
  );
  const web = configs.all.find(({ file }) => file === "web/tsconfig.json");
  expect(web?.paths).toEqual([{ pattern: "@/*", targets: ["../shared/*"], base: "config" }]);
  expect(web?.outputs).toEqual(["web/dist"]);
  expect(web?.rootDirs).toEqual(["a", "b"]);
  expect(web?.included.covers("src/till.ts")).toBe(true);
  expect(web?.included.covers("web/till.ts")).toBe(false);
});

test.each([
  ["src/till.ts", ["tsconfig.json"]],
  ["src/till.test.ts", ["tsconfig.spec.json"]],
  // Included by none: the nearest tsconfig.json all the same.
  ["scripts/build.ts", ["tsconfig.json"]],
  ["web/app/main.ts", ["web/tsconfig.json"]],
  ["web/dist/main.d.ts", ["tsconfig.json"]],
])("%s is governed by %s", (path, expected) => {
  const configs = new TsConfigs(
    read({
      "tsconfig.json": { include: ["src/**/*.ts"], exclude: ["**/*.test.ts"] },
      "tsconfig.spec.json": { include: ["src/**/*.test.ts"] },
      "web/tsconfig.json": { compilerOptions: { outDir: "dist" }, include: ["app", "dist"], exclude: ["dist"] },
    }),
  );
  const files = configs.governing(path).map(({ file }) => file);
  expect(files).toEqual(path.startsWith("web/dist") ? ["web/tsconfig.json"] : expected);
});

test("a chain of extends as long as anyone likes costs no stack", () => {
  const files: Record<string, unknown> = { "tsconfig.json": { extends: "./tsconfig.0.json" } };
  for (let at = 0; at < 2000; at++) files[`tsconfig.${at}.json`] = { extends: `./tsconfig.${at + 1}.json` };
  const start = performance.now();
  expect(new TsConfigs(read(files)).all.length).toBe(2001);
  expect(performance.now() - start).toBeLessThan(5000);
});
