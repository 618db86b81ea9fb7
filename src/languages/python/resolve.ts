/**
 * What the imports of Python files reach.
 * @see https://docs.python.org/3/reference/import.html
 *
 * Most imports of a repository are written many times, so what a specifier means is kept by the set of directories that it is
 * looked for in, and what a name of a package means by the package. The loop over the imports is plain and does little else
 * than to ask what is known.
 */
import type { FileFacts, ImportFact } from "../../model/facts.ts";
import type { ImportResolver, ResolvedImport, Target } from "../../model/resolution.ts";
import type { Workspace } from "../language.ts";
import type { PythonManifest } from "./manifests/manifest.ts";
import { scopeOfPath } from "./projects/source-layout.ts";
import { Answers } from "./resolve/answers.ts";
import type { Answer, Place } from "./resolve/place.ts";
import type { ProjectScope } from "./resolve/project-scope.ts";
import type { Reach } from "./resolve/reach.ts";
import { ConditionalImports } from "./resolve/conditional-imports.ts";
import { DeclaredRuntime } from "./resolve/declared-runtime.ts";
import { inOwnEnvironment } from "./resolve/own-environment.ts";
import { CythonFiles, isIncluded } from "./resolve/cython-files.ts";
import { RivalModules } from "./resolve/rival-modules.ts";
import { withStarNames } from "./resolve/star-imports.ts";
import { isTold, type ToldContext, ToldImports } from "./resolve/told-imports.ts";

export function pythonResolver(workspace: Workspace<PythonManifest>): ImportResolver {
  const answers = new Answers(workspace);
  const find = (name: string, from: string): string | undefined => answers.find(name, from);
  const scope = (path: string): ProjectScope => answers.place(path).path.scope;
  const directories = (name: string, from: string): readonly string[] => answers.directories(name, from);
  const context = { files: workspace.files, facts: workspace.facts, find, directories, scope };
  const told = new ToldImports(context);
  const cython = new CythonFiles(workspace.files, scope);
  const rivals = new RivalModules(workspace.files, workspace.facts);
  const resolve = (path: string, facts: FileFacts): readonly ResolvedImport[] => {
    const resolved = cython.add(path, facts.imports, resolveFacts(path, facts, { answers, context, told }));
    return resolved.length === 0 ? resolved : rivals.mark(resolved, answers.place(path).path);
  };
  return { resolve, find };
}

interface Resolving {
  readonly answers: Answers;
  readonly context: ToldContext;
  readonly told: ToldImports;
}

/** Most files have only imports that mean the same everywhere: the others are made so first. */
function resolveFacts(
  path: string,
  facts: FileFacts,
  { answers, context, told }: Resolving,
): readonly ResolvedImport[] {
  const { imports, environment } = facts;
  if (environment === undefined && !imports.some(isParticular)) return resolveImports(path, imports, answers);
  const { runtime } = context.scope(path);
  const own = environment?.runtime === undefined ? runtime : new DeclaredRuntime(environment.runtime, undefined);
  const conditional = new ConditionalImports(imports, own);
  const plain = conditional.imports
    .filter((fact) => !isTold(fact) && !isIncluded(fact))
    .map((fact) => withStarNames(fact, path, context));
  const resolved = conditional.mark(resolveImports(path, plain, answers));
  const judged = environment === undefined ? resolved : inOwnEnvironment(path, environment, resolved);
  return told.add(path, imports, judged);
}

function isParticular(fact: ImportFact): boolean {
  return fact.marker !== undefined || fact.names[0] === "*" || isTold(fact) || isIncluded(fact);
}

function resolveImports(path: string, imports: readonly ImportFact[], answers: Answers): readonly ResolvedImport[] {
  const resolved: ResolvedImport[] = [];
  if (imports.length === 0) return resolved;
  const place = answers.place(path);
  const { absolute, relative } = place;
  for (const fact of imports) {
    const { specifier, names } = fact;
    const isRelative = specifier.charCodeAt(0) === 46;
    const answer = (isRelative ? relative : absolute).get(specifier) ?? answers.of(specifier, place);
    const { reach, names: package_ } = answer;
    if (reach !== undefined) {
      if (reach.file !== path) resolved.push(resolvedImport(fact, reach, names, place));
      else if (answer.bare) pushAll(resolved, fact, answers.inFull(fact, path, place), place);
    } else if (package_ === undefined) {
      pushAll(resolved, fact, answers.open(fact, path, place), place);
    } else if (names.length > 1) {
      pushNames(resolved, fact, answer, path, place);
    } else {
      const name = names[0];
      const one =
        name === undefined
          ? package_.whole
          : (package_.reach(name) ?? package_.absent(name, specifier, answer.relativeTo));
      if (one !== undefined && one.file !== path) resolved.push(resolvedImport(fact, one, one.names, place));
    }
  }
  const { scope } = place.path;
  // What holds for no test holds for nothing: mostly the path need not be looked at.
  return isVendored(path) || (scope.declaresElsewhere("test") && scope.declaresElsewhere(scopeOfPath(path)))
    ? resolved.map((each) => toned(each, path, place))
    : resolved;
}

/** Submodules one by one, and the package's own file for all other names. */
function pushNames(
  resolved: ResolvedImport[],
  fact: ImportFact,
  { names, relativeTo }: Answer,
  path: string,
  place: Place,
): void {
  const own = new Map<string | undefined, Given>();
  const others = new Map<Target, Given>();
  for (const name of fact.names) {
    const reach = names?.reach(name) ?? names?.absent(name, fact.specifier, relativeTo);
    if (reach === undefined || reach.file === path) continue;
    if (reach.target === names?.whole?.target) give(own, reach.details.via, reach, name);
    else give(others, reach.target, reach, name);
  }
  for (const { reach, given } of others.values()) resolved.push(resolvedImport(fact, reach, given, place));
  for (const { reach, given } of own.values()) resolved.push(resolvedImport(fact, reach, given, place));
}

interface Given {
  readonly reach: Reach;
  readonly given: string[];
}

function give<K>(groups: Map<K, Given>, key: K, reach: Reach, name: string): void {
  const before = groups.get(key);
  if (before === undefined) groups.set(key, { reach, given: [name] });
  else before.given.push(name);
}

function pushAll(resolved: ResolvedImport[], fact: ImportFact, reached: readonly Reach[], place: Place): void {
  for (const reach of reached) resolved.push(resolvedImport(fact, reach, reach.names, place));
}

/** One shape for all, or the loops that follow slow down. */
function resolvedImport(fact: ImportFact, reach: Reach, names: readonly string[], place: Place): ResolvedImport {
  const { details } = reach;
  return {
    edge: "imports",
    target: reach.target,
    specifier: reach.specifier ?? (reach.isMember ? reach.shown(fact.specifier) : fact.specifier),
    names,
    line: fact.line,
    column: fact.column,
    typeOnly: fact.typeOnly || place.stub,
    dynamic: fact.dynamic,
    optional: fact.optional,
    local: fact.local,
    confidence: reach.confidence,
    declaration: details.declaration,
    via: details.via,
    shadows: details.shadows,
    shadowedBy: details.shadowedBy,
  };
}

/** Where other people's code is kept in a copy. */
const vendoredTree = /(?:^|\/)(?:_?vendor(?:ed|_packages)?|_?extern(?:als?)?|third[-_]?party)\//;

function isVendored(path: string): boolean {
  return vendoredTree.test(path);
}

/** A copy is often cut down: what it lacks is no mistake. Where not all that declares was read, the rest says nothing. */
function toned(resolved: ResolvedImport, path: string, { path: { scope } }: Place): ResolvedImport {
  const { target, declaration } = resolved;
  const isExcused = target.kind === "unresolved" && target.generated === undefined && isVendored(path);
  const isUnsaid =
    declaration !== undefined && declaration.state !== "declared" && scope.declaresElsewhere(scopeOfPath(path));
  if (!isExcused && !isUnsaid) return resolved;
  return {
    ...resolved,
    target: isExcused ? { ...target, inRepo: false } : target,
    declaration: isUnsaid ? undefined : declaration,
  };
}
