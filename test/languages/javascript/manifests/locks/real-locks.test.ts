/** Lockfiles that the real tools made, against what the tools' own list commands print. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { javascript } from "../../../../../src/languages/javascript/index.ts";
import type { LockManifest } from "../../../../../src/languages/javascript/manifests/manifest.ts";
import { purlName } from "../../../../../src/model/purl.ts";
import { bunList, type Listed, npmList, pnpmList, yarnClassicList, yarnList } from "./listed.ts";

const fixtures = new URL("../../../../../fixtures/bookshop/npm-locks/", import.meta.url);

function read(folder: string, name: string): LockManifest {
  const text = readFileSync(new URL(`${folder}/${name}`, fixtures), "utf8");
  const reader = javascript.manifests.find((each) => each.matches(name, name));
  const reading = reader?.read({ path: name, text, diagnostics: [] });
  expect(reading?.diagnostics).toEqual([]);
  if (reading?.manifest?.kind !== "lock") throw new Error(`${name} was not read as a lockfile`);
  return reading.manifest;
}

/** What others want beside them is in the tools' lists, and is nothing that a lockfile says of the package itself. */
function withoutPeers(edges: ReadonlySet<string>, { peers }: LockManifest): readonly string[] {
  const isPeer = (edge: string): boolean => [...(peers ?? [])].some((peer) => edge.includes(` > ${peer}@`));
  return [...edges].filter((edge) => !isPeer(edge)).toSorted();
}

function edgesOf({ entries }: LockManifest, by: "version" | "range"): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) =>
      entry.requires.map(
        (need) => `${purlName(entry.package)}@${entry.version} > ${purlName(need.package)}@${need[by] ?? "?"}`,
      ),
    ),
  );
}

test.each<[folder: string, file: string, list: (text: string) => Listed, by: "version" | "range" | "nothing"]>([
  ["npm1", "package-lock.json", npmList, "version"],
  ["npm2", "package-lock.json", npmList, "version"],
  ["npm3", "package-lock.json", npmList, "version"],
  ["yarn1", "yarn.lock", yarnClassicList, "range"],
  ["yarn4", "yarn.lock", yarnList, "version"],
  ["pnpm7", "pnpm-lock.yaml", pnpmList, "version"],
  ["pnpm8", "pnpm-lock.yaml", pnpmList, "version"],
  ["pnpm9", "pnpm-lock.yaml", pnpmList, "version"],
  ["bun", "bun.lock", bunList, "nothing"],
])("%s: %s holds what the tool lists", (folder, file, list, by) => {
  const lock = read(folder, file);
  const listed = list(
    readFileSync(new URL(`${folder}/${file === "bun.lock" ? "list.txt" : "list.json"}`, fixtures), "utf8"),
  );
  const packages = lock.entries.map((entry) => `${purlName(entry.package)}@${entry.version}`);
  expect([...new Set(packages)].toSorted()).toEqual([...listed.packages].toSorted());
  expect(listed.packages.size).toBeGreaterThan(10);
  if (by !== "nothing") {
    expect(withoutPeers(edgesOf(lock, by), lock)).toEqual(withoutPeers(listed.edges, lock));
    expect(listed.edges.size).toBeGreaterThan(2);
  }
});
