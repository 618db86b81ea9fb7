/** Lockfiles that the real tools made, against what the tools' own list commands print. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { LockFile } from "../../../../../src/languages/python/manifests/manifest.ts";
import { purlName } from "../../../../../src/model/purl.ts";
import { lockEntries } from "../../../../../src/languages/python/projects/compiled-pins.ts";
import { readManifest } from "../drawn.ts";
import { exported, type Listed, pdmGraph, poetryList, poetryTree, uvTree } from "./listed.ts";

const fixtures = new URL("../../../../../fixtures/bookshop/pypi-locks/", import.meta.url);

function textOf(folder: string, name: string): string {
  return readFileSync(new URL(`${folder}/${name}`, fixtures), "utf8");
}

function read(folder: string, name: string): LockFile {
  const { manifest, diagnostics } = readManifest(name, textOf(folder, name));
  expect(diagnostics).toEqual([]);
  if (manifest?.kind !== "lock") throw new Error(`${name} was not read as a lockfile`);
  return manifest;
}

function packagesOf({ entries }: LockFile): readonly string[] {
  return entries.map((entry) => `${purlName(entry.package)}@${entry.version}`).toSorted();
}

/** What is locked of what is needed; under which names alone where the tool prints no versions. */
function edgesOf({ entries }: LockFile, by: "version" | "name"): readonly string[] {
  const edges = entries.flatMap((entry) =>
    entry.requires
      .filter(({ version }) => version !== undefined)
      .map((need) =>
        by === "version"
          ? `${purlName(entry.package)}@${entry.version} > ${purlName(need.package)}@${need.version ?? ""}`
          : `${purlName(entry.package)} > ${purlName(need.package)}`,
      ),
  );
  return [...new Set(edges)].toSorted();
}

type Lister = (text: string) => Listed;

describe("the packages that a tool lists are those that are read", () => {
  test.each<[folder: string, file: string, listing: string, list: Lister]>([
    ["uv", "uv.lock", "tree.txt", uvTree],
    ["poetry2", "poetry.lock", "list.txt", poetryList],
    ["poetry1", "poetry.lock", "list.txt", poetryList],
    ["pdm", "pdm.lock", "export.txt", exported],
    ["pylock-uv", "pylock.toml", "export.txt", exported],
    ["pylock-pdm", "pylock.bookshop.toml", "export.txt", exported],
    ["pipenv", "Pipfile.lock", "requirements.txt", exported],
  ])("%s: %s", (folder, file, listing, list) => {
    const lock = read(folder, file);
    const { packages } = list(textOf(folder, listing));
    expect(packages.size).toBeGreaterThan(18);
    expect(packagesOf(lock)).toEqual([...packages].toSorted());
    for (const { integrity } of lock.entries) expect(integrity).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe("who asks for what, as the tool draws it", () => {
  test.each<[folder: string, file: string, listing: string, list: Lister, by: "version" | "name"]>([
    ["uv", "uv.lock", "tree.txt", uvTree, "version"],
    ["poetry2", "poetry.lock", "tree.txt", poetryTree, "name"],
    ["poetry1", "poetry.lock", "tree.txt", poetryTree, "name"],
  ])("%s: %s", (folder, file, listing, list, by) => {
    const { edges } = list(textOf(folder, listing));
    expect(edges.size).toBeGreaterThan(18);
    expect(edgesOf(read(folder, file), by)).toEqual([...edges].toSorted());
  });

  // Both are of the one environment that they were printed in, and PDM draws what an extra asks for by itself.
  test.each([
    ["pdm", "pdm.lock", "pdm/graph.txt"],
    ["pylock-pdm", "pylock.bookshop.toml", "pdm/graph.txt"],
  ])("%s: %s, with what only other environments need", (folder, file, listing) => {
    const { edges } = pdmGraph(textOf(".", listing));
    const known = edgesOf(read(folder, file), "version");
    expect([...edges].filter((edge) => !known.includes(edge))).toEqual([]);
    const elsewhere = /colorama|exceptiongroup|tomli|httpx@0\.28\.1 > h2@4\.3\.0/;
    expect(known.filter((edge) => !edges.has(edge) && !elsewhere.test(edge))).toEqual([]);
    expect(known.filter((edge) => elsewhere.test(edge)).length).toBeGreaterThan(6);
  });

  test("an exported lockfile of uv does not say", () => {
    expect(edgesOf(read("pylock-uv", "pylock.toml"), "version")).toEqual([]);
  });
});

test("pip-tools: pins, hashes, and who they are via", () => {
  const { manifest, diagnostics } = readManifest("requirements.txt", textOf("pip-tools", "requirements.txt"));
  if (manifest?.kind !== "requirements") throw new Error("it was not read as a requirements file");
  const entries = lockEntries(manifest);
  const edges = entries.flatMap((entry) =>
    entry.requires.map(
      (need) => `${purlName(entry.package)}@${entry.version} > ${purlName(need.package)}@${need.version ?? "?"}`,
    ),
  );
  expect(diagnostics).toEqual([]);
  expect(entries.map((entry) => `${purlName(entry.package)}@${entry.version}`)).toEqual([
    ...exported(textOf("pip-tools", "requirements.txt")).packages,
  ]);
  for (const { integrity } of entries) expect(integrity).toMatch(/^sha256:[0-9a-f]{64}$/);
  // The comments of the file itself, by hand.
  expect(edges).toEqual([
    "anyio@4.16.0 > idna@3.20",
    "anyio@4.16.0 > typing-extensions@4.16.0",
    "h2@4.4.1 > hpack@4.2.0",
    "h2@4.4.1 > hyperframe@6.1.0",
    "httpcore@1.0.9 > certifi@2026.10.19.post1",
    "httpcore@1.0.9 > h11@0.16.0",
    "httpx@0.28.1 > anyio@4.16.0",
    "httpx@0.28.1 > certifi@2026.10.19.post1",
    "httpx@0.28.1 > h2@4.4.1",
    "httpx@0.28.1 > httpcore@1.0.9",
    "httpx@0.28.1 > idna@3.20",
    "jinja2@3.1.6 > markupsafe@3.0.4",
  ]);
});
