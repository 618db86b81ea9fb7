/**
 * Constants of a build's own code, which its scripts fill in: `object Deps { const val guava = "..." }` in buildSrc or
 * build-logic. What is written out is read, by the names of the objects and classes around it; nothing is computed.
 * @see https://docs.gradle.org/current/userguide/sharing_build_logic_between_subprojects.html
 */
import type { ManifestReader } from "../../language.ts";
import type { GradleText } from "./gradle-model.ts";
import { type Token, tokenizeGradle } from "./gradle-tokens.ts";

export interface GradleConstants {
  readonly kind: "gradle-constants";
  readonly path: string;
  /** Directory of the build that the code is for. */
  readonly root: string;
  /** `Deps.Test.junit` */
  readonly values: ReadonlyMap<string, GradleText>;
}

const ownCode = /^(?:(.*)\/)?(?:buildSrc|build-logic|buildLogic)\/(?:.+\/)?src\/main\/.+\.(?:kt|java|groovy)$/;

export const gradleConstantsReader: ManifestReader<GradleConstants> = {
  format: "constants of a Gradle build",
  matches: (_, path) => ownCode.test(path),
  read: ({ path, text }) => ({
    manifest: { kind: "gradle-constants", path, root: ownCode.exec(path)?.[1] ?? "", values: readValues(text) },
    diagnostics: [],
  }),
};

const holders: ReadonlySet<string> = new Set(["object", "class", "interface"]);
const end: Token = { kind: "end", text: "", template: false, line: 0, column: 0 };

function readValues(text: string): ReadonlyMap<string, GradleText> {
  const values = new Map<string, GradleText>();
  const tokens = tokenizeGradle(text);
  const at = (index: number): Token => tokens[index] ?? end;
  /** Names around the current place; undefined for a brace that begins no object: a function's, a lambda's. */
  const nest: (string | undefined)[] = [];
  let foreign = 0;
  let next: string | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const { kind, text: word } = at(index);
    if (kind === "sign" && word === "{") {
      nest.push(next);
      if (next === undefined) foreign++;
      next = undefined;
    } else if (kind === "sign" && word === "}") {
      if (nest.length > 0 && nest.pop() === undefined) foreign--;
      next = undefined;
    } else if (kind === "word" && holders.has(word)) {
      // A companion's constants are called by the class around it.
      next = at(index + 1).kind === "word" ? at(index + 1).text : "";
    } else if (foreign === 0 && kind === "sign" && word === "=" && at(index + 1).kind === "string") {
      const name = nameBefore(tokens, index);
      const value = at(index + 1);
      const isWhole = /^(?:newline|end)$/.test(at(index + 2).kind) || /^[;}]$/.test(at(index + 2).text);
      if (name === undefined || !isWhole || nest.length > mostDepth) continue;
      const path = nest.flatMap((each) => each || []);
      const { line, column } = value;
      const filled = value.template ? fillIn(value.text, path, values) : value.text;
      values.set([...path, name].join("."), { value: filled, template: value.template, line, column });
    }
  }
  return values;
}

const mostDepth = 10;

/** `val name =`, `val name: String =`, `String NAME =`, `def name =` */
function nameBefore(tokens: readonly Token[], equals: number): string | undefined {
  const typed = tokens[equals - 2]?.text === ":";
  const name = tokens[typed ? equals - 3 : equals - 1];
  const before = tokens[typed ? equals - 4 : equals - 2];
  return name?.kind === "word" && /^(?:val|String|def)$/.test(before?.text ?? "") ? name.text : undefined;
}

/** `$name` by what is nearest to it; what is not known yet stays as written. */
function fillIn(text: string, path: readonly string[], values: ReadonlyMap<string, GradleText>): string {
  return text.replaceAll(
    /\$(?:\{([\w.]+)\}|(\w+))/g,
    (whole, braced: string | undefined, plain: string | undefined) => {
      const name = braced ?? plain ?? "";
      for (let depth = path.length; depth >= 0; depth--) {
        const found = values.get([...path.slice(0, depth), name].join("."));
        if (found !== undefined) return found.value.length > 1000 ? whole : found.value;
      }
      return whole;
    },
  );
}
