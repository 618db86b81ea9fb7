/** For whom a block of a Gradle script speaks, by the call before its brace. */
import type { Token } from "./gradle-tokens.ts";

export type Addressee =
  /** `project(":x")`, `configure([project(":x"), project(":y")])` */
  | { readonly kind: "projects"; readonly paths: readonly Token[] }
  /** `configure(subprojects)` */
  | { readonly kind: "block"; readonly name: "subprojects" | "allprojects" }
  /** `configure(whatever)`: some projects, and nothing tells which without running the script. */
  | { readonly kind: "computed" };

const mostArguments = 400;
/** Words of a list of projects that are written out. */
const listWords: ReadonlySet<string> = new Set(["project", "listOf", "setOf", "rootProject", "path"]);

/** @param brace index of the `{` that opens the block */
export function addresseeOf(tokens: readonly Token[], brace: number): Addressee | undefined {
  if (!isSign(tokens[brace - 1], ")")) return undefined;
  let depth = 0;
  let open = brace - 1;
  for (const last = Math.max(0, brace - mostArguments); open >= last; open--) {
    if (isSign(tokens[open], ")")) depth++;
    else if (isSign(tokens[open], "(") && --depth === 0) break;
  }
  const call = tokens[open - 1];
  if (depth !== 0 || call?.kind !== "word" || (call.text !== "project" && call.text !== "configure")) return undefined;
  const given = tokens.slice(open + 1, brace - 1).filter(({ kind }) => kind !== "newline");
  const strings = given.filter(({ kind }) => kind === "string");
  const words = given.filter(({ kind }) => kind === "word").map(({ text }) => text);
  const [word, ...more] = words;
  if (call.text === "project") return strings.length === 1 ? { kind: "projects", paths: strings } : undefined;
  if (strings.length > 0 && words.every((each) => listWords.has(each))) return { kind: "projects", paths: strings };
  // `configure<JavaPluginExtension> {` has no brackets and is not met here; `configure(javaExtension)` is some thing.
  if (given.length === 1 && more.length === 0 && (word === "subprojects" || word === "allprojects")) {
    return { kind: "block", name: word };
  }
  return { kind: "computed" };
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === "sign" && token.text === text;
}
