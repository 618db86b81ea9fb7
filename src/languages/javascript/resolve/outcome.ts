/** The answer to one specifier. */
import { purl } from "../../../model/purl.ts";
import type { Confidence, Target } from "../../../model/resolution.ts";
import type { Located } from "./file-lookup.ts";

/** What a specifier means, seen from one directory. */
export interface Outcome {
  readonly target: Target;
  readonly confidence: Confidence;
  /** The package that the importing project should ask for. */
  readonly name?: string;
  /** Whether that package is in the repository. */
  readonly inRepo?: boolean;
}

/** Reached a file; `atMost` is how sure the way to it can be. */
export function reached({ path, confidence }: Located, atMost?: Confidence): Outcome {
  const weaker = atMost === undefined || confidence === "inferred" ? confidence : atMost;
  return { target: { kind: "file", path }, confidence: weaker };
}

/** What a package provides: by default one that the importing project should ask for. */
export function provided(
  name: string,
  confidence: Confidence,
  declared: Pick<Outcome, "name" | "inRepo"> = { name, inRepo: false },
): Outcome {
  return { target: { kind: "package", package: purl("npm", name) }, confidence, ...declared };
}

/** Reached nothing: `name` as the graph calls it, without its language; `caseOf` is the file that differs in case only. */
export function missing(name: string, where: "in-repo" | "elsewhere", generated?: string, caseOf?: string): Outcome {
  return {
    target: {
      kind: "unresolved",
      name: `javascript/${name}`,
      inRepo: where === "in-repo",
      ...(generated === undefined ? {} : { generated }),
      // What a build makes is absent anyway.
      ...(caseOf === undefined || generated !== undefined ? {} : { caseOf }),
    },
    confidence: "exact",
  };
}
