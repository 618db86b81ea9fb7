/**
 * Yarn Plug'n'Play: the table of packages in `.pnp.data.json`, or as a string in `.pnp.cjs`. Read as data and never run. Of what
 * it tells only one thing is new beside yarn.lock: which directory of the repository a workspace means by a name.
 * @see https://yarnpkg.com/advanced/pnp-spec
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import { fileDiagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { joinPath } from "../resolve/join-path.ts";
import type { JsonNode } from "../../../files/json-node.ts";
import { readJson } from "../../../files/json-text.ts";
import { type Manifest, type PnpManifest } from "./manifest.ts";

export const pnpData: ManifestReader<Manifest> = {
  format: "Yarn PnP",
  matches: (name) => name === ".pnp.data.json" || name === ".pnp.cjs",
  read: readPnp,
};

function readPnp(file: SourceText): ManifestReading<PnpManifest> {
  const text = file.path.endsWith(".json") ? file.text : stateIn(file.text);
  // Beside a program without data there is a .pnp.data.json.
  if (text === undefined) return /\.pnp\.data\.json/.test(file.text) ? { diagnostics: [] } : unread(file);
  const { root } = readJson({ path: file.path, text, diagnostics: [] }, "json");
  const registry = member(root, "packageRegistryData");
  if (registry?.kind !== "array") return unread(file);
  const directory = directoryOf(file.path);
  return {
    manifest: { kind: "pnp", file: file.path, directory, links: linksOf(registry, directory) },
    diagnostics: [],
  };
}

function unread(file: SourceText): ManifestReading<PnpManifest> {
  return { diagnostics: [fileDiagnostic("unsupported", file.path, "holds no table of packages that is known")] };
}

/** The string that the program parses: its lines end with backslashes, apostrophes and backslashes stand behind one. */
function stateIn(program: string): string | undefined {
  const start = /RAW_RUNTIME_STATE\s*=\s*'/.exec(program);
  if (start === null) return undefined;
  const from = start.index + start[0].length;
  const end = program.indexOf("';", from);
  return end < 0
    ? undefined
    : program.slice(from, end).replace(/\\(?:\r?\n|([\s\S]))/g, (_, char?: string) => char ?? "");
}

interface Located {
  readonly directory: string;
  readonly dependencies: readonly (readonly [name: string, locator: string])[];
}

/** By the directories of workspaces: names to the directories that they link. */
function linksOf(registry: JsonNode, base: string): PnpManifest["links"] {
  const soft = new Map<string, Located>();
  for (const [name, references] of pairs(registry)) {
    for (const [reference, information] of pairs(references)) {
      const location = textOf(member(information, "packageLocation"));
      const directory = location === undefined ? undefined : joinPath(base, location);
      if (directory === undefined || textOf(member(information, "linkType")) !== "SOFT") continue;
      const dependencies = pairs(member(information, "packageDependencies")).flatMap(([key, target]) => {
        const asked = textOf(key);
        // Under another name than its own the target is a pair.
        const own = target.kind === "array" ? target.items.map(textOf) : [asked, textOf(target)];
        return asked === undefined || own[1] === undefined ? [] : [[asked, own.join("@")] as const];
      });
      soft.set(`${textOf(name)}@${textOf(reference)}`, { directory, dependencies });
    }
  }
  const links = new Map<string, ReadonlyMap<string, string>>();
  for (const { directory, dependencies } of soft.values()) {
    const own = dependencies.flatMap(([name, locator]) => {
      const target = soft.get(locator);
      return target === undefined ? [] : [[name, target.directory] as const];
    });
    // The root stands in the table twice, once without its name.
    if (own.length > 0) links.set(directory, new Map([...(links.get(directory) ?? []), ...own]));
  }
  return links;
}

function pairs(node: JsonNode | undefined): readonly (readonly [JsonNode, JsonNode])[] {
  if (node?.kind !== "array") return [];
  return node.items.flatMap((item) => {
    const [first, second] = item.kind === "array" ? item.items : [];
    return first === undefined || second === undefined ? [] : [[first, second] as const];
  });
}

function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === "object" ? node.members.findLast(({ name }) => name === key)?.value : undefined;
}

function textOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === "string" ? node.text : undefined;
}
