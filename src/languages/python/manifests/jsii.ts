/**
 * Modules that jsii writes for Python out of a package in TypeScript, as its package.json says.
 * @see https://aws.github.io/jsii/user-guides/lib-author/configuration/#configuring-python
 */
import { readJson } from "../../../files/json-text.ts";
import type { JsonNode } from "../../../files/json-node.ts";
import type { ManifestReader } from "../../language.ts";
import type { PythonManifest } from "./manifest.ts";

export const jsii: ManifestReader<PythonManifest> = {
  format: "jsii's targets",
  matches: (name) => name === "package.json",
  read(file) {
    if (!file.text.includes('"jsii"')) return { diagnostics: [] };
    // Whether it is well formed is for those to say who read it for JavaScript's sake.
    const module = member(member(member(member(readJson(file, "json").root, "jsii"), "targets"), "python"), "module");
    if (module?.kind !== "string" || !/^[A-Za-z_][\w.]*$/.test(module.text)) return { diagnostics: [] };
    return {
      manifest: { kind: "written-modules", path: file.path, requirements: [], tool: "jsii", modules: [module.text] },
      diagnostics: [],
    };
  },
};

function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === "object" ? node.members.findLast(({ name }) => name === key)?.value : undefined;
}
