/**
 * Findings that the repository says it knows of, in the words of other tools: a directive beside an import that silences the
 * linter or the type checker, and files that formatter and linter are told to leave alone, as data of tests.
 */
import { type Conflict, severities, type Severity } from "../../model/conflict.ts";

export interface Circumstances {
  readonly line: (file: string, line: number) => string | undefined;
  /** Whether a file is data: the project's tools leave it out, and it is no production code. */
  readonly isData: (file: string) => boolean;
}

interface Directive {
  readonly form: RegExp;
  /** On the line itself, or on the one above it. */
  readonly place: "line" | "above";
  /** What is left of a finding that it stands beside. */
  readonly severity: Severity;
}

const importRules =
  "(?:import(?:-x)?|n|node)\\/(?:no-unresolved|no-missing-(?:import|require)|no-extraneous(?:-dependencies|-import|-require)?)";

const directives: readonly Directive[] = [
  { form: new RegExp(`eslint-disable-next-line\\b.*${importRules}`), place: "above", severity: "info" },
  { form: new RegExp(`eslint-disable-line\\b.*${importRules}`), place: "line", severity: "info" },
  // It silences any error: more often a missing type than a missing module.
  { form: /@ts-(?:expect-error|ignore)\b/, place: "above", severity: "warning" },
  { form: /#\s*type:\s*ignore\[[^\]]*\bimport-not-found\b/, place: "line", severity: "info" },
  { form: /#\s*pyright:\s*ignore\[[^\]]*\breportMissingImports\b/, place: "line", severity: "info" },
  { form: /#\s*ty:\s*ignore\[[^\]]*\bunresolved-import\b/, place: "line", severity: "info" },
  { form: /#\s*pylint:\s*disable=[^#]*\bimport-error\b/, place: "line", severity: "info" },
  { form: /#\s*pylint:\s*disable-next=[^#]*\bimport-error\b/, place: "above", severity: "info" },
];

const about: ReadonlySet<string> = new Set(["import/unresolved", "import/undeclared", "import/unknown"]);

export function withExpected(conflicts: readonly Conflict[], circumstances: Circumstances): readonly Conflict[] {
  return conflicts.map((conflict) => {
    if (conflict.severity === "info") return conflict;
    const severity = circumstances.isData(conflict.file) ? "info" : silenced(conflict, circumstances);
    const isMilder = severity !== undefined && severities.indexOf(severity) > severities.indexOf(conflict.severity);
    return isMilder ? { ...conflict, severity } : conflict;
  });
}

function silenced({ code, file, line }: Conflict, circumstances: Circumstances): Severity | undefined {
  if (!about.has(code) || line === 0) return undefined;
  const here = circumstances.line(file, line) ?? "";
  const above = line > 1 ? (circumstances.line(file, line - 1) ?? "") : "";
  return directives.find(({ form, place }) => form.test(place === "line" ? here : above))?.severity;
}
