/**
 * What the imports of a file in Kotlin, Groovy or Scala mean. Only what leads somewhere is told, and as a guess: their other
 * uses are not read, nor all that their builds add to a class path, so that nothing of it can be missed or undeclared.
 */
import type { FileFacts, ImportFact } from "../../../model/facts.ts";
import type { ResolvedImport } from "../../../model/resolution.ts";
import { dialectOf } from "../dialects/dialect.ts";
import { longestName } from "../dialects/outline.ts";
import type { ClassFile, ClassIndex } from "./class-index.ts";
import type { ExternalPackages } from "./external.ts";
import { splitQualified } from "./qualified.ts";
import { type Answer, makeResolved } from "./resolved.ts";

const root = "_root_.";
/** Packages within packages: more of them are no program's, and every import is looked for in each. */
const deepest = 20;

interface Known {
  readonly classes: ClassIndex;
  readonly external: ExternalPackages;
}

export function dialectImports(
  from: ClassFile,
  { imports, package: packageName = "" }: FileFacts,
  known: Known,
): readonly ResolvedImport[] {
  const packages = dialectOf(from.path) === "scala" ? packagesAround(packageName) : [];
  return imports.flatMap((fact) => {
    const { specifier, kind } = fact;
    const shown = kind === "on-demand" || kind === "static-on-demand" ? `${specifier}.*` : specifier;
    const answers = answersOf(from, fact, { ...known, packages });
    return answers.map((answer) => makeResolved("imports", shown, fact, answer));
  });
}

/** A package and those above it, the innermost first: a name in Scala may begin in any of them. */
function packagesAround(name: string): readonly string[] {
  const packages: string[] = [];
  for (let end = name.length; end > 0 && packages.length < deepest; end = name.lastIndexOf(".", end - 1)) {
    packages.push(name.slice(0, end));
  }
  return packages;
}

function answersOf(
  from: ClassFile,
  { specifier: written, kind }: ImportFact,
  { classes, external, packages }: Known & { readonly packages: readonly string[] },
): readonly Answer[] {
  // Scala: never within the packages around.
  const isWhole = written.startsWith(root);
  const specifier = isWhole ? written.slice(root.length) : written;
  const names = isWhole || specifier.length > longestName ? [] : packages.map((each) => `${each}.${specifier}`);
  for (const name of [specifier, ...names]) {
    const candidates = classes.qualified(name);
    const chosen = candidates === undefined ? undefined : classes.choose(candidates, from);
    const files = chosen === undefined ? classes.bestSeen(classes.memberNamed(name) ?? [], from) : [chosen.file];
    if (files.length > 0) return files.filter((file) => file !== from).map(toFile);
  }
  const { packageName, className } = splitQualified(specifier, kind);
  const answer = external.resolve(from.module, packageName, className);
  if (answer === undefined) return [];
  if (answer.kind === "package") {
    return [{ target: { kind: "package", package: answer.package }, confidence: "inferred" }];
  }
  return [{ target: { kind: "builtin", name: `java/${answer.package}` }, confidence: "exact" }];
}

function toFile({ path }: ClassFile): Answer {
  return { target: { kind: "file", path }, confidence: "inferred" };
}
