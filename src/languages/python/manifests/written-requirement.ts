import type { Diagnostic } from "../../../model/diagnostic.ts";
import { type Fault, isTemplate } from "../../../model/fault.ts";
import type { RequirementScope } from "../../../model/requirement.ts";
import { parseDependencySpecifier } from "../versions/dependency-specifier.ts";
import { distributionPurl, normalizeName } from "../versions/distribution-name.ts";
import type { DeclaredRequirement } from "./manifest.ts";

/** A requirement's text and where its first character stands. */
export interface WrittenRequirement {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly scope: RequirementScope;
  /** The extra or dependency group. */
  readonly group?: string;
  readonly environment?: string;
}

/** Reads the text of one requirement; what is no requirement is told by a diagnostic at the place of the error. */
export function readRequirement(
  written: WrittenRequirement,
  diagnostics: Diagnostic[],
): DeclaredRequirement | undefined {
  const { text, file, line, column, scope, group, environment } = written;
  const reading = parseDependencySpecifier(text);
  if ("problem" in reading) {
    const { message, at } = reading.problem;
    diagnostics.push({
      code: "manifest",
      file,
      line,
      column: column + at,
      message: `"${shortened(text)}" is no requirement: ${message}`,
      ...(isTemplate(text) ? {} : { fault: refusal(text) }),
    });
    return undefined;
  }
  const { name, extras, range, url, marker } = reading.value;
  return {
    package: distributionPurl(name),
    range: url ?? (range === "" ? "*" : range),
    scope,
    ...(group === undefined ? {} : { group }),
    ...(environment === undefined ? {} : { environment }),
    ...(marker === undefined ? {} : { marker: marker.text }),
    ...(extras.length === 0 ? {} : { extras: extras.map(normalizeName) }),
    file,
    line,
    column,
  };
}

function refusal(text: string): Fault {
  const fix = "write it as PEP 508 has it: name[extra]>=1.0; marker";
  return { kind: "invalid", severity: "error", subject: shortened(text), fix };
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
