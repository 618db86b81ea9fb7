/** The Python files that this machine has: its own python3's standard library and packages. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

export interface MachineFiles {
  /** Absolute paths, sorted; empty when there is no python3. */
  readonly files: readonly string[];
  /** For people: the version of Python, or what stands in. */
  readonly where: string;
}

export function machineFiles(): MachineFiles {
  const script = "import os, sys; print(os.path.dirname(os.__file__)); print(sys.version.split()[0])";
  const { status, stdout } = spawnSync("python3", ["-c", script], { encoding: "utf8" });
  if (status !== 0) return { files: [], where: "the committed cases: no python3 here" };
  const [directory = "", version = ""] = stdout.trim().split("\n");
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.pyi?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return { files, where: `Python ${version}` };
}

/** Every nth file, so that some hundreds are left; all of them when `DEPBRAID_INVARIANT=all`. */
export function sampleOf(files: readonly string[]): readonly string[] {
  if (process.env["DEPBRAID_INVARIANT"] === "all") return files;
  const step = Math.max(1, Math.floor(files.length / 600));
  return files.filter((_, at) => at % step === 0);
}
