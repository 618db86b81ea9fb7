/** Follows `-r`, `-c`, `-e` and paths of requirements files to what they name. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { Severity } from "../../../model/conflict.ts";
import { type Fault, isTemplate } from "../../../model/fault.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import type { DeclaredRequirement, RequirementsFile, RequirementsLink } from "../manifests/manifest.ts";
import { isMade } from "./made-targets.ts";
import { joinPath } from "./source-layout.ts";

export interface LinkContext {
  readonly files: FileIndex;
  readonly diagnostics: Diagnostic[];
  /** Names of the packages of this repository, by directory. */
  readonly packages: ReadonlyMap<string, string>;
  readonly byPath: ReadonlyMap<string, RequirementsFile>;
}

/**
 * What a file's links add to a project: the requirements of files elsewhere, with their own places, and the projects of
 * this repository that are installed by path. Files of the project's own directory are joined to it anyway.
 */
export function linkedRequirements(
  file: RequirementsFile,
  home: string,
  context: LinkContext,
): readonly DeclaredRequirement[] {
  const found: DeclaredRequirement[] = [];
  const seen = new Set([file.path]);
  const queue: { readonly file: RequirementsFile; readonly constraint: boolean }[] = [{ file, constraint: false }];
  for (let at = 0; at < queue.length; at++) {
    const next = queue[at];
    if (next === undefined) break;
    for (const link of next.file.links) {
      const target = joinPath(directoryOf(next.file.path), link.path);
      if (link.kind === "project") {
        const project = projectRequirement(link, target, next.file, home, context);
        if (project !== undefined) found.push(project);
        continue;
      }
      const linked = target === undefined ? undefined : context.byPath.get(target);
      if (linked === undefined) report(link, target, next.file, context);
      if (linked === undefined || seen.has(linked.path)) continue;
      seen.add(linked.path);
      const constraint = next.constraint || link.kind === "constraints";
      queue.push({ file: linked, constraint });
      if (isBeside(linked, file)) continue;
      found.push(...(constraint ? linked.requirements.map(asConstraint) : linked.requirements));
    }
  }
  return found;
}

/** The requirements file that a manifest names; what cannot be found is told. */
export function linkedFile(
  link: RequirementsLink,
  directory: string,
  manifest: string,
  context: LinkContext,
): RequirementsFile | undefined {
  const target = joinPath(directory, link.path);
  const file = target === undefined ? undefined : context.byPath.get(target);
  // setuptools warns and goes on.
  if (file === undefined) report(link, target, { path: manifest, severity: "warning" }, context);
  return file;
}

function asConstraint(requirement: DeclaredRequirement): DeclaredRequirement {
  return { ...requirement, scope: "constraint" };
}

/** Files of one directory belong to one project already. */
function isBeside(a: RequirementsFile, b: RequirementsFile): boolean {
  return directoryOf(a.path) === directoryOf(b.path);
}

/** `-e ./lib`: the project in that directory; `-e .` of a project is itself. */
function projectRequirement(
  link: RequirementsLink,
  directory: string | undefined,
  file: RequirementsFile,
  home: string,
  context: LinkContext,
): DeclaredRequirement | undefined {
  const path = installedFrom(link, directory, file, context);
  const name = path === undefined ? undefined : context.packages.get(path);
  if (path === undefined || name === undefined) {
    if (directory === undefined || !context.files.hasDirectory(directory)) report(link, directory, file, context);
    return undefined;
  }
  if (path === home) return undefined;
  const { line, column } = link;
  return { package: distributionPurl(name), range: "*", scope: file.scope, file: file.path, line, column, path };
}

/** pip counts such paths from where it is started: the file's own directory, or one above it. */
function installedFrom(
  link: RequirementsLink,
  directory: string | undefined,
  file: RequirementsFile,
  { packages }: LinkContext,
): string | undefined {
  if (directory !== undefined && packages.has(directory)) return directory;
  for (let at = directoryOf(file.path); at !== "";) {
    at = directoryOf(at);
    const candidate = joinPath(at, link.path);
    if (candidate !== undefined && packages.has(candidate)) return candidate;
  }
  return undefined;
}

/** A file that is there and was not read is another matter than one that is not there. */
function report(
  link: RequirementsLink,
  target: string | undefined,
  file: { readonly path: string; readonly severity?: Severity },
  { files, diagnostics }: LinkContext,
): void {
  const { path, line, column } = link;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path) || path.includes("${")) return;
  const exists = target !== undefined && files.has(target);
  const reason =
    target === undefined
      ? "leads out of the repository"
      : exists
        ? "was not read: its name is no requirements file's"
        : "is not there";
  const message = `"${path}" ${reason}`;
  const code = exists ? "unsupported" : "manifest";
  if (diagnostics.some((each) => each.file === file.path && each.line === line && each.message === message)) return;
  const isFault =
    !exists && target !== undefined && !isTemplate(path) && isOfRepository(link.kind, target, path, files);
  const fix = `correct the path, or add ${path}`;
  const fault: Fault = { kind: "missing-target", severity: file.severity ?? "error", subject: path, fix };
  diagnostics.push({ code, file: file.path, line, column, message, ...(isFault ? { fault } : {}) });
}

/**
 * Whether nothing but this repository could hold it: no build makes it, no submodule brings it, and no directory above has
 * it, from where pip may be started.
 */
function isOfRepository(kind: RequirementsLink["kind"], target: string, path: string, files: FileIndex): boolean {
  if (isMade(target, files) || path.startsWith("/") || path.startsWith("~")) return false;
  if (kind !== "project") return true;
  for (let at = directoryOf(target); at !== "";) {
    at = directoryOf(at);
    const candidate = joinPath(at, path);
    if (candidate !== undefined && (files.has(candidate) || files.hasDirectory(candidate))) return false;
  }
  return true;
}
