import type { Check } from "./check.ts";
import { faultsOf } from "./findings/faults.ts";

export const manifestInvalid: Check = {
  code: "manifest/invalid",
  severity: "error",
  summary: "A manifest says what its own tool refuses: a range, a marker, a name that cannot be.",
  run: (braid) => faultsOf(braid, "invalid"),
};
