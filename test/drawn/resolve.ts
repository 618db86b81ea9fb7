/** Runs one language over a repository held in memory and draws what its imports reach, a line an import. */
import { extract } from "../../src/extract.ts";
import { memoryFileSystem } from "../../src/files/file-system.ts";
import { decode } from "../../src/files/source-text.ts";
import { walk } from "../../src/files/walk.ts";
import type { BuildEnvironment } from "../../src/languages/build-environment.ts";
import type { Language } from "../../src/languages/language.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { FileFacts } from "../../src/model/facts.ts";
import type { Project } from "../../src/model/project.ts";
import type { ResolvedImport, Target } from "../../src/model/resolution.ts";
import { createSyntax } from "../../src/syntax/syntax.ts";

export interface Resolved {
  readonly imports: ReadonlyMap<string, readonly ResolvedImport[]>;
  readonly projects: readonly Project[];
  readonly diagnostics: readonly Pick<Diagnostic, "file" | "line" | "column" | "message">[];
  /** `shop/cart.py:3 from .price -> shop/price.py [typeOnly] (declared)` */
  readonly drawing: string;
}

const limit = 1 << 26;

export function resolveRepository(
  language: Language,
  contents: Readonly<Record<string, string>>,
  environment: BuildEnvironment = {},
): Resolved {
  const fileSystem = memoryFileSystem(contents);
  const { files } = walk(fileSystem);
  const syntax = createSyntax();
  const facts = new Map<string, FileFacts>();
  const manifests: unknown[] = [];
  const diagnostics = [];
  for (const path of files.paths) {
    const source = decode(path, fileSystem.read(path, limit));
    const name = path.slice(path.lastIndexOf("/") + 1);
    const reader = language.manifests.find((manifest) => manifest.matches(name, path));
    if (reader !== undefined) {
      const reading = reader.read(source);
      diagnostics.push(...reading.diagnostics);
      if (reading.manifest !== undefined) manifests.push(reading.manifest);
    }
    if (language.sources.some((ending) => path.endsWith(ending)) || language.isResource?.(path) === true) {
      const extraction = extract(source, language, [], syntax, { precise: false });
      diagnostics.push(...extraction.facts.diagnostics);
      facts.set(path, extraction.facts);
    }
  }
  const installed = language.installed?.(manifests, fileSystem, environment);
  manifests.push(...(installed?.manifests ?? []));
  diagnostics.push(...(installed?.diagnostics ?? []));
  const list = language.projects(manifests, files);
  diagnostics.push(...list.diagnostics);
  const resolver = language.resolver({ files, manifests, projects: list.projects, facts });
  const imports = new Map([...facts].map(([path, fileFacts]) => [path, resolver.resolve(path, fileFacts)]));
  diagnostics.push(...(resolver.diagnostics?.() ?? []));
  const lines = [...imports].flatMap(([path, resolved]) => resolved.map((each) => draw(path, each)));
  return { imports, projects: list.projects, diagnostics, drawing: lines.join("\n") };
}

function draw(path: string, resolved: ResolvedImport): string {
  const flags = (["typeOnly", "dynamic", "optional", "local", "inactive"] as const).filter((flag) => resolved[flag]);
  const { declaration, confidence, marker, via, shadows, shadowedBy } = resolved;
  return [
    `${path}:${resolved.line} ${resolved.specifier} -> ${drawTarget(resolved.target)}`,
    ...(flags.length === 0 ? [] : [`[${flags.join(" ")}]`]),
    ...(marker === undefined ? [] : [`; ${marker}`]),
    ...(declaration === undefined ? [] : [`(${declaration.state})`]),
    ...(confidence === "exact" ? [] : [`~${confidence}`]),
    ...(via === undefined ? [] : [`via ${via}`]),
    ...(shadows === undefined ? [] : [`shadows ${shadows}`]),
    ...(shadowedBy === undefined ? [] : [`shadowed by ${shadowedBy}`]),
  ].join(" ");
}

function drawTarget(target: Target): string {
  switch (target.kind) {
    case "file":
      return target.path;
    case "package":
      return target.package;
    case "builtin":
      return `builtin:${target.name}`;
    case "unresolved":
      return [
        `unresolved:${target.name}${target.inRepo ? "!" : ""}`,
        ...(target.generated === undefined ? [] : [`{${target.generated}}`]),
        ...(target.caseOf === undefined ? [] : [`{case of ${target.caseOf}}`]),
      ].join(" ");
  }
}
