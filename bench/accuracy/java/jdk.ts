/** The programs of one JDK. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const maxBuffer = 1 << 30;

export const javaCache: string = fileURLToPath(new URL("../../.cache/java", import.meta.url));

/** The output of a program of the JDK that `JAVA_HOME` names, else of the one on the path. */
export function runJdk(program: "java" | "javac" | "jdeps", args: readonly string[]): string {
  return execFileSync(jdkProgram(program), args, { encoding: "utf8", maxBuffer, stdio: ["ignore", "pipe", "ignore"] });
}

export function jdkProgram(program: "java" | "javac" | "jdeps"): string {
  const home = process.env["JAVA_HOME"];
  return home === undefined ? program : join(home, "bin", program);
}

export function jdkVersion(): string {
  return runJdk("java", ["--version"]).split("\n", 1)[0] ?? "";
}

export function runMaven(args: readonly string[]): void {
  execFileSync("mvn", ["-q", "-B", ...args], { stdio: ["ignore", "ignore", "inherit"] });
}

export const dependencyPlugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";

/** A directory of the cache. */
export function cached(...parts: readonly string[]): string {
  const directory = join(javaCache, ...parts);
  mkdirSync(directory, { recursive: true });
  return directory;
}
