/** What is made once from pins, and made anew when they change. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NodeTool } from "./corpus.ts";

/** Makes a directory unless it was made from the same pins before. */
export function once(directory: string, pins: unknown, make: () => void): void {
  const stamp = `${directory}.json`;
  const text = JSON.stringify(pins);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === text) return;
  console.error(`preparing ${directory}`);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(dirname(directory), { recursive: true });
  make();
  writeFileSync(stamp, text);
}

export function installNodeTool(
  directory: string,
  name: string,
  { version, integrity }: NodeTool,
  options: readonly string[] = ["--omit=optional"],
): void {
  mkdirSync(directory, { recursive: true });
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const install = ["install", "--prefix", directory, "--ignore-scripts", ...options, `${name}@${version}`];
  execFileSync(npm, install, { stdio: ["ignore", "ignore", "inherit"] });
  const lock = JSON.parse(readFileSync(join(directory, "package-lock.json"), "utf8"));
  const found = lock.packages[`node_modules/${name}`]?.integrity;
  if (found !== integrity) throw new Error(`${name} ${version}: integrity is ${found}, ${integrity} was pinned`);
}
