/** What is found in a script, or in the part of it that speaks for another project, while it is read. */
import type { GradleDependency, GradlePlugin, GradleScript, GradleSection, GradleText } from "./gradle-model.ts";
import type { RuntimeDemand } from "../../../model/runtime-demand.ts";
import type { Token } from "./gradle-tokens.ts";

export class ScriptParts {
  readonly dependencies: GradleDependency[] = [];
  readonly plugins: string[] = [];
  readonly pluginRequests: GradlePlugin[] = [];
  readonly applied: GradleText[] = [];
  readonly relocated: string[] = [];
  readonly sources: { readonly set: string; readonly directory: string }[] = [];
  readonly java: RuntimeDemand[] = [];
  partial = false;
  readonly #path: string;
  readonly #variables = new Map<string, GradleText>();
  readonly #locals = new Map<string, GradleText>();
  readonly #sections: { readonly project: GradleText; readonly parts: ScriptParts }[] = [];

  constructor(path: string) {
    this.#path = path;
  }

  /** The first value stays: a later one is usually under a condition. */
  set(name: string, token: Token): void {
    if (!this.#variables.has(name)) this.#variables.set(name, textOf(token));
  }

  /** A variable that other scripts do not see. */
  setLocal(name: string, token: Token): void {
    if (!this.#locals.has(name)) this.#locals.set(name, textOf(token));
  }

  /** The first of a kind stays. @param token of the word that asks for it */
  setJava({ text, line, column }: Token, range: string): void {
    const strength = text === "jvmToolchain" || text === "languageVersion" ? "pins" : "requires";
    if (this.java.some((each) => each.strength === strength)) return;
    this.java.push({ runtime: "java", range, strength, file: this.#path, line, column });
  }

  /** A block that speaks for these projects. */
  section(projects: readonly Token[]): ScriptParts {
    const parts = new ScriptParts(this.#path);
    for (const project of projects) this.#sections.push({ project: textOf(project), parts });
    return parts;
  }

  /** Sections within sections are named by paths of the same build: they are listed beside each other. */
  script(): GradleScript {
    const own: GradleSection[] = [];
    const queue = [...this.#sections];
    for (const { project, parts } of queue) {
      queue.push(...parts.#sections);
      own.push({ project, script: parts.#alone([]) });
    }
    return this.#alone(own);
  }

  #alone(sections: readonly GradleSection[]): GradleScript {
    return {
      kind: "gradle",
      path: this.#path,
      dependencies: this.dependencies,
      variables: this.#variables,
      locals: this.#locals,
      plugins: this.plugins,
      pluginRequests: this.pluginRequests,
      applied: this.applied,
      sources: this.sources,
      java: this.java,
      relocated: this.relocated,
      partial: this.partial,
      sections,
    };
  }
}

export function textOf({ text, template, line, column }: Token): GradleText {
  return { value: text, template, line, column };
}
