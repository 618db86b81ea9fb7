/** One statement of a `dependencies` block: a configuration and what it is given. */
import type { GradleDependency, GradleNotation } from "./gradle-model.ts";
import { readExclusions } from "./gradle-exclusions.ts";
import { readRichVersion } from "./gradle-rich.ts";
import type { Token } from "./gradle-tokens.ts";

type Asked = Omit<GradleDependency, "block" | "target">;

export interface DependencyReading {
  readonly dependencies: readonly Asked[];
  /** What could not be read without running the script, in plain words. */
  readonly problem: string | undefined;
  /** Index of the first token after the statement. */
  readonly next: number;
}

/** Calls whose result is no published module: nothing is lost by leaving them out. */
const localFiles: ReadonlySet<string> = new Set([
  "files",
  "fileTree",
  "gradleApi",
  "localGroovy",
  "gradleTestKit",
  "gradleKotlinDsl",
  "embeddedKotlin",
]);
const wrappers: ReadonlySet<string> = new Set([
  "platform",
  "enforcedPlatform",
  "testFixtures",
  "create",
  "dependency",
  "module",
  "variantOf",
  "npm",
]);

export function readDependency(tokens: readonly Token[], start: number): DependencyReading {
  return new StatementReader(tokens, start).read();
}

const end: Token = { kind: "end", text: "", template: false, line: 0, column: 0 };

class StatementReader {
  readonly #tokens: readonly Token[];
  readonly #start: number;
  readonly #configuration: string;
  readonly #out: Asked[] = [];
  /** Named arguments of Groovy's and Kotlin's long form. */
  readonly #named = new Map<string, Token>();
  #at: number;
  #problem: string | undefined;
  #platform = false;
  #testFixtures = false;
  /** Depth of round brackets, and the depths at which a wrapper or `project(` was opened. */
  #depth = 0;
  readonly #wrappedAt: { readonly name: string; readonly depth: number }[] = [];

  constructor(tokens: readonly Token[], start: number) {
    this.#tokens = tokens;
    this.#start = start;
    const named = tokens[start + 2];
    // `add("implementation", ...)`
    const adds = tokens[start]?.text === "add" && tokens[start + 1]?.text === "(" && named?.kind === "string";
    this.#configuration = (adds ? named?.text : tokens[start]?.text) ?? "";
    this.#at = start + (adds ? 3 : 1);
    if (adds) this.#depth = 1;
  }

  #token(offset = 0): Token {
    return this.#tokens[this.#at + offset] ?? end;
  }

  read(): DependencyReading {
    for (;;) {
      const token = this.#token();
      if (token.kind === "end" || (token.kind === "sign" && (token.text === "}" || token.text === ";"))) break;
      if (token.kind === "newline") {
        if (this.#depth === 0 && !this.#continues()) break;
        this.#at++;
      } else if (token.kind === "sign") {
        if (token.text === "{") this.#block();
        else this.#sign(token.text);
      } else if (token.kind === "string") this.#string(token);
      else this.#word(token);
    }
    this.#finishNamed();
    if (this.#out.length === 0)
      this.#problem ??= `what "${this.#configuration}" is given here is not written out: it was left out`;
    if (this.#problem === "") this.#problem = undefined;
    return { dependencies: this.#out, problem: this.#problem, next: this.#at };
  }

  /** A comma at the end of a line holds the statement open. */
  #continues(): boolean {
    const before = this.#tokens[this.#at - 1] ?? end;
    return before.kind === "newline"
      ? this.#commaBefore()
      : before.kind === "sign" && (before.text === "," || before.text === "+");
  }

  #commaBefore(): boolean {
    for (let at = this.#at - 1; at >= 0; at--) {
      const token = this.#tokens[at] ?? end;
      if (token.kind !== "newline") return token.kind === "sign" && token.text === ",";
    }
    return false;
  }

  #sign(sign: string): void {
    this.#at++;
    // `[group: "a", name: "b"]` ends here.
    if (sign === "]") this.#finishNamed();
    if (sign === "(") this.#depth++;
    if (sign !== ")") return;
    this.#depth--;
    while ((this.#wrappedAt.at(-1)?.depth ?? -1) >= this.#depth) this.#wrappedAt.pop();
  }

  /** `{ version { ... } }` and `{ exclude ... }` are of what stands before them; of `{ because("...") }` nothing is asked for. */
  #block(): void {
    this.#finishNamed();
    const last = this.#out.at(-1);
    const rich = readRichVersion(this.#tokens, this.#at);
    const exclusions = readExclusions(this.#tokens, this.#at);
    if (last !== undefined)
      this.#out[this.#out.length - 1] = { ...last, ...(rich === undefined ? {} : { rich }), exclusions };
    let depth = 0;
    for (; this.#token().kind !== "end"; this.#at++) {
      const { kind, text } = this.#token();
      if (kind !== "sign") continue;
      if (text === "{") depth++;
      else if (text === "}" && --depth === 0) {
        this.#at++;
        return;
      }
    }
  }

  #string(token: Token): void {
    this.#at++;
    let { text, template } = token;
    // "group:name:" + version
    while (this.#token().kind === "sign" && this.#token().text === "+") {
      const part = this.#token(1);
      if (part.kind === "string") text += part.text;
      else if (part.kind === "word") {
        text += `\${${this.#chain(this.#at + 1)}}`;
        template = true;
      } else break;
      this.#at += 2;
      while (part.kind === "word" && this.#token().text === ".") this.#at += 2;
    }
    const { line, column } = token;
    const value = { value: text, template, line, column };
    const wrapper = this.#wrappedAt.at(-1)?.name;
    if (wrapper === "project") this.#add({ kind: "project", path: value });
    else if (wrapper === "kotlin") {
      const version = this.#token().text === "," && this.#token(1).kind === "string" ? `:${this.#token(1).text}` : "";
      this.#add({ kind: "module", coordinates: { ...value, value: `org.jetbrains.kotlin:kotlin-${text}${version}` } });
      if (version !== "") this.#at += 2;
    } else if (wrapper === "local") this.#problem ??= "";
    else if (text.includes(":")) this.#add({ kind: "module", coordinates: value });
    else if (this.#depth > 0 || this.#out.length === 0) this.#positional(token);
  }

  /** Kotlin's `implementation("group", "name", "version")`. */
  #positional(token: Token): void {
    const name = ["group", "name", "version"].find((each) => !this.#named.has(each));
    if (name !== undefined) this.#named.set(name, token);
  }

  #word(token: Token): void {
    const next = this.#token(1);
    if (next.kind === "sign" && (next.text === ":" || next.text === "=")) {
      const value = this.#token(2);
      const wrapper = this.#wrappedAt.at(-1)?.name;
      if (wrapper === "project") {
        if (token.text === "path" && value.kind === "string") this.#string(this.#skipTo(2));
        else {
          // An agreement that many builds keep: the test classes of a project in a configuration of its own.
          if (token.text === "configuration" && /test/i.test(value.text)) this.#withTests();
          this.#at += 3;
        }
        return;
      }
      if (value.kind === "string") this.#named.set(token.text, value);
      else if (value.kind === "word" && token.text === "version") {
        this.#named.set("version", { ...value, text: `\${${this.#chain(this.#at + 2)}}`, template: true });
      } else if (token.text === "group" || token.text === "name") {
        this.#problem = `the ${token.text} is computed: the dependency was left out`;
      }
      this.#at += 3;
      while (this.#token().kind === "sign" && this.#token().text === ".") this.#at += 2;
      return;
    }
    if (next.kind === "sign" && next.text === "(") {
      this.#call(token);
      return;
    }
    const chain = this.#chain(this.#at);
    this.#at += chain.split(".").length * 2 - 1;
    const accessor = chain.replace(/^(?:rootProject|project)\./, "");
    const { length } = accessor.split(".");
    const opened = this.#token().kind === "sign" && this.#token().text === "(";
    if (length > 1 && accessor.startsWith("projects.")) {
      this.#add({ kind: "accessor", accessor, line: token.line, column: token.column });
    } else if (length > 1 && !opened && /^(?:\w*[lL]ibs)\./.test(accessor)) {
      this.#add({ kind: "catalog", accessor, line: token.line, column: token.column });
    } else if (length > 1 && opened && accessor.startsWith("dependencies.")) {
      this.#call({ ...token, text: accessor.slice(accessor.lastIndexOf(".") + 1) }, 0);
    } else if (accessor.startsWith("sourceSets.")) {
      // `sourceSets.main.output`, or that of the project before it.
      if (/^sourceSets\.\w*[tT]est\w*\./.test(accessor) && this.#tokens[this.#at - length * 2]?.text === ".") {
        this.#withTests();
      }
      this.#problem ??= "";
    } else if (!opened && this.#isArgument(this.#at - chain.split(".").length * 2 + 1)) {
      // A name for the whole: what it stands for is known when all scripts are.
      const { line, column } = token;
      this.#add({ kind: "module", coordinates: { value: `\${${accessor}}`, template: true, line, column } });
    } else if (accessor !== "as" && this.#wrappedAt.at(-1)?.name !== "local") {
      this.#problem ??= `"${accessor}" has no value that can be read here: it was left out`;
    }
  }

  /** Whether what begins at a token is an argument by itself. */
  #isArgument(at: number): boolean {
    const before = this.#tokens[at - 1];
    const begins = before?.kind === "word" ? at - 1 === this.#start : before?.text === "(" || before?.text === ",";
    const wrapper = this.#wrappedAt.at(-1)?.name;
    return begins && wrapper !== "local" && wrapper !== "project" && wrapper !== "kotlin";
  }

  #call(token: Token, skip = 1): void {
    this.#at += skip;
    const { text } = token;
    if (text === "platform" || text === "enforcedPlatform") this.#platform = true;
    if (text === "testFixtures") this.#testFixtures = true;
    if (text === "project" || text === "kotlin") this.#wrappedAt.push({ name: text, depth: this.#depth });
    else if (localFiles.has(text)) this.#wrappedAt.push({ name: "local", depth: this.#depth });
    else if (!wrappers.has(text)) this.#problem ??= `"${text}(...)" is not read: what it gives was left out`;
    if (localFiles.has(text)) this.#problem ??= "";
  }

  /** Moves on and answers the token there. */
  #skipTo(offset: number): Token {
    this.#at += offset;
    return this.#token();
  }

  /** The dotted name that begins at a token. */
  #chain(from: number): string {
    let name = this.#tokens[from]?.text ?? "";
    for (let at = from + 1; ; at += 2) {
      const dot = this.#tokens[at] ?? end;
      const part = this.#tokens[at + 1] ?? end;
      if (dot.kind !== "sign" || dot.text !== "." || part.kind !== "word") return name;
      name += `.${part.text}`;
    }
  }

  #finishNamed(): void {
    const group = this.#named.get("group");
    const name = this.#named.get("name");
    const version = this.#named.get("version");
    const classifier = this.#named.get("classifier");
    if (group === undefined || name === undefined) return;
    this.#named.clear();
    const parts = [group, name, ...(version === undefined ? [] : [version])].map(({ text }) => text);
    // `group:name:version:classifier`
    if (classifier !== undefined) parts.push(...(version === undefined ? [""] : []), classifier.text);
    const value = parts.join(":");
    const template = [group, name, version, classifier].some((each) => each?.template === true);
    this.#add({ kind: "module", coordinates: { value, template, line: group.line, column: group.column } });
  }

  /** What was asked for last is asked for with its test classes. */
  #withTests(): void {
    const last = this.#out.at(-1);
    if (last?.notation.kind !== "project") this.#testFixtures = true;
    else this.#out[this.#out.length - 1] = { ...last, testFixtures: true };
  }

  #add(notation: GradleNotation): void {
    const { length } = this.#out;
    this.#out.push({
      configuration: this.#configuration,
      notation,
      platform: this.#platform,
      testFixtures: this.#testFixtures,
      exclusions: [],
    });
    // A wrapper belongs to the one argument it encloses.
    if (length >= 0) {
      this.#platform = false;
      this.#testFixtures = false;
    }
  }
}
