/**
 * Compares the effective direct dependencies of every module of real Maven builds with Maven's own.
 *
 *   npx tsx bench/effective-pom.ts --local ~/.m2/repository [--profile IDS] [--keep DIR] [--differences N] BUILD...
 *
 * Each BUILD is a directory with the POM of a build, checked out. `mvn help:effective-pom` runs in it (which fetches parents
 * and BOMs into the local repository); `--keep` holds its outputs, and takes those that it has. A dependency counts when
 * coordinates, type, classifier, version, scope, optional and exclusions all agree. Sources of those builds are never part of
 * this project.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { diskFileSystem } from "../src/files/file-system.ts";
import { ownModel } from "./effective-pom/own-model.ts";
import { readModel } from "./effective-pom/read-model.ts";
import { drawTable, percent } from "./tables.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    local: { type: "string" },
    profile: { type: "string" },
    keep: { type: "string" },
    differences: { type: "string", default: "20" },
  },
});
const keep = values.keep ?? mkdtempSync(join(tmpdir(), "effective-pom-"));
mkdirSync(keep, { recursive: true });
const localRepository = values.local === undefined ? undefined : diskFileSystem(values.local);
const system = machine();
const rows: string[][] = [];
const differences: string[] = [];

for (const directory of positionals) {
  const root = resolve(directory);
  const expected = readModel(effectivePom(root));
  const started = process.cpuUsage();
  const actual = ownModel(root, {
    system,
    profiles: values.profile?.split(",") ?? [],
    ...(localRepository === undefined ? {} : { localRepository }),
  });
  const { user, system: kernel } = process.cpuUsage(started);
  const tally = { modules: 0, alike: 0, found: 0, total: 0 };
  for (const [module, wanted] of expected) {
    const found = new Set(actual.modules.get(module) ?? []);
    const wrong = [
      ...wanted.filter((each) => !found.has(each)).map((each) => `only Maven    ${each}`),
      ...[...found].filter((each) => !wanted.includes(each)).map((each) => `only depbraid ${each}`),
    ];
    tally.modules++;
    if (wrong.length === 0 && actual.modules.has(module)) tally.alike++;
    tally.total += wanted.length;
    tally.found += wanted.filter((each) => found.has(each)).length;
    differences.push(...wrong.map((each) => `${basename(root)} ${module}: ${each}`));
  }
  const { modules, alike, found, total } = tally;
  const milliseconds = ((user + kernel) / 1000).toFixed(0);
  rows.push([
    `${basename(root)} ${head(root)}`,
    `${alike}/${modules}`,
    `${found}/${total}`,
    percent(found, total),
    String(actual.unknown),
    milliseconds,
  ]);
}

const print = (line: string): void => console.log(line);
drawTable(["build", "modules alike", "dependencies alike", "", "diagnostics", "CPU ms"], rows, print);
for (const each of differences.slice(0, Number(values.differences))) print(`- ${each}`);
if (differences.length > 0) {
  print(`${differences.length} differences`);
  process.exitCode = 1;
}

/** The output of Maven for a build. */
function effectivePom(root: string): string {
  const output = join(
    resolve(keep),
    `${basename(root)}${values.profile === undefined ? "" : `@${values.profile}`}.xml`,
  );
  if (!existsSync(output)) {
    const profiles = values.profile === undefined ? [] : [`-P${values.profile}`];
    const args = ["-B", "-q", ...profiles, "help:effective-pom", `-Doutput=${output}`];
    execFileSync("mvn", args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  }
  return readFileSync(output, "utf8");
}

function head(root: string): string {
  try {
    const args = ["-C", root, "rev-parse", "--short", "HEAD"];
    return execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

/** What Maven knows of this machine: Java's properties, and the environment. */
function machine(): Record<string, string> {
  const settings = execFileSync("sh", ["-c", "java -XshowSettings:properties -version 2>&1"], { encoding: "utf8" });
  const properties = [...settings.matchAll(/^ {4}([\w.]+) = (.*)$/gm)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
  const environment = Object.entries(process.env).map(([name, value]) => [`env.${name}`, value ?? ""]);
  return Object.fromEntries([...environment, ...properties]);
}
