import { expect, test } from "vitest";
import { packageLock } from "../../../../src/languages/javascript/manifests/package-lock.ts";

function drawing(lock: unknown): string {
  const text = typeof lock === "string" ? lock : JSON.stringify(lock, undefined, 1);
  const { manifest, diagnostics } = packageLock.read({ path: "package-lock.json", text, diagnostics: [] });
  if (manifest?.kind !== "lock") return diagnostics.map(({ message }) => message).join("\n");
  return [
    ...manifest.entries.map(
      (entry) =>
        `${entry.package}@${entry.version} line ${entry.line}${entry.integrity === undefined ? "" : ` ${entry.integrity}`}` +
        entry.requires.map((each) => `\n  ${each.package} ${each.range} -> ${each.version ?? "nothing"}`).join(""),
    ),
    ...[...manifest.bins].map(([command, name]) => `command ${command} of ${name}`),
    ...[...(manifest.peers ?? [])].map((name) => `peer ${name}`),
  ].join("\n");
}

test("version 3: the nearest installed package answers; links and members are no entries", () => {
  expect(
    drawing({
      lockfileVersion: 3,
      packages: {
        "": { name: "shop", dependencies: { till: "^1.0.0" } },
        "packages/coins": { name: "@shop/coins", version: "1.0.0" },
        "node_modules/@shop/coins": { resolved: "packages/coins", link: true },
        "node_modules/till": {
          version: "1.2.0",
          integrity: "sha512-x",
          dependencies: { ms: "^2.0.0", printer: "*", gone: "1" },
          peerDependencies: { react: ">=17" },
          bin: { till: "bin.js", drawer: "drawer.js" },
        },
        "node_modules/till/node_modules/ms": { version: "2.1.0" },
        "node_modules/ms": { version: "1.0.0", bin: "ms.js" },
        "node_modules/@shop/printer": { version: "0.1.0", dependencies: { ms: "^1.0.0" } },
        "node_modules/old-ms": { name: "ms", version: "0.7.0" },
      },
    }),
  ).toMatchInlineSnapshot(`
    "pkg:npm/till@1.2.0 line 18 sha512-x
      pkg:npm/ms ^2.0.0 -> 2.1.0
      pkg:npm/printer * -> nothing
      pkg:npm/gone 1 -> nothing
    pkg:npm/ms@2.1.0 line 34
    pkg:npm/ms@1.0.0 line 37
    pkg:npm/%40shop/printer@0.1.0 line 41
      pkg:npm/ms ^1.0.0 -> 1.0.0
    pkg:npm/ms@0.7.0 line 47
    command till of till
    command drawer of till
    command ms of ms
    peer react"
  `);
});

test("version 1: a tree", () => {
  expect(
    drawing({
      lockfileVersion: 1,
      dependencies: {
        till: {
          version: "1.2.0",
          requires: { ms: "^2.0.0", printer: "*" },
          dependencies: { ms: { version: "2.1.0" } },
        },
        printer: { version: "git+ssh://git@example.invalid/printer.git#0a1b2c" },
        ms: { version: "1.0.0" },
        "old-ms": { version: "npm:ms@0.7.0" },
      },
    }),
  ).toMatchInlineSnapshot(`
    "pkg:npm/till@1.2.0 line 4
      pkg:npm/ms ^2.0.0 -> 2.1.0
      pkg:npm/printer * -> nothing
    pkg:npm/ms@1.0.0 line 19
    pkg:npm/ms@0.7.0 line 22
    pkg:npm/ms@2.1.0 line 11"
  `);
});

test.each([
  ["", "the file holds no JSON value\nthe lockfile should hold an object"],
  ["[1]", "the lockfile should hold an object"],
  ['{"lockfileVersion": 3}', ""],
  ['{"packages": {"node_modules/__proto__": {"version": "1.0.0"}, "node_modules/x": 3}}', ""],
])("%j is read as far as it can be", (text, expected) => {
  expect(drawing(text)).toBe(expected);
});

test("ten megabytes take under a second or so", () => {
  const names = Array.from({ length: 22_000 }, (_, at) => `coin-${at}`);
  const packages = Object.fromEntries(
    names.map((name, at) => [
      `node_modules/${name}`,
      {
        version: `1.${at}.0`,
        resolved: `https://example.invalid/${name}/-/${name}-1.${at}.0.tgz`,
        integrity: `sha512-${"a".repeat(86)}==`,
        dependencies: {
          [names[(at * 7) % names.length] ?? name]: "^1.0.0",
          [names[(at * 13) % names.length] ?? name]: "^2",
        },
        engines: { node: ">=10" },
        funding: { url: `https://example.invalid/${"f".repeat(60)}` },
      },
    ]),
  );
  const text = JSON.stringify({ lockfileVersion: 3, packages }, undefined, 2);
  const start = performance.now();
  const { manifest } = packageLock.read({ path: "package-lock.json", text, diagnostics: [] });
  const milliseconds = performance.now() - start;
  expect(text.length).toBeGreaterThan(9_000_000);
  expect(manifest?.kind === "lock" && manifest.entries.length).toBe(names.length);
  // Measured 0.4 s on 2 cores; the rest is for machines that are busy.
  expect(milliseconds).toBeLessThan(4000);
});
