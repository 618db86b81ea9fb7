/**
 * Which programs a package wants to be run and installed with: `engines`, `devEngines`, `packageManager`, `volta`.
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#engines
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#devengines
 * @see https://nodejs.org/api/packages.html#packagemanager
 * @see https://docs.volta.sh/guide/understanding#managing-your-project
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import { isVersionFile, type ManagedRuntime, readVersionFile } from "../../../files/version-files.ts";
import type { ManifestReader } from "../../language.ts";
import { describe, type JsonFields } from "./json-fields.ts";
import type { JsonMember, JsonNode } from "../../../files/json-node.ts";
import { type Manifest } from "./manifest.ts";

type Members = ReadonlyMap<string, JsonMember>;

const managed: readonly ManagedRuntime[] = [
  { runtime: "node", files: [".nvmrc", ".node-version"], keys: ["nodejs", "node"] },
  { runtime: "bun", files: [".bun-version"], keys: ["bun"] },
  { runtime: "deno", files: [".deno-version"], keys: ["deno"] },
  { runtime: "pnpm", files: [], keys: ["pnpm"] },
  { runtime: "yarn", files: [], keys: ["yarn"] },
];

export const versionFiles: ManifestReader<Manifest> = {
  format: "version manager's file",
  matches: (name) => isVersionFile(name, managed),
  read(file) {
    const runtimes = readVersionFile(file, managed);
    return {
      manifest: { kind: "runtimes", file: file.path, directory: directoryOf(file.path), runtimes },
      diagnostics: [],
    };
  },
};

export function readRuntimes(fields: JsonFields, members: Members): readonly RuntimeDemand[] {
  return [
    ...ranges(fields, members, { key: "engines", strength: "requires" }),
    ...devEngines(fields, members),
    ...ranges(fields, members, { key: "volta", strength: "pins" }),
    ...packageManager(fields, members),
  ];
}

interface Table {
  readonly key: string;
  readonly strength: RuntimeDemand["strength"];
}

/** Ranges by the names of programs; `extends` of Volta is a path, and `vscode` a host. */
function ranges(fields: JsonFields, members: Members, { key, strength }: Table): readonly RuntimeDemand[] {
  const object = fields.object(members, key);
  if (object === undefined) return [];
  return [...fields.members(object).values()].flatMap(({ name, value }) => {
    if (key === "volta" && name === "extends") return [];
    if (value.kind === "string") return demand(fields, name, { text: value.text, strength, at: value });
    fields.complain(value, `the range of "${name}" should be a string, and is ${describe(value)}`);
    return [];
  });
}

/** `runtime` and `packageManager`: an object with a name and a version, or a list of such. */
function devEngines(fields: JsonFields, members: Members): readonly RuntimeDemand[] {
  const object = fields.object(members, "devEngines");
  return (object?.members ?? []).flatMap(({ name: key, value }) => {
    if (key !== "runtime" && key !== "packageManager") return [];
    return (value.kind === "array" ? value.items : [value]).flatMap((each) => {
      if (each.kind !== "object") return [];
      const named = fields.members(each);
      const name = fields.string(named, "name");
      const version = named.get("version")?.value;
      if (name === undefined || version?.kind !== "string") return [];
      return demand(fields, name, { text: version.text, strength: "requires", at: version });
    });
  });
}

/** `pnpm@9.1.0+sha512.…` */
function packageManager(fields: JsonFields, members: Members): readonly RuntimeDemand[] {
  const text = fields.string(members, "packageManager");
  const at = members.get("packageManager")?.value;
  if (text === undefined || at === undefined) return [];
  const [, name, version] = /^(npm|pnpm|yarn|bun)@([^+]+)(?:\+.*)?$/.exec(text) ?? [];
  if (name !== undefined && version !== undefined)
    return [demand(fields, name, { text: version, strength: "pins", at })];
  fields.complain(at, `"packageManager" should be a name and a version, as "pnpm@9.1.0", and is "${text}"`);
  return [];
}

interface Written {
  readonly text: string;
  readonly strength: RuntimeDemand["strength"];
  readonly at: JsonNode;
}

function demand({ file }: JsonFields, runtime: string, { text, strength, at }: Written): RuntimeDemand {
  return { runtime, range: text, strength, file, line: at.line, column: at.column };
}
