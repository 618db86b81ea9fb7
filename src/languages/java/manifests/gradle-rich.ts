/**
 * `{ version { strictly("[1.7, 1.8["); prefer("1.7.25"); reject("1.7.3") } }`
 * @see https://docs.gradle.org/current/userguide/dependency_versions.html#sec:rich-version-constraints
 */
import type { GradleRich } from "./gradle-model.ts";
import { textOf } from "./gradle-parts.ts";
import type { Token } from "./gradle-tokens.ts";

/** @param brace index of the block that follows a dependency; undefined when it says nothing of versions */
export function readRichVersion(tokens: readonly Token[], brace: number): GradleRich | undefined {
  const said: { strictly?: Token; require?: Token; prefer?: Token; readonly reject: Token[] } = { reject: [] };
  let depth = 0;
  let inVersion = 0;
  for (let at = brace; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind === "sign" && token.text === "{") {
      depth++;
      if (tokens[at - 1]?.text === "version" && depth === 2) inVersion = depth;
    } else if (token?.kind === "sign" && token.text === "}") {
      if (--depth === 0) break;
      if (depth < inVersion) inVersion = 0;
    } else if (inVersion > 0 && token?.kind === "word") {
      const first = tokens[at + 1]?.text === "(" ? at + 2 : at + 1;
      const value = tokens[first];
      if (value?.kind !== "string") continue;
      if (token.text === "strictly" || token.text === "require" || token.text === "prefer") said[token.text] = value;
      else if (token.text === "reject") {
        for (let next = first; tokens[next]?.kind === "string"; next += 2) {
          const rejected = tokens[next];
          if (rejected !== undefined) said.reject.push(rejected);
          if (tokens[next + 1]?.text !== ",") break;
        }
      }
    }
  }
  const { strictly, require, prefer, reject } = said;
  if (strictly === undefined && require === undefined && prefer === undefined && reject.length === 0) return undefined;
  return {
    ...(strictly === undefined ? {} : { strictly: textOf(strictly) }),
    ...(require === undefined ? {} : { require: textOf(require) }),
    ...(prefer === undefined ? {} : { prefer: textOf(prefer) }),
    reject: reject.map(textOf),
  };
}
