/**
 * Files in Kotlin, Groovy and Scala to facts: their package, their imports and what they declare at the top. There is no
 * second tier: what is read of them is all that is claimed, and an edge from it or to it is inferred.
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { FileFacts } from "../../../model/facts.ts";
import { LineCounter } from "../../../model/location.ts";
import { doubtMessages } from "../facts/doubts.ts";
import { factsOf } from "../facts/found.ts";
import { withPlainLineEnds } from "../facts/line-ends.ts";
import type { Flaw } from "./cursor.ts";
import { type Dialect, dialectName, dialectOf } from "./dialect.ts";
import { readGroovy } from "./groovy.ts";
import { readKotlin } from "./kotlin.ts";
import type { Outline } from "./outline.ts";
import { readScala } from "./scala.ts";

const readers: Readonly<Record<Exclude<Dialect, "java">, (path: string, text: string) => Outline>> = {
  kotlin: readKotlin,
  groovy: readGroovy,
  scala: readScala,
};

/** The facts of a file that is not Java; undefined for one that is. */
export function scanDialect(file: SourceText): FileFacts | undefined {
  const dialect = dialectOf(file.path);
  if (dialect === "java") return undefined;
  const text = withPlainLineEnds(file.text);
  const { package: name, imports, types, members, flaw } = readers[dialect](file.path, text);
  const declared = { declarations: [...types], privateTypes: [], packageTypes: [], supertypes: [] };
  const diagnostics = flaw === undefined ? [] : [diagnosticOf(file.path, text, dialect, flaw)];
  const found = { package: name, imports, references: [], loads: [], types: declared };
  // Nothing is made of what their comments name.
  const facts = factsOf(file.path, text, found, { mentions: [], diagnostics });
  return members.length === 0 ? facts : { ...facts, exports: members };
}

function diagnosticOf(path: string, text: string, dialect: Dialect, { reason, at }: Flaw): Diagnostic {
  const { line, column } = new LineCounter(text).at(at);
  const message = `${doubtMessages[reason]}, as far as ${dialectName(dialect)} is read: what follows may be missing`;
  return { code: "syntax", file: path, line, column, message };
}
