/** Lockfiles that the real tools made, against what the tools' own list commands print. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { analyze } from "../../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../../src/files/file-system.ts";
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

const locks: readonly [
  folder: string,
  file: string,
  list: (text: string) => Listed,
  by: "version" | "range" | "nothing",
][] = [
  ["npm1", "package-lock.json", npmList, "version"],
  ["npm2", "package-lock.json", npmList, "version"],
  ["npm3", "package-lock.json", npmList, "version"],
  ["yarn1", "yarn.lock", yarnClassicList, "range"],
  ["yarn4", "yarn.lock", yarnList, "version"],
  ["pnpm7", "pnpm-lock.yaml", pnpmList, "version"],
  ["pnpm8", "pnpm-lock.yaml", pnpmList, "version"],
  ["pnpm9", "pnpm-lock.yaml", pnpmList, "version"],
  ["bun", "bun.lock", bunList, "nothing"],
];

test.each(locks)("%s: %s holds what the tool lists", (folder, file, list, by) => {
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

/** Of the themed project, as npm and yarn 1 write it, and as the others do. */
const shop = (shelf: string): Readonly<Record<string, string>> => ({
  "package.json": '{"name":"bookshop","workspaces":["counter","shelf"],"devDependencies":{"mkdirp":"^0.5.6"}}',
  "pnpm-workspace.yaml": "packages: [counter, shelf]\n",
  "counter/package.json": JSON.stringify({
    name: "@bookshop/counter",
    dependencies: {
      "@bookshop/shelf": shelf,
      debug: "^4.3.4",
      "old-ms": "npm:ms@2.0.0",
      "react-is": "^18.2.0",
      semver: "^7.5.0",
    },
    optionalDependencies: { fsevents: "^2.3.3" },
  }),
  "shelf/package.json": JSON.stringify({
    name: "@bookshop/shelf",
    version: "1.0.0",
    dependencies: { semver: "^5.7.1", "use-sync-external-store": "^1.2.0" },
    devDependencies: { react: "^18.2.0" },
  }),
});

test.each(locks)("%s: %s says what each member of the workspace gets", async (folder, file) => {
  const text = readFileSync(new URL(`${folder}/${file}`, fixtures), "utf8");
  const files = { ...shop(/^(?:npm|yarn1)/.test(folder) ? "1.0.0" : "workspace:*"), [file]: text };
  const { graph } = await analyze({ fileSystem: memoryFileSystem(files) });
  const locked = (project: string): readonly string[] =>
    graph.dependencies(project).flatMap(({ kind, to }) => (kind === "locks" ? to.slice("pkg:npm/".length) : []));
  expect(locked("project:counter/package.json").toSorted()).toEqual([
    "debug@4.4.3",
    "fsevents@2.3.3",
    "ms@2.0.0",
    "react-is@18.3.1",
    "semver@7.8.6",
  ]);
  expect(locked("project:shelf/package.json").toSorted()).toEqual([
    "react@18.3.1",
    "semver@5.7.3",
    "use-sync-external-store@1.7.0",
  ]);
  expect(locked("project:package.json")).toContain("mkdirp@0.5.6");
});
