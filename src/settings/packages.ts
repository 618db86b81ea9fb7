/** `"packages": { "python": { "cv2": "opencv-python" }, "java": { "com.acme.ledger": "com.acme:ledger-core" } }` */
import type { JsonNode } from "../files/json-node.ts";
import type { ChosenPackage } from "../model/choices.ts";
import { languagesOfModules } from "./languages.ts";
import type { NodeReader } from "./node-reader.ts";

export function readPackages(reader: NodeReader, node: JsonNode): readonly ChosenPackage[] {
  return [...reader.object(node, '"packages"', languagesOfModules)].flatMap(([language, { value }]) =>
    reader.members(value, `the packages of ${language}`).flatMap(({ name, value: to, line, column }) => {
      const provider = reader.text(to, `what provides "${name}"`);
      return provider === undefined ? [] : [{ language, module: name, provider, file: reader.file, line, column }];
    }),
  );
}
