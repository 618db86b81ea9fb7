/**
 * build.gradle and build.gradle.kts, read without running them: blocks, calls and simple assignments. What is computed
 * is named in a diagnostic and left out.
 * @see https://docs.gradle.org/current/userguide/declaring_dependencies.html
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { readDependency } from "./gradle-dependency.ts";
import type { GradleDependency, GradleScript, GradleText } from "./gradle-model.ts";
import { type Token, tokenizeGradle } from "./gradle-tokens.ts";

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

/** Words that begin a declaration of a variable, before its name. */
const declarators: ReadonlySet<string> = new Set(["def", "val", "var", "String", "final"]);
/** Statements of a dependencies block that are no configuration. */
const control: ReadonlySet<string> = new Set([
  "if",
  "else",
  "for",
  "while",
  "def",
  "val",
  "var",
  "attributesSchema",
  "components",
  "modules",
  "artifactTypes",
  "when",
  "return",
  "because",
  "exclude",
  "each",
  "println",
  "print",
  "logger",
  "throw",
  "this",
]);

class ScriptReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #path: string;
  readonly #tokens: readonly Token[];
  readonly #dependencies: GradleDependency[] = [];
  readonly #variables = new Map<string, GradleText>();
  readonly #plugins: string[] = [];
  readonly #applied: GradleText[] = [];
  readonly #sources: { readonly set: string; readonly directory: string }[] = [];
  #release: string | undefined;
  /** Names of the blocks that are open; `""` for a brace or bracket that belongs to none. */
  readonly #blocks: string[] = [];
  readonly #openCount = new Map<string, number>();

  constructor(path: string, tokens: readonly Token[]) {
    this.#path = path;
    this.#tokens = tokens;
  }

  script(): GradleScript {
    return {
      kind: "gradle",
      path: this.#path,
      dependencies: this.#dependencies,
      variables: this.#variables,
      plugins: this.#plugins,
      applied: this.#applied,
      sources: this.#sources,
      release: this.#release,
    };
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
          this.#enter(name);
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

  #enter(name: string): void {
    this.#blocks.push(name);
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
  }

  #leave(): void {
    const name = this.#blocks.pop();
    if (name !== undefined) this.#openCount.set(name, (this.#openCount.get(name) ?? 1) - 1);
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
    if (token.text === "apply") return this.#apply(at);
    if (/^srcDirs?$|^setSrcDirs$/.test(token.text)) return this.#sourceDirectories(at);
    if (/^(?:sourceCompatibility|targetCompatibility|jvmToolchain|languageVersion|release)$/.test(token.text))
      this.#findRelease(at);
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
    const below = this.#within("subprojects");
    const target = below ? "below" : this.#within("allprojects") ? "all" : "own";
    const block = this.#within("buildscript")
      ? "buildscript"
      : this.#within("dependencyManagement")
        ? "management"
        : this.#within("constraints")
          ? "constraints"
          : "dependencies";
    for (const each of dependencies) this.#dependencies.push({ ...each, block, target });
    if (problem !== undefined) {
      const { line, column } = this.#at(at);
      this.diagnostics.push({ code: "manifest", file: this.#path, line, column, message: problem });
    }
    return next;
  }

  /** `id "x"`, `id("x") version "1"`, `java`, `` `java-library` ``, `kotlin("jvm")`, `alias(libs.plugins.x)`. */
  #plugin(at: number): number {
    const token = this.#at(at);
    const argument = this.#at(at + 1).kind === "string" ? this.#at(at + 1) : this.#at(at + 2);
    if (token.text === "id" && argument.kind === "string") this.#plugins.push(argument.text);
    else if (this.#at(at + 1).kind === "newline") this.#plugins.push(token.text);
    return at;
  }

  /** `apply plugin: "x"`, `apply from: "x.gradle"`, `apply(from = "x.gradle.kts")`, `apply(plugin = "x")`. */
  #apply(at: number): number {
    for (let index = at + 1; index < at + 6; index++) {
      const token = this.#at(index);
      if (token.kind === "newline") break;
      if (token.kind !== "word" || (token.text !== "plugin" && token.text !== "from")) continue;
      const value = this.#at(index + 2);
      if (value.kind !== "string") break;
      if (token.text === "plugin") this.#plugins.push(value.text);
      else this.#applied.push(textOf(value));
    }
    return at;
  }

  #sourceDirectories(at: number): number {
    const set = this.#blocks.at(-1) === "java" ? (this.#blocks.at(-2) ?? "main") : "";
    if (set === "" || !this.#within("sourceSets")) return at;
    for (let index = at + 1; ; index++) {
      const token = this.#at(index);
      if (token.kind === "newline" || token.kind === "end" || token.text === "}") break;
      if (token.kind === "string") this.#sources.push({ set, directory: token.text });
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
        this.#release = text + rest;
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
      if (this.#at(index + 2).kind === "string" && value.kind === "string") this.#set(this.#at(index + 2).text, value);
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
    if (!plain) return at;
    const name = path
      .filter((part, place) => place > 1 || !["ext", "extra", "project", "rootProject"].includes(part))
      .join(".");
    const next = this.#at(index + 1);
    if (sign.text === "=" && next.kind === "string") this.#set(name, next);
    else if (sign.text === "=" && next.text === "[") this.#map(name, index + 2);
    else if (sign.text === "by" && next.text === "extra" && this.#at(index + 3).kind === "string")
      this.#set(name, this.#at(index + 3));
    else if (sign.kind === "string" && (name === "group" || name === "version") && this.#blocks.length <= 1)
      this.#set(name, sign);
    return at;
  }

  /** `versions = [ jackson: "2.1", junit: "5.0" ]` */
  #map(name: string, from: number): void {
    for (let index = from; ; index++) {
      const key = this.#at(index);
      if (key.kind === "end" || key.text === "]") return;
      const value = this.#at(index + 2);
      if (key.kind !== "newline" && this.#at(index + 1).text === ":" && value.kind === "string") {
        this.#set(`${name}.${key.text}`, value);
        index += 2;
      }
    }
  }

  /** The first value stays: a later one is usually under a condition. */
  #set(name: string, token: Token): void {
    if (!this.#variables.has(name)) this.#variables.set(name, textOf(token));
  }
}

function textOf({ text, template, line, column }: Token): GradleText {
  return { value: text, template, line, column };
}
