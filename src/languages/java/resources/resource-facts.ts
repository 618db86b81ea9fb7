/** What a resource says: the classes that it names, and nothing else. One reading serves for both tiers. */
import type { SourceText } from "../../../files/source-text.ts";
import { type FileFacts, type ImportFact, noFacts } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import { readClassList } from "./class-lists.ts";
import { readClassProperties } from "./class-properties.ts";
import { hoconText, propertiesText, readClassTexts, xmlText, yamlText } from "./class-texts.ts";
import type { FoundName } from "./found-name.ts";
import type { ResourceKind } from "./places.ts";

export function resourceFacts({ path, text }: SourceText, kind: ResourceKind): FileFacts {
  const lines = new LineCounter(text);
  const imports = namesIn(path, text, kind).map(({ kind: how, name, start }): ImportFact => {
    const { line, column } = lines.at(start);
    return {
      kind: how,
      specifier: name,
      names: [],
      start,
      end: start + name.length,
      line,
      column,
      typeOnly: false,
      dynamic: true,
      optional: false,
      local: false,
    };
  });
  return imports.length === 0 ? noFacts : { ...noFacts, imports };
}

function namesIn(path: string, text: string, kind: ResourceKind): readonly FoundName[] {
  switch (kind) {
    case "services":
      return readClassList(text, path.slice(path.lastIndexOf("/") + 1));
    case "imports":
      return readClassList(text, "");
    case "factories":
      return readClassProperties(text);
    case "xml":
      return readClassTexts(text, xmlText);
    case "properties":
      return readClassTexts(text, propertiesText);
    case "yaml":
      return readClassTexts(text, yamlText);
    case "hocon":
      return readClassTexts(text, hoconText);
  }
}
