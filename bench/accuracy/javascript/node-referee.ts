/** What Node's own loader makes of `exports` and `imports`: its functions are asked directly, with any conditions. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TableCase } from "./tables.ts";

export interface NodeAnswer {
  /** `./path` from the package; null when it gives none. */
  readonly target: string | null;
  readonly error?: string;
}

const program = `
const { packageExportsResolve, packageImportsResolve } = require("internal/modules/esm/resolve");
const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { pathToFileURL } = require("node:url");
const [scratch] = process.argv.slice(1);
const answers = JSON.parse(readFileSync(0, "utf8")).map(({ field, value, request, conditions }, at) => {
  const directory = scratch + "/" + at;
  mkdirSync(directory);
  writeFileSync(directory + "/package.json", JSON.stringify({ name: "shop", [field]: value }));
  const home = pathToFileURL(directory + "/").href;
  const manifest = new URL("package.json", home);
  try {
    const found = field === "exports"
      ? packageExportsResolve(manifest, request, { exports: value, pjsonPath: directory + "/package.json" }, home + "till.js", new Set(conditions))
      : packageImportsResolve(request, home + "till.js", new Set(conditions));
    return { target: found.href.startsWith(home) ? "./" + decodeURIComponent(found.href.slice(home.length)) : found.href };
  } catch (error) {
    return { target: null, error: error.code };
  }
});
process.stdout.write(JSON.stringify(answers));
`;

/** In the order of the cases. */
export function askNode(cases: readonly TableCase[]): readonly NodeAnswer[] {
  const scratch = mkdtempSync(join(tmpdir(), "depbraid-node-"));
  try {
    const output = execFileSync(process.execPath, ["--no-warnings", "--expose-internals", "-e", program, scratch], {
      input: JSON.stringify(
        cases.map(({ field, value, request, conditions }) => ({
          field,
          value: request.endsWith("/") ? value : modern(value),
          request,
          conditions,
        })),
      ),
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    return JSON.parse(output);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Folders, which Node read until version 16, as the patterns that it reads since. */
function modern(value: unknown): unknown {
  if (typeof value === "string") return value.endsWith("/") ? `${value}*` : value;
  if (Array.isArray(value)) return value.map(modern);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, target]) => {
      if (key.endsWith("/")) return [`${key}*`, modern(target)];
      return [key, key.startsWith(".") || key.startsWith("#") ? target : modern(target)];
    }),
  );
}
