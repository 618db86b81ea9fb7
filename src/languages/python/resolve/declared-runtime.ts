/** The Pythons and platforms that a project is for, and what that makes of an import under a test of them. */
import { isPython, negated, neverTogether, pythonVersions } from "../versions/marker-exclusion.ts";
import { type Marker, type MarkerOperator, parseMarker } from "../versions/markers.ts";
import { parseSpecifiers, type VersionRange } from "../versions/specifiers.ts";

export interface Verdict {
  /** `sometimes` also where it is not known for which Pythons and platforms the project is. */
  readonly runs: "always" | "sometimes" | "never";
  /** Whether the import is expected to be missed somewhere: it runs on platforms, or for Pythons, that nobody has named. */
  readonly isGuarded: boolean;
  /** The Pythons under which it may run at all, by its own tests; undefined where they do not say. */
  readonly python: VersionRange | undefined;
}

const open: Verdict = { runs: "sometimes", isGuarded: true, python: undefined };

export class DeclaredRuntime {
  readonly #knowsPython: boolean;
  readonly #declared: readonly Marker[];
  readonly #verdicts = new Map<string, Verdict>();

  /** @param requiresPython specifiers: `>=3.10`; @param platforms a marker */
  constructor(requiresPython: string | undefined, platforms: string | undefined) {
    const python = requiresPython === undefined ? undefined : pythonMarker(requiresPython);
    const platform = platforms === undefined ? undefined : markerOf(platforms);
    this.#knowsPython = python !== undefined;
    this.#declared = [python, platform].filter((marker) => marker !== undefined);
  }

  /** What becomes of an import under this marker. */
  judge(text: string): Verdict {
    const known = this.#verdicts.get(text);
    if (known !== undefined) return known;
    const marker = markerOf(text);
    const verdict = marker === undefined ? open : this.#judge(marker);
    this.#verdicts.set(text, verdict);
    return verdict;
  }

  #judge(marker: Marker): Verdict {
    const python = pythonVersions(marker);
    if (neverTogether([marker, ...this.#declared])) return { runs: "never", isGuarded: true, python };
    const opposite = negated(marker);
    if (this.#declared.length > 0 && opposite !== undefined && neverTogether([opposite, ...this.#declared])) {
      return { runs: "always", isGuarded: false, python };
    }
    // Of the versions that a project says it runs on all are meant; of platforms, people name what they think of.
    return { runs: "sometimes", isGuarded: !this.#knowsPython || !asksPythonAlone(marker), python };
  }
}

function asksPythonAlone(marker: Marker): boolean {
  return marker.every(
    (item) =>
      typeof item !== "object" ||
      [item.left, item.right].some((side) => side.kind === "variable" && isPython(side.name)),
  );
}

function markerOf(text: string): Marker | undefined {
  const reading = parseMarker(text);
  return "value" in reading ? reading.value : undefined;
}

/** `>=3.10,<4` as a marker; undefined when it is no list of specifiers, or an empty one. */
function pythonMarker(requiresPython: string): Marker | undefined {
  const specifiers = parseSpecifiers(requiresPython);
  if (specifiers === undefined || specifiers.length === 0) return undefined;
  return specifiers.flatMap(({ operator, text }, at): Marker => {
    const comparison = {
      left: { kind: "variable", name: "python_full_version" },
      operator: operator satisfies MarkerOperator,
      right: { kind: "value", text },
    } as const;
    return at === 0 ? [comparison] : [comparison, "and"];
  });
}
