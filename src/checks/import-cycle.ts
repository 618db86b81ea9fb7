import type { Check } from "./check.ts";
import { fileCycles } from "./cycles/file-cycles.ts";
import { cyclesByAddition } from "./cycles/cycles-by-addition.ts";
import { projectCycles } from "./cycles/project-cycles.ts";

export const importCycle: Check = {
  code: "import/cycle",
  severity: "warning",
  summary: "Files, or whole projects, depend on each other in a circle.",
  *run(braid) {
    yield* projectCycles(braid);
    yield* fileCycles(braid);
  },
  retry: cyclesByAddition,
  isGuard: true,
};
