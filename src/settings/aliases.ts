/** `"aliases": { "javascript": { "@/*": "./src/*" } }` */
import type { JsonNode } from "../files/json-node.ts";
import type { Alias } from "../model/choices.ts";
import { languageNames } from "./languages.ts";
import type { NodeReader } from "./node-reader.ts";

export function readAliases(reader: NodeReader, node: JsonNode): readonly Alias[] {
  return [...reader.object(node, '"aliases"', languageNames)].flatMap(([language, { value }]) =>
    reader
      .members(value, `the aliases of ${language}`)
      .flatMap(({ name, value: to, line, column }): readonly Alias[] => {
        const targets = reader.texts(to, `what "${name}" stands for`) ?? [];
        if ([name, ...targets].some((text) => text.split("*").length > 2 || text === "") || targets.length === 0) {
          reader.complain({ line, column }, `an alias leads from one text to others, each with one * at most`);
          return [];
        }
        return [{ language, pattern: name, targets, file: reader.file, line, column }];
      }),
  );
}
