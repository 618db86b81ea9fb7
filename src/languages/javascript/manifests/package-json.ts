/**
 * package.json
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import { type Fault, isTemplate } from "../../../model/fault.ts";
import { isPackageName } from "../resolve/package-name.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { catalogsIn } from "./catalogs.ts";
import { configAliases } from "./config-aliases.ts";
import { describe, isNull, JsonFields, type PlacedText } from "./json-fields.ts";
import type { JsonMember, JsonNode, JsonObject } from "../../../files/json-node.ts";
import { readJson } from "../../../files/json-text.ts";
import { type Manifest, type PackageManifest, type Script, type WrittenRequirement } from "./manifest.ts";
import { readOverrides } from "./overrides.ts";
import { readRuntimes } from "./runtimes.ts";
import { jsonStrings } from "./tool-config.ts";

type Members = ReadonlyMap<string, JsonMember>;

const requirementFields = [
  ["dependencies", "runtime"],
  ["devDependencies", "dev"],
  ["peerDependencies", "peer"],
  ["optionalDependencies", "optional"],
] as const;

/** Keys that say something about the package itself: every other key configures a tool. */
const ownKeys: ReadonlySet<string> = new Set(
  `name version description keywords homepage bugs license licenses author contributors maintainers funding files main
  module exports imports types typings typesVersions bin man directories repository scripts config dependencies
  devDependencies peerDependencies peerDependenciesMeta optionalDependencies bundleDependencies bundledDependencies
  overrides resolutions engines os cpu libc devEngines private publishConfig workspaces packageManager type sideEffects
  dependenciesMeta pnpm volta readme gitHead catalog catalogs`.split(/\s+/),
);

export const packageJson: ManifestReader<Manifest> = {
  format: "package.json",
  matches: (name) => name === "package.json",
  read: readPackageJson,
};

function readPackageJson(file: SourceText): ManifestReading<PackageManifest> {
  const { root, diagnostics } = readJson(file, "json");
  const fields = new JsonFields(file.path);
  if (root?.kind !== "object") {
    if (root !== undefined) fields.complain(root, `the file should hold an object, and holds ${describe(root)}`);
    return { diagnostics: [...diagnostics, ...fields.diagnostics] };
  }
  const members = fields.members(root);
  const requirements = readRequirements(fields, members);
  const workspaces = readWorkspaces(fields, members);
  const overrides = readOverrides(fields, members);
  const catalogs = catalogsIn(members);
  const scripts = readScripts(fields, members);
  const name = readName(fields, members);
  const version = fields.string(members, "version");
  const main = fields.string(members, "main");
  const module = fields.string(members, "module");
  const types = fields.string(members, "types") ?? fields.string(members, "typings");
  const exports = members.get("exports")?.value;
  const imports = members.get("imports")?.value;
  complainOfMixedKeys(fields, exports);
  const browser = members.get("browser")?.value;
  const aliases = mayHoldAliases(members) ? configAliases(file.text) : [];
  const typesVersions = members.get("typesVersions")?.value;
  const manifest: PackageManifest = {
    kind: "package",
    file: file.path,
    directory: directoryOf(file.path),
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(isPrivate(members) ? { private: true as const } : {}),
    requirements,
    ...(workspaces === undefined ? {} : { workspaces }),
    isPrivate: isTrue(members.get("private")?.value),
    ...(diagnostics.length === 0 ? {} : { isBroken: true as const }),
    overrides,
    runtimes: readRuntimes(fields, members),
    ...(hasPeerRules(members) ? { peerRules: true as const } : {}),
    ...(catalogs === undefined ? {} : { catalogs }),
    ...(main === undefined ? {} : { main }),
    ...(module === undefined ? {} : { module }),
    ...(types === undefined ? {} : { types }),
    ...(browser?.kind === "string" ? { browser: browser.text } : {}),
    ...(browser?.kind === "object" ? { replacements: readReplacements(browser) } : {}),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(typesVersions === undefined ? {} : { typesVersions }),
    ...(exports === undefined || isNull(exports) ? {} : { exports }),
    ...(imports === undefined ? {} : { imports }),
    bins: readBins(members),
    scripts,
    isProject: members.has("name") || requirements.length > 0 || scripts.length > 0 || workspaces !== undefined,
    toolStrings: toolStrings(members),
  };
  return { manifest, diagnostics: [...diagnostics, ...fields.diagnostics] };
}

function isTrue(node: JsonNode | undefined): boolean {
  return node?.kind === "other" && node.value === true;
}

/**
 * Subpaths and conditions side by side: Node refuses the package.
 * @see https://nodejs.org/api/esm.html#resolution-algorithm-specification PACKAGE_EXPORTS_RESOLVE, step 1
 */
function complainOfMixedKeys(fields: JsonFields, exports: JsonNode | undefined): void {
  if (exports?.kind !== "object") return;
  const subpath = exports.members.find(({ name }) => name.startsWith("."));
  const condition = exports.members.find(({ name }) => !name.startsWith("."));
  if (subpath === undefined || condition === undefined) return;
  const later = subpath.line > condition.line ? subpath : condition;
  const message = `"exports" holds the subpath "${subpath.name}" beside the condition "${condition.name}", which Node refuses; only subpaths are read`;
  fields.complain(later, message);
}

function readName(fields: JsonFields, members: Members): string | undefined {
  const name = fields.string(members, "name");
  if (name === undefined || isPackageName(name)) return name;
  const place = members.get("name")?.value ?? { line: 0, column: 0 };
  fields.complain(place, `npm would reject the package name "${name}"`);
  return undefined;
}

/** https://pnpm.io/settings#peerdependencyrules */
function hasPeerRules(members: Members): boolean {
  const pnpm = members.get("pnpm")?.value;
  return pnpm?.kind === "object" && pnpm.members.some(({ name }) => name === "peerDependencyRules");
}

function isPrivate(members: Members): boolean {
  const node = members.get("private")?.value;
  return node?.kind === "other" && node.value === true;
}

function readRequirements(fields: JsonFields, members: Members): readonly WrittenRequirement[] {
  const optionalPeers = readOptionalPeers(fields, members);
  const bundle = readBundle(fields, members);
  const requirements: WrittenRequirement[] = [];
  for (const [key, scope] of requirementFields) {
    const object = fields.object(members, key);
    if (object === undefined) continue;
    for (const { name, value, line, column } of fields.members(object).values()) {
      if (value.kind !== "string") {
        fields.complain(value, `the range of "${name}" should be a string, and is ${describe(value)}`);
      } else if (isPackageName(name)) {
        const optionalPeer = scope === "peer" && optionalPeers.has(name);
        const bundled = (scope === "runtime" && bundle === "all") || (bundle !== "all" && bundle.has(name));
        requirements.push({ name, range: value.text.trim() || "*", scope, optionalPeer, bundled, line, column });
      } else {
        const fix = "correct the name";
        const fault: Fault = { kind: "invalid", severity: "error", subject: name, fix };
        const message = `npm would reject the package name "${name}"`;
        fields.complain({ line, column }, message, isTemplate(name) ? undefined : fault);
      }
    }
  }
  return requirements;
}

function readOptionalPeers(fields: JsonFields, members: Members): ReadonlySet<string> {
  const meta = fields.object(members, "peerDependenciesMeta");
  const optional = (meta?.members ?? []).filter(
    ({ value }) =>
      value.kind === "object" &&
      value.members.some(
        ({ name, value: flag }) => name === "optional" && flag.kind === "other" && flag.value === true,
      ),
  );
  return new Set(optional.map(({ name }) => name));
}

/** Names, or all of `dependencies`. */
function readBundle(fields: JsonFields, members: Members): ReadonlySet<string> | "all" {
  const key = members.has("bundleDependencies") ? "bundleDependencies" : "bundledDependencies";
  const node = members.get(key)?.value;
  if (node?.kind === "other" && typeof node.value === "boolean") return node.value ? "all" : new Set();
  return new Set(fields.strings(members, key)?.map(({ text }) => text));
}

/** A list of globs, or an object that holds one under `packages`. */
function readWorkspaces(fields: JsonFields, members: Members): readonly PlacedText[] | undefined {
  const node = members.get("workspaces")?.value;
  if (node === undefined || isNull(node)) return undefined;
  if (node.kind === "array") return fields.texts(node.items, "workspaces");
  if (node.kind === "object") return fields.strings(fields.members(node), "packages");
  fields.complain(node, `"workspaces" should be a list, and is ${describe(node)}`);
  return undefined;
}

function readScripts(fields: JsonFields, members: Members): readonly Script[] {
  const object: JsonObject | undefined = fields.object(members, "scripts");
  const scripts: Script[] = [];
  for (const { name, value, line, column } of object?.members ?? []) {
    if (value.kind === "string") scripts.push({ name, text: value.text, line, column });
    else fields.complain(value, `the script "${name}" should be a string, and is ${describe(value)}`);
  }
  return scripts;
}

/** What is replaced by nothing (`false`) is left out: there is no file to reach. */
function readReplacements({ members }: JsonObject): ReadonlyMap<string, string> {
  return new Map(members.flatMap(({ name, value }) => (value.kind === "string" ? [[name, value.text] as const] : [])));
}

/** Keys of tools that know aliases: Jest, Babel, Vue's and Create React App's, Parcel, module-alias. */
function mayHoldAliases(members: Members): boolean {
  return ["jest", "babel", "vue", "alias", "_moduleAliases"].some((key) => members.has(key));
}

/** One file, or files by the names of commands. */
function readBins(members: Members): readonly string[] {
  const node = members.get("bin")?.value;
  if (node?.kind === "string") return [node.text];
  return node?.kind === "object"
    ? node.members.flatMap(({ value }) => (value.kind === "string" ? value.text : []))
    : [];
}

function toolStrings(members: Members): ReadonlyMap<string, number> {
  const roots: JsonNode[] = [];
  for (const [key, { value }] of members) if (!ownKeys.has(key)) roots.push(value);
  return jsonStrings(roots);
}
