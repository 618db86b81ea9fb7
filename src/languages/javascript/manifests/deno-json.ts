/**
 * deno.json: a package by its own rules, whose import map names packages of npm and JSR, addresses, and places in the tree.
 * @see https://docs.deno.com/runtime/fundamentals/configuration/
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#import-maps
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { isPackageName } from "../resolve/package-name.ts";
import { describe, JsonFields } from "./json-fields.ts";
import type { JsonMember } from "../../../files/json-node.ts";
import { readJson } from "../../../files/json-text.ts";
import { type Manifest, type PackageManifest, type PathMapping, type WrittenRequirement } from "./manifest.ts";

export const denoJson: ManifestReader<Manifest> = {
  format: "deno.json",
  matches: (name) => name === "deno.json" || name === "deno.jsonc",
  read: readDenoJson,
};

function readDenoJson(file: SourceText): ManifestReading<Manifest> {
  const { root, diagnostics } = readJson(file, "jsonc");
  const fields = new JsonFields(file.path);
  if (root?.kind !== "object") {
    if (root !== undefined) fields.complain(root, `the file should hold an object, and holds ${describe(root)}`);
    return { diagnostics: [...diagnostics, ...fields.diagnostics] };
  }
  const members = fields.members(root);
  const imports = fields.object(members, "imports");
  const entries = imports === undefined ? [] : [...fields.members(imports).values()];
  const requirements = entries.flatMap((entry) => requirementOf(entry) ?? []);
  const paths = entries.flatMap((entry) => mappingOf(entry) ?? []);
  const workspace = members.get("workspace")?.value;
  const listed =
    workspace?.kind === "object" ? new Map([["workspace", fields.members(workspace).get("members")]]) : members;
  const workspaces = workspace === undefined ? undefined : fields.strings(definedOnly(listed), "workspace");
  const name = fields.string(members, "name");
  const version = fields.string(members, "version");
  const exports = members.get("exports")?.value;
  const own: PackageManifest = {
    kind: "package",
    file: file.path,
    directory: directoryOf(file.path),
    ...(name === undefined || !isPackageName(name) ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    requirements,
    ...(workspaces === undefined ? {} : { workspaces }),
    overrides: [],
    runtimes: [],
    // Deno has no requirements for development.
    isPrivate: true,
    ...(exports === undefined ? {} : { exports }),
    bins: [],
    scripts: [],
    isProject: name !== undefined || requirements.length > 0 || workspaces !== undefined,
    toolStrings: new Map(),
  };
  const manifest: Manifest = { kind: "deno", file: file.path, directory: own.directory, own, paths };
  return { manifest, diagnostics: [...diagnostics, ...fields.diagnostics] };
}

function definedOnly(members: ReadonlyMap<string, JsonMember | undefined>): ReadonlyMap<string, JsonMember> {
  return new Map([...members].flatMap(([key, member]) => (member === undefined ? [] : [[key, member] as const])));
}

/** `"chalk": "npm:chalk@5"`, `"@std/path": "jsr:@std/path@^1"`; with a slash at their ends they are for what is below. */
function requirementOf({ name: key, value, line, column }: JsonMember): WrittenRequirement | undefined {
  if (value.kind !== "string" || !/^(?:npm|jsr):/.test(value.text)) return undefined;
  const name = key.replace(/\/$/, "");
  const range = value.text.replace(/^(\w+:)\/*/, "$1").replace(/\/$/, "");
  return isPackageName(name)
    ? { name, range, scope: "runtime", optionalPeer: false, bundled: false, line, column }
    : undefined;
}

/** `"@/": "./src/"` is for all that begins so, `"config": "./config.ts"` for the one name. */
function mappingOf({ name, value }: JsonMember): PathMapping | undefined {
  if (value.kind !== "string" || !/^\.{0,2}\//.test(value.text)) return undefined;
  const star = name.endsWith("/") && value.text.endsWith("/") ? "*" : "";
  return { pattern: name + star, targets: [value.text + star] };
}
