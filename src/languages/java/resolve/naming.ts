/** The convention that packages are named after the groupId and artifactId of what ships them. */
import type { DeclaredArtifact } from "./modules.ts";

export interface NameMatch {
  readonly artifact: DeclaredArtifact;
  /** How many parts of the package its name accounts for. */
  readonly depth: number;
  /** False when other artifacts of the same group are declared and the name does not tell them apart. */
  readonly sure: boolean;
}

/** Parts of artifact names that say what it is, not what it is about. */
const generic =
  /^(?:core|api|java|jvm|jre|lib|library|client|all|common|commons|base|impl|main|sdk|jdk\w*|android|v?\d[\w.]*|min|full|parent|spec)$/;

/** The declared artifact whose name fits a package best; undefined when none fits. */
export function matchByName(packageName: string, declared: readonly DeclaredArtifact[]): NameMatch | undefined {
  const parts = packageName.toLowerCase().split(".");
  let best: (NameMatch & { readonly score: number }) | undefined;
  for (const artifact of declared) {
    const match = score(parts, artifact);
    if (match !== undefined && (best === undefined || match.score > best.score)) {
      best = { artifact, depth: match.depth, score: match.score, sure: match.strange === 0 };
    }
  }
  if (best === undefined || best.sure) return best;
  const { groupId } = best.artifact;
  return { ...best, sure: declared.filter((each) => each.groupId === groupId).length === 1 };
}

interface ArtifactWords {
  readonly group: readonly string[];
  readonly tokens: readonly string[];
  /** The tokens that say what it is about. */
  readonly specific: readonly string[];
}

const known = new WeakMap<DeclaredArtifact, ArtifactWords>();

/** Taken apart once: every package that is looked for is held against every artifact. */
function wordsOf(artifact: DeclaredArtifact): ArtifactWords {
  let words = known.get(artifact);
  if (words === undefined) {
    const tokens = artifact.artifactId.toLowerCase().split(/[-_.]/).filter(Boolean);
    const specific = tokens.filter((token) => !generic.test(token));
    words = { group: artifact.groupId.toLowerCase().split("."), tokens, specific };
    known.set(artifact, words);
  }
  return words;
}

function score(
  parts: readonly string[],
  artifact: DeclaredArtifact,
): { readonly depth: number; readonly score: number; readonly strange: number } | undefined {
  const { group, tokens, specific } = wordsOf(artifact);
  let common = 0;
  while (common < group.length && common < parts.length && group[common] === parts[common]) common++;
  const whole = common === group.length;
  let matched = 0;
  let depth = common;
  for (let at = common; at < parts.length; at++) {
    if (!tokens.includes(parts[at] ?? "")) continue;
    matched++;
    depth = at + 1;
  }
  const strange = specific.filter((token) => !parts.includes(token)).length;
  if (whole && group.length > 1) return { depth, score: common * 100 + matched * 10 - strange, strange };
  // `org.apache`, `com.google`: half a groupId says little, unless the artifact goes on where it ends.
  if (common >= 2 && matched > 0 && strange === 0) return { depth, score: common * 100 + matched * 10, strange };
  // `joda-time:joda-time`, `javassist:javassist`: the artifact's own words in the package.
  const words = tokens.filter((token) => parts.includes(token));
  if (strange === 0 && (words.length >= 2 || (words[0]?.length ?? 0) >= 5))
    return { depth, score: words.length * 10, strange };
  return undefined;
}
