/**
 * ivy.xml: what a module asks for, and under which configurations.
 * @see https://ant.apache.org/ivy/history/latest-milestone/ivyfile.html
 */
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import type { SourceText } from "../../../files/source-text.ts";
import { attribute, child, list, readXml, type XmlElement } from "./xml.ts";

export interface Ivy {
  readonly kind: "ivy";
  readonly path: string;
  readonly organisation: string;
  readonly module: string;
  readonly revision: string | undefined;
  readonly dependencies: readonly IvyDependency[];
}

export interface IvyDependency {
  readonly organisation: string;
  readonly name: string;
  /** `""` when none is given. */
  readonly revision: string;
  /** The module's own configurations that ask for it; empty for all of them. */
  readonly configurations: readonly string[];
  readonly line: number;
  readonly column: number;
}

export const ivyReader: ManifestReader<Ivy> = {
  format: "Ivy file",
  matches: (name) => name === "ivy.xml",
  read: readIvy,
};

function readIvy({ path, text }: SourceText): ManifestReading<Ivy> {
  const { root, problem } = readXml(text);
  const diagnostics: Diagnostic[] = [];
  const say = ({ line, column }: { readonly line: number; readonly column: number }, message: string): void => {
    diagnostics.push({ code: "manifest", file: path, line, column, message });
  };
  if (problem !== undefined) {
    const read = root === undefined ? "nothing could be read" : "what stands before it was read";
    say(problem, `bad XML: ${problem.message}; ${read}`);
  }
  if (root === undefined) return { diagnostics };
  if (root.name !== "ivy-module") {
    say(root, `the root element is <${root.name}>, not <ivy-module>: this is no Ivy file`);
    return { diagnostics };
  }
  const info = child(root, "info");
  const organisation = attribute(info, "organisation") ?? "";
  const wrapper = child(root, "dependencies");
  const written = list(root, "dependencies").filter(({ name }) => name === "dependency");
  const dependencies = written.map((each) => makeDependency(each, organisation, attribute(wrapper, "defaultconf")));
  const seen = new Map<string, IvyDependency>();
  for (const dependency of dependencies) {
    const { organisation: of, name, revision, configurations } = dependency;
    const key = JSON.stringify([of, name, revision, configurations]);
    const first = seen.get(key);
    if (first !== undefined) say(dependency, `${of}#${name} is declared twice: here and in line ${first.line}`);
    else seen.set(key, dependency);
    if (name === "") say(dependency, "a dependency without a name was left out");
  }
  const module = attribute(info, "module") ?? "";
  const manifest: Ivy = {
    kind: "ivy",
    path,
    organisation,
    module,
    revision: attribute(info, "revision"),
    dependencies: dependencies.filter(({ name }) => name !== ""),
  };
  return { manifest, diagnostics };
}

function makeDependency(element: XmlElement, organisation: string, fallback: string | undefined): IvyDependency {
  const conf = attribute(element, "conf") ?? fallback ?? "";
  return {
    organisation: attribute(element, "org") ?? organisation,
    name: attribute(element, "name") ?? "",
    revision: attribute(element, "rev") ?? "",
    configurations: ownConfigurations(conf),
    line: element.line,
    column: element.column,
  };
}

/** `compile,test->default;runtime->master`: what stands before each arrow; `*` is all. */
function ownConfigurations(conf: string): readonly string[] {
  const names = conf
    .split(";")
    .flatMap((part) => (part.split("->")[0] ?? "").split(","))
    .map((name) => name.trim());
  return names.includes("*") ? [] : [...new Set(names.filter((name) => name !== ""))];
}
