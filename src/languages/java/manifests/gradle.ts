/**
 * build.gradle and build.gradle.kts, read without running them: blocks, calls and simple assignments. What is computed
 * is named in a diagnostic and left out.
 * @see https://docs.gradle.org/current/userguide/declaring_dependencies.html
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { isDialect } from "../dialects/dialect.ts";
import { type Addressee, addresseeOf } from "./gradle-addressee.ts";
import { readDependency } from "./gradle-dependency.ts";
import type { GradleScript } from "./gradle-model.ts";
import { ScriptParts, textOf } from "./gradle-parts.ts";
import { readPlugin } from "./gradle-plugins.ts";
import { type Token, tokenizeGradle } from "./gradle-tokens.ts";
import { control, declarators } from "./gradle-words.ts";

export const gradleReader: ManifestReader<GradleScript> = {
  format: "Gradle build script",
  matches: (name) =>
    (name.endsWith(".gradle") || name.endsWith(".gradle.kts")) && !/^(?:settings|init)\.gradle(?:\.kts)?$/.test(name),
  read: readGradle,
};

function readGradle(file: SourceText): ManifestReading<GradleScript> {
  const reader = new ScriptReader(file.path, tokenizeGradle(file.text));
  reader.read();
  return { manifest: reader.script(), diagnostics: reader.diagnostics };
}

/** The block of a `configure(...)` whose projects are not written out. No word can be it. */
const computed = "configure(...)";

/** Blocks in which statements speak of projects. */
const ofProjects: ReadonlySet<string> = new Set(["subprojects", "allprojects", "project", "if", "ext", computed]);

class ScriptReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #path: string;
  readonly #tokens: readonly Token[];
  readonly #whole: ScriptParts;
  /** What is being added to: the whole, or the part that speaks for another project. */
  #parts: ScriptParts;
  /** Names of the blocks that are open; `""` for a brace or bracket that belongs to none. */
  readonly #blocks: string[] = [];
  readonly #openCount = new Map<string, number>();
  /** What was added to outside each open block. */
  readonly #outer: ScriptParts[] = [];

  constructor(path: string, tokens: readonly Token[]) {
    this.#path = path;
    this.#tokens = tokens;
    this.#whole = new ScriptParts(path);
    this.#parts = this.#whole;
  }

  script(): GradleScript {
    return this.#whole.script();
  }

  #at(index: number): Token {
    return this.#tokens[index] ?? { kind: "end", text: "", template: false, line: 0, column: 0 };
  }

  read(): void {
    let statement = true;
    /** The word that would name the next block: `main` of `main {`, `test` of `named("test") {`. */
    let name = "";
    for (let at = 0; at < this.#tokens.length; at++) {
      const token = this.#at(at);
      if (token.kind === "newline" || (token.kind === "sign" && token.text === ";")) {
        statement = true;
        continue;
      }
      if (token.kind === "sign") {
        if (token.text === "{") {
          this.#enter(name, addresseeOf(this.#tokens, at));
          name = "";
          statement = true;
        } else if (token.text === "}") {
          this.#leave();
          name = "";
          statement = true;
        } else statement = false;
        continue;
      }
      if (statement) {
        const after = this.#statement(at);
        if (after > at) {
          at = after - 1;
          statement = false;
          continue;
        }
      }
      if (statement && token.kind === "word") name = token.text;
      else if (token.kind === "string" && /^(?:named|register|create|project|getByName)$/.test(name)) name = token.text;
      statement = false;
    }
  }

  #enter(written: string, addressee: Addressee | undefined): void {
    const name = addressee?.kind === "block" ? addressee.name : addressee?.kind === "computed" ? computed : written;
    this.#blocks.push(name);
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
    this.#outer.push(this.#parts);
    if (addressee?.kind === "projects") this.#parts = this.#parts.section(addressee.paths);
  }

  #leave(): void {
    const name = this.#blocks.pop();
    if (name !== undefined) this.#openCount.set(name, (this.#openCount.get(name) ?? 1) - 1);
    this.#parts = this.#outer.pop() ?? this.#whole;
  }

  /** Whether a block of that name is open, however deep: counted, so that depth costs nothing. */
  #within(name: string): boolean {
    return (this.#openCount.get(name) ?? 0) > 0;
  }

  /** Reads a statement of interest that begins here and answers where it ends, or the same place. */
  #statement(at: number): number {
    const token = this.#at(at);
    const block = this.#blocks.at(-1) ?? "";
    const inDependencies = this.#within("dependencies");
    if (inDependencies && this.#isConfiguration(at)) return this.#dependency(at);
    if (this.#within("dependencyManagement") && (token.text === "mavenBom" || token.text === "dependency")) {
      return this.#dependency(at);
    }
    if (token.kind !== "word") return at;
    if (block === "plugins" || block === "pluginManager") return this.#plugin(at);
    if (token.text === "relocate") return this.#relocation(at);
    if (token.text === "apply") return this.#apply(at);
    if (/^srcDirs?$|^setSrcDirs$/.test(token.text)) return this.#sourceDirectories(at);
    if (/^(?:sourceCompatibility|targetCompatibility|jvmToolchain|languageVersion|release)$/.test(token.text))
      this.#findRelease(at);
    // `options.release = 17`, `options.release.set(17)`
    if (token.text === "options" && this.#at(at + 2).text === "release") this.#findRelease(at + 2);
    return this.#assignment(at, block);
  }

  #isConfiguration(at: number): boolean {
    const token = this.#at(at);
    const block = this.#blocks.at(-1) ?? "";
    if (block !== "dependencies" && block !== "constraints" && block !== "imports" && !/^(?:if|else)$/.test(block))
      return false;
    const next = this.#at(at + 1);
    if (token.kind === "string") return next.text === "(" && next.kind === "sign";
    if (token.kind !== "word" || control.has(token.text)) return false;
    return next.kind === "string" || next.kind === "word" || (next.kind === "sign" && next.text === "(");
  }

  #dependency(at: number): number {
    const { dependencies, problem, next } = readDependency(this.#tokens, at);
    const target = this.#within(computed)
      ? "some"
      : this.#within("subprojects")
        ? "below"
        : this.#within("allprojects")
          ? "all"
          : "own";
    const block = this.#within("buildscript")
      ? "buildscript"
      : this.#within("dependencyManagement")
        ? "management"
        : this.#within("constraints")
          ? "constraints"
          : "dependencies";
    for (const each of dependencies) this.#parts.dependencies.push({ ...each, block, target });
    if (problem !== undefined) {
      // What only binds versions brings nothing.
      if (block === "dependencies") this.#parts.partial = true;
      const { line, column } = this.#at(at);
      this.diagnostics.push({ code: "manifest", file: this.#path, line, column, message: problem });
    }
    return next;
  }

  #plugin(at: number): number {
    const request = readPlugin(this.#tokens, at);
    if (request !== undefined) {
      this.#parts.pluginRequests.push(request);
      if (request.id !== "") this.#parts.plugins.push(request.id);
    } else if (this.#at(at + 1).kind === "newline") this.#parts.plugins.push(this.#at(at).text);
    return at;
  }

  /** `apply plugin: "x"`, `apply from: "x.gradle"`, `apply(from = "x.gradle.kts")`, `apply(plugin = "x")`. */
  #apply(at: number): number {
    for (let index = at + 1; index < at + 6; index++) {
      const token = this.#at(index);
      if (token.kind === "newline") break;
      if (token.kind !== "word" || (token.text !== "plugin" && token.text !== "from")) continue;
      // The path may stand in `file(...)`.
      const value = this.#at(this.#at(index + 3).text === "(" ? index + 4 : index + 2);
      if (value.kind !== "string") break;
      if (token.text === "plugin") this.#parts.plugins.push(value.text);
      else this.#parts.applied.push(textOf(value));
    }
    return at;
  }

  /** `relocate "com.google", "shop.com.google"`, with or without brackets. */
  #relocation(at: number): number {
    const first = this.#at(at + 1).text === "(" ? at + 2 : at + 1;
    const to = this.#at(first + 2);
    if (this.#at(first + 1).text === "," && to.kind === "string" && !to.text.includes("$")) {
      this.#parts.relocated.push(to.text);
    }
    return at;
  }

  #sourceDirectories(at: number): number {
    const isSource = isDialect(this.#blocks.at(-1) ?? "");
    const set = isSource ? (this.#blocks.at(-2) ?? "main") : "";
    if (set === "" || !this.#within("sourceSets")) return at;
    for (let index = at + 1; ; index++) {
      const token = this.#at(index);
      if (token.kind === "newline" || token.kind === "end" || token.text === "}") break;
      if (token.kind === "string") this.#parts.sources.push({ set, directory: token.text });
    }
    return at;
  }

  #findRelease(at: number): void {
    for (let index = at + 1; index < at + 10; index++) {
      const { kind, text } = this.#at(index);
      if (kind === "newline" || kind === "end") return;
      if (/^(?:VERSION_)?[\d._]+$/.test(text) && /\d/.test(text)) {
        // `1.8` is three tokens.
        const rest = this.#at(index + 1).text === "." ? `.${this.#at(index + 2).text}` : "";
        this.#parts.setJava(this.#at(at), text + rest);
        return;
      }
    }
  }

  /** `def x = "1"`, `val x by extra("1")`, `ext.x = "1"`, `x = "1"`, `set("x", "1")`, `ext["x"] = "1"`. */
  #assignment(at: number, block: string): number {
    let index = at;
    while (declarators.has(this.#at(index).text)) index++;
    const declared = index > at;
    const path: string[] = [];
    if (this.#at(index).text === "set" && this.#at(index + 1).text === "(") {
      const value = this.#at(index + 4);
      if (this.#at(index + 2).kind === "string" && value.kind === "string")
        this.#parts.set(this.#at(index + 2).text, value);
      return at;
    }
    for (;;) {
      const token = this.#at(index);
      if (token.kind !== "word") return at;
      path.push(token.text);
      index++;
      if (this.#at(index).text === "." && this.#at(index).kind === "sign") index++;
      else break;
    }
    if (this.#at(index).text === "[" && this.#at(index + 1).kind === "string") {
      path.push(this.#at(index + 1).text);
      index += 3;
    }
    if (this.#at(index).text === ":") index += 2; // a Kotlin type
    const sign = this.#at(index);
    const prefixed = ["ext", "extra", "project", "rootProject"].includes(path[0] ?? "");
    const plain = declared || prefixed || block === "ext" || path.length === 1;
    if (!plain || (/^(?:group|version)$/.test(path.at(-1) ?? "") && !this.#speaksOfProjects())) return at;
    const name = path
      .filter((part, place) => place > 1 || !["ext", "extra", "project", "rootProject"].includes(part))
      .join(".");
    const next = this.#at(index + 1);
    const set = (key: string, value: Token): void =>
      declared ? this.#parts.setLocal(key, value) : this.#parts.set(key, value);
    if (sign.text === "=" && next.kind === "string") set(name, next);
    else if (sign.text === "=" && next.text === "[") this.#map(name, index + 2, set);
    else if (sign.text === "by" && next.text === "extra" && this.#at(index + 3).kind === "string")
      this.#parts.set(name, this.#at(index + 3));
    else if (sign.kind === "string" && (name === "group" || name === "version")) this.#parts.set(name, sign);
    return at;
  }

  /** Tasks and publications have groups and versions of their own. */
  #speaksOfProjects(): boolean {
    return this.#blocks.length <= 3 && this.#blocks.every((each) => ofProjects.has(each) || each.startsWith(":"));
  }

  /** `versions = [ jackson: "2.1", junit: "5.0" ]` */
  #map(name: string, from: number, set: (key: string, value: Token) => void): void {
    for (let index = from; ; index++) {
      const key = this.#at(index);
      if (key.kind === "end" || key.text === "]") return;
      const value = this.#at(index + 2);
      if (key.kind !== "newline" && this.#at(index + 1).text === ":" && value.kind === "string") {
        set(`${name}.${key.text}`, value);
        index += 2;
      }
    }
  }
}
