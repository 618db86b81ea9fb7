/**
 * pip's requirements and constraints files, `.in` files, and what pip-tools and uv compile from them.
 * @see https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { declaredEncoding } from "../encoding.ts";
import { distributionPurl } from "../versions/distribution-name.ts";
import { readCompiled } from "./compiled-requirements.ts";
import type { DeclaredRequirement, PythonManifest, RequirementsFile, RequirementsLink } from "./manifest.ts";
import { type LogicalLine, logicalLines } from "./requirement-lines.ts";
import { readRequirement, type WrittenRequirement } from "./written-requirement.ts";

const fileName =
  /(?:requirements|constraints|requires)[^/]*\.(?:txt|in)$|[-_.](?:requirements|constraints)\.(?:txt|in)$/i;
const directoryName = /(?:^|\/)(?:requirements|constraints|reqs)\/[^/]+\.(?:txt|in)$/i;

export const requirementsFile: ManifestReader<PythonManifest> = {
  format: "requirements file",
  matches: (name, path) => fileName.test(name) || directoryName.test(path),
  // https://pip.pypa.io/en/stable/reference/requirements-file-format/#encoding
  encoding: declaredEncoding,
  read(file): ManifestReading<RequirementsFile> {
    const diagnostics: Diagnostic[] = [];
    return { manifest: readRequirements(file, diagnostics), diagnostics };
  },
};

function readRequirements(file: SourceText, diagnostics: Diagnostic[]): RequirementsFile {
  const scope = scopeOf(file.path);
  const lines = logicalLines(file.text);
  const compiled = readCompiled(lines);
  const requirements: DeclaredRequirement[] = [];
  const links: RequirementsLink[] = [];
  for (const line of lines) {
    if (line.text === "") continue;
    const read = readRequirementLine(line, { file: file.path, scope }, diagnostics);
    if (read === undefined) continue;
    if ("kind" in read) links.push(read);
    else requirements.push(read);
  }
  return {
    kind: "requirements",
    path: file.path,
    scope,
    requirements,
    links,
    ...(compiled === undefined ? {} : { compiled }),
  };
}

/** One line as pip reads it: a requirement, a link to more of them, or an option that asks for nothing. */
export function readRequirementLine(
  line: Omit<LogicalLine, "comment">,
  where: Omit<WrittenRequirement, "text" | "line" | "column">,
  diagnostics: Diagnostic[],
): DeclaredRequirement | RequirementsLink | undefined {
  const link = linkOf(line);
  if (link !== undefined) return link;
  const text = requirementText(line.text);
  if (text === "") return undefined;
  const named = readNamedUrl(text, line, where.file, where.scope);
  if (named !== undefined) return { ...named, ...where };
  return readRequirement({ ...where, text, line: line.line, column: line.column }, diagnostics);
}

const testWord = /^(?:tests?|testing|pytest|e2e|integration|unit)$/;
const devWord =
  /^(?:dev|devel|develop|development|local|docs?|documentation|sphinx|ci|lint|linting|linters?|style|format|typing|types|mypy|build|tools?|tooling|bench|benchmarks?|release|pre-commit|precommit)$/;

/** What a requirements file is for, by the words of its name. */
function scopeOf(path: string): RequirementScope {
  const words = path
    .slice(path.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/\.[a-z]+$/, "")
    .split(/[-_.]/);
  if (/constraints/i.test(path.slice(path.lastIndexOf("/") + 1)) || /(?:^|\/)constraints\/[^/]+$/i.test(path)) {
    return "constraint";
  }
  if (words.some((word) => testWord.test(word))) return "test";
  return words.some((word) => devWord.test(word)) ? "dev" : "runtime";
}

const linkOption = /^(?:(-r|--requirement)|(-c|--constraint)|(?:-e|--editable))(?:[ \t]*=[ \t]*|[ \t]*)(.+)$/;
const isPath = /^(?:\.{1,2}(?:[/\\[]|$)|\/|file:)|^[^ @=<>!~;[]+\/[^ @=<>!~;]*$/;
const isUrl = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:git|hg|svn|bzr)\+)/i;
const archive = /\.(?:whl|zip|tar\.gz|tgz|tar\.bz2)(?:$|[#;])/i;

/** `-r`, `-c`, `-e ./lib`, and a requirement by path, which means the project in that directory. */
function linkOf({ text, line, column }: Omit<LogicalLine, "comment">): RequirementsLink | undefined {
  const [, requirement, constraint, target] = linkOption.exec(text) ?? [];
  if (target !== undefined) {
    const path = unquote(target.trim());
    if (requirement !== undefined) return { kind: "requirements", path, line, column };
    if (constraint !== undefined) return { kind: "constraints", path, line, column };
    return isUrl.test(path) ? undefined : { kind: "project", path: withoutExtras(path), line, column };
  }
  const word = requirementText(text);
  if (text.startsWith("-") || isUrl.test(word) || !isPath.test(word) || archive.test(word)) return undefined;
  return { kind: "project", path: withoutExtras(word), line, column };
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

function withoutExtras(path: string): string {
  return path
    .replace(/^file:(?:\/\/)?/, "")
    .replace(/[ \t]*;.*$/, "")
    .replace(/\[[^\]]*\]$/, "");
}

/** Without the options that may follow a requirement; empty for a line of options. */
function requirementText(text: string): string {
  if (text.startsWith("-")) return /^(?:-e|--editable)\b/.test(text) ? text.replace(/^\S+?[= \t]+/, "") : "";
  const option = text.search(/[ \t]--[a-z]/);
  return (option < 0 ? text : text.slice(0, option)).trim();
}

/** `git+https://...#egg=till` and `https://.../till-1.0-py3-none-any.whl`: the name stands in the URL. */
function readNamedUrl(
  text: string,
  { line, column }: Omit<LogicalLine, "comment">,
  file: string,
  scope: RequirementScope,
): DeclaredRequirement | undefined {
  if (!isUrl.test(text) && !archive.test(text)) return undefined;
  if (/^[A-Za-z0-9._-]+(?:\[[^\]]*\])?[ \t]*@/.test(text)) return undefined;
  const [location = "", condition] = text.split(/[ \t]+;/, 2);
  const egg = /[#&]egg=([A-Za-z0-9._-]+)/.exec(location)?.[1];
  const wheel = /(?:^|\/)([A-Za-z0-9_.]+?)-[0-9][^/]*$/.exec(location.replace(/[#?].*$/, ""))?.[1];
  const repository = /\/([A-Za-z0-9._-]+?)(?:\.git)?(?:@[^/]*)?$/.exec(location.replace(/[#?].*$/, ""))?.[1];
  const name = egg ?? wheel ?? repository;
  if (name === undefined) return undefined;
  return {
    package: distributionPurl(name),
    range: location,
    scope,
    ...(condition === undefined ? {} : { marker: condition.trim() }),
    file,
    line,
    column,
  };
}
