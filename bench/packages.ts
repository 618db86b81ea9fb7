/**
 * The pinned packages of `packages.json`, unpacked below `bench/.cache/packages`: each is fetched once by its registry's own
 * client, and refused if it is not the archive that was pinned. Nothing of them is installed, built or run: wheels,
 * tarballs and source archives alone.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Pinned {
  /** `django`, `@mui/material`, `com.google.guava:guava` */
  readonly name: string;
  readonly version: string;
  /** Of the archive. */
  readonly sha256: string;
  /** The version of Python that a wheel is asked for. */
  readonly python?: string;
}

const corpus: Readonly<Record<string, readonly Pinned[]>> = JSON.parse(
  readFileSync(new URL("packages.json", import.meta.url), "utf8"),
);
const cache = fileURLToPath(new URL(".cache/packages", import.meta.url));

/** Downloads one archive into a directory that is empty. */
const clients: Readonly<Record<string, (pinned: Pinned, directory: string) => void>> = {
  python({ name, version, python = "3" }, directory) {
    const wheel = python.startsWith("2")
      ? ["--implementation", "py", "--abi", "none", "--platform", "any"]
      : ["--platform", "manylinux_2_17_x86_64", "--platform", "any"];
    const pip = "-m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all:".split(" ");
    run("python3", [...pip, "--python-version", python, ...wheel, "--dest", directory, `${name}==${version}`]);
  },
  javascript({ name, version }, directory) {
    run("npm", ["pack", "--silent", "--pack-destination", directory, `${name}@${version}`]);
  },
  java({ name, version }, directory) {
    const copy = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
    run("mvn", ["-q", "-B", copy, `-Dartifact=${name}:${version}:jar:sources`, `-DoutputDirectory=${directory}`]);
  },
};

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
}

export interface PinnedDirectory {
  readonly pinned: Pinned;
  readonly directory: string;
}

/** Those of a language's pinned packages that are wanted, fetched if they are not there yet. */
export function pinnedPackages(language: string, wanted: (pinned: Pinned) => boolean): readonly PinnedDirectory[] {
  return (corpus[language] ?? []).filter(wanted).map((pinned) => ({ pinned, directory: fetched(language, pinned) }));
}

/** The directories of a language's pinned packages, fetched if they are not there yet. */
export function pinnedDirectories(language: string): readonly string[] {
  return (corpus[language] ?? []).map((pinned) => fetched(language, pinned));
}

function fetched(language: string, pinned: Pinned): string {
  const directory = join(cache, language, `${pinned.name.replaceAll(/[/:]/g, "+")}-${pinned.version}`);
  if (existsSync(directory)) return directory;
  console.error(`fetching ${pinned.name} ${pinned.version}`);
  const unfinished = `${directory}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  clients[language]?.(pinned, unfinished);
  const [archive = ""] = readdirSync(unfinished);
  const path = join(unfinished, archive);
  const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
  if (sha256 !== pinned.sha256) throw new Error(`${path} is not what was pinned: sha256 ${sha256}`);
  if (archive.endsWith(".tgz")) run("tar", ["-xzf", path, "-C", unfinished]);
  else run("python3", ["-m", "zipfile", "-e", path, unfinished]);
  rmSync(path);
  renameSync(unfinished, directory);
  return directory;
}
