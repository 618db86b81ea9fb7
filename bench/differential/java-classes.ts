/** Answers of Java classes that a registry has, asked through a small program of ours. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Oracle } from "./oracle.ts";

const cache = fileURLToPath(new URL("../.cache/maven", import.meta.url));
const maxBuffer = 1 << 30;

interface JavaClasses {
  readonly name: string;
  readonly version: string;
  /** `group:artifact:version` */
  readonly artifacts: readonly string[];
  /** The class in this folder that reads questions and writes answers. */
  readonly program: string;
}

/** Fetches what is not there yet, and compiles the program. */
export function javaOracle({ name, version, artifacts, program }: JavaClasses): Oracle {
  mkdirSync(cache, { recursive: true });
  const path = [...artifacts.map(fetched), cache].join(delimiter);
  const source = fileURLToPath(new URL(`${program}.java`, import.meta.url));
  execFileSync("javac", ["-proc:none", "-cp", path, "-d", cache, source], { stdio: "inherit" });
  return {
    name,
    version,
    answer(questions) {
      const input = questions.map((question) => question.join("\t")).join("\n");
      const answers = execFileSync("java", ["-cp", path, program], { input, encoding: "utf8", maxBuffer });
      return answers.trimEnd().split("\n");
    },
  };
}

function fetched(artifact: string): string {
  const [, name = "", version = ""] = artifact.split(":");
  const jar = join(cache, `${name}-${version}.jar`);
  const copy = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
  const options = [`-Dartifact=${artifact}`, `-DoutputDirectory=${cache}`];
  if (!existsSync(jar)) execFileSync("mvn", ["-q", "-B", copy, ...options], { stdio: "inherit" });
  return jar;
}
