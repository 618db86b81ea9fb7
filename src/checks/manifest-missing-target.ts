import type { Check } from "./check.ts";
import { faultsOf } from "./findings/faults.ts";

export const manifestMissingTarget: Check = {
  code: "manifest/missing-target",
  severity: "error",
  summary: "A manifest names a file, directory or module of this repository that is not there.",
  run: (braid) => faultsOf(braid, "missing-target"),
};
