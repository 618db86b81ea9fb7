/** What javac says of an artifact's sources, asked once for each JDK and each state of the program that asks. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Artifact } from "./artifacts.ts";
import { cached, jdkVersion, runJdk } from "./jdk.ts";

/** Why one file depends on another, the strongest reason first; see `JavacEdges.java`. */
export const reasons = ["named", "member", "typed", "signature"] as const;
export type Reason = (typeof reasons)[number];

export interface JavacAnswer {
  readonly files: number;
  /** `from to`, with the strongest reason. */
  readonly edges: ReadonlyMap<string, Reason>;
  /** Files by the top-level types that they declare: `org.acme.Shop`. */
  readonly declared: ReadonlyMap<string, string>;
}

export function pair(from: string, to: string): string {
  return `${from} ${to}`;
}

export function javacEdges(artifact: Artifact): JavacAnswer {
  const program = fileURLToPath(new URL("JavacEdges.java", import.meta.url));
  const text = readFileSync(program, "utf8");
  const state = createHash("sha256").update(text).update(jdkVersion()).digest("hex").slice(0, 16);
  const path = join(cached("javac", state), `${artifact.name}-${artifact.version}.txt`);
  if (!existsSync(path)) {
    console.error(`asking javac about ${artifact.name}`);
    const classes = cached("javac", state, "classes");
    runJdk("javac", ["-d", classes, program]);
    const output = runJdk("java", ["-Xmx3g", "-cp", classes, "JavacEdges", artifact.sources, artifact.classPath]);
    writeFileSync(`${path}.part`, output);
    renameSync(`${path}.part`, path);
  }
  return read(readFileSync(path, "utf8"));
}

function read(text: string): JavacAnswer {
  const edges = new Map<string, Reason>();
  const declared = new Map<string, string>();
  let files = 0;
  for (const line of text.split("\n")) {
    const [from = "", to = "", why = ""] = line.split("\t");
    if (line.startsWith("#")) files = Number(/\d+/.exec(line)?.[0]);
    if (why === "declares") declared.set(from, to);
    const reason = reasons.find((each) => each === why);
    if (reason === undefined) continue;
    const key = pair(from, to);
    const known = edges.get(key);
    if (known === undefined || reasons.indexOf(reason) < reasons.indexOf(known)) edges.set(key, reason);
  }
  return { files, edges, declared };
}
