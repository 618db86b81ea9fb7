import type { Braid } from "../../model/analysis.ts";
import type { Finding, Severity } from "../../model/conflict.ts";
import type { Fault, FaultyPlace } from "../../model/fault.ts";
import { tempered } from "./tempered.ts";

/** What manifests say and their own tools refuse: of one kind, as findings. */
export function* faultsOf({ faults, projects }: Braid, kind: Fault["kind"]): Iterable<Finding> {
  const owners = new Map(projects.map(({ manifest, id }) => [manifest, id]));
  for (const place of faults) if (place.fault.kind === kind) yield findingOf(place, owners.get(place.file));
}

/** Test data are often broken on purpose, and nobody builds them where they stand. */
const trialData = /(?:^|\/)(?:tests?|__tests__|its|e2e|spec)\//;

/** The severity of what a manifest says wrong by itself. */
export function manifestSeverity(severity: Severity, file: string): Severity {
  return trialData.test(file) ? "info" : tempered(severity, file, "declared");
}

function findingOf({ file, line, column, message, fault }: FaultyPlace, project: string | undefined): Finding {
  return {
    severity: manifestSeverity(fault.severity, file),
    message,
    file,
    line,
    column,
    subject: fault.subject,
    ...(project === undefined ? {} : { project }),
    evidence: fault.evidence ?? [],
    fix: { message: fault.fix, file },
  };
}
