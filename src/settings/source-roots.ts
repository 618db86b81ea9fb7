/** `"sourceRoots": { "python": { "main": ["lib"], "test": ["checks"], "only": true } }` */
import type { JsonNode } from "../files/json-node.ts";
import type { ChosenRoot } from "../model/choices.ts";
import { languageNames } from "./languages.ts";
import type { NodeReader } from "./node-reader.ts";

export const rootKeys: readonly string[] = ["main", "test", "only"];

export function readSourceRoots(reader: NodeReader, node: JsonNode): readonly ChosenRoot[] {
  return [...reader.object(node, '"sourceRoots"', languageNames)].flatMap(([language, { value }]) => {
    const members = reader.object(value, `the source roots of ${language}`, rootKeys);
    const others = reader.flag(members.get("only")?.value, '"only"') ? "replaced" : "kept";
    return (["main", "test"] as const).flatMap((scope) =>
      reader.textNodes(members.get(scope)?.value, `"${scope}"`).flatMap(({ text, line, column }) => {
        const directory = directoryOf(text);
        if (directory === undefined) {
          reader.complain({ line, column }, `"${text}" leads out of the repository`);
          return [];
        }
        return [{ language, directory, scope, others, file: reader.file, line, column } as const];
      }),
    );
  });
}

/** `./lib/` as `lib`; undefined for what is no path below the root. */
function directoryOf(text: string): string | undefined {
  const parts = text.split("/").filter((part) => part !== "" && part !== ".");
  return text.startsWith("/") || parts.includes("..") ? undefined : parts.join("/");
}
