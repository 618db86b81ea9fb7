/** `"generated": { "files": "src/gen/**", "imports": ["acme.pb.*"] }` */
import type { JsonNode } from "../files/json-node.ts";
import type { Choices } from "../model/choices.ts";
import type { NodeReader } from "./node-reader.ts";

export const generatedKeys: readonly string[] = ["files", "imports"];

export function readGenerated(
  reader: NodeReader,
  node: JsonNode,
): Pick<Choices, "generatedFiles" | "generatedImports"> {
  const members = reader.object(node, '"generated"', generatedKeys);
  const patterns = (key: string): Choices["generatedFiles"] =>
    reader
      .textNodes(members.get(key)?.value, `"${key}"`)
      .map(({ text, line, column }) => ({ pattern: text, file: reader.file, line, column }));
  return { generatedFiles: patterns("files"), generatedImports: patterns("imports") };
}
