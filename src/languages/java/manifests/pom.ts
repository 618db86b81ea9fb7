/**
 * pom.xml as it is written: nothing is inherited, filled in or interpolated here.
 * @see https://maven.apache.org/ref/current/maven-model/maven.html
 */
import type { SourceText } from "../../../files/source-text.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Fault } from "../../../model/fault.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { duplicateProblems, makeDependencies } from "./pom-dependencies.ts";
import type { Pom, PomActivation, PomContent, PomParent, PomProfile } from "./pom-model.ts";
import { makePlugins } from "./pom-plugins.ts";
import { child, childText, given, list, readXml, type XmlElement } from "./xml.ts";

export const pomReader: ManifestReader<Pom> = {
  format: "Maven POM",
  matches: (name) => name === "pom.xml",
  read: readPom,
};

export function readPom(file: Pick<SourceText, "path" | "text">): ManifestReading<Pom> {
  const { root, namespace, problem } = readXml(file.text);
  const diagnostics: Diagnostic[] = [];
  if (problem !== undefined) {
    const { line, column, message } = problem;
    const read = root === undefined ? "nothing could be read" : "what stands before it was read";
    diagnostics.push({ code: "manifest", file: file.path, line, column, message: `bad XML: ${message}; ${read}` });
  }
  if (root === undefined) return { diagnostics };
  if (root.name !== "project") {
    const message = `the root element is <${root.name}>, not <project>: this is no POM`;
    diagnostics.push({ code: "manifest", file: file.path, line: root.line, column: root.column, message });
    return { diagnostics };
  }
  const manifest = makePom(file.path, root, namespace);
  const lists = [manifest, ...manifest.profiles].flatMap(({ dependencies, managed }) => [dependencies, managed]);
  diagnostics.push(...duplicateProblems(file.path, lists), ...repeatedElements(file.path, root));
  return { manifest, diagnostics };
}

/**
 * What may stand once and stands twice. Of sections Maven refuses a second one, and the first is read; of a property the
 * last counts.
 */
function repeatedElements(file: string, project: XmlElement): readonly Diagnostic[] {
  const profiles = list(project, "profiles");
  const owners = [project, ...profiles].flatMap((owner) => [owner, child(owner, "properties"), child(owner, "build")]);
  const out: Diagnostic[] = [];
  for (const owner of owners) {
    const seen = new Map<string, XmlElement>();
    for (const element of owner?.children ?? []) {
      const first = seen.get(element.name);
      seen.set(element.name, first ?? element);
      if (first === undefined) continue;
      const { name, line, column } = element;
      const counts = owner?.name === "properties" ? "this one counts" : "this one was not read";
      const message = `<${name}> stands twice: here and in line ${first.line}; ${counts}`;
      const fix = `put what both hold into one <${name}>`;
      const fault: Fault = { kind: "invalid", severity: "error", subject: name, fix };
      out.push({ code: "manifest", file, line, column, message, ...(owner?.name === "properties" ? {} : { fault }) });
    }
  }
  return out;
}

function makePom(path: string, project: XmlElement, namespace: string): Pom {
  const build = child(project, "build");
  const parent = child(project, "parent");
  return {
    kind: "pom",
    path,
    modelVersion: childText(project, "modelVersion") ?? /\/POM\/(\d[\d.]*)$/.exec(namespace)?.[1] ?? "4.0.0",
    ...(parent === undefined ? {} : { parent: makeParent(parent) }),
    ...given("groupId", childText(project, "groupId")),
    ...given("artifactId", childText(project, "artifactId")),
    ...given("version", childText(project, "version")),
    packaging: childText(project, "packaging") ?? "jar",
    ...given("sourceDirectory", childText(build, "sourceDirectory")),
    ...given("testSourceDirectory", childText(build, "testSourceDirectory")),
    ...makeContent(project),
    profiles: list(project, "profiles").map(makeProfile),
  };
}

function makeProfile(profile: XmlElement): PomProfile {
  return {
    id: childText(profile, "id") ?? "default",
    activation: makeActivation(child(profile, "activation")),
    ...makeContent(profile),
  };
}

function makeActivation(activation: XmlElement | undefined): PomActivation {
  const os = child(activation, "os");
  const file = child(activation, "file");
  const property = child(activation, "property");
  const name = childText(property, "name");
  return {
    byDefault: childText(activation, "activeByDefault") === "true",
    ...given("jdk", childText(activation, "jdk")),
    ...(os === undefined ? {} : { os: Object.fromEntries(os.children.map(({ name: key, text }) => [key, text])) }),
    ...(name === undefined ? {} : { property: { name, ...given("value", childText(property, "value")) } }),
    ...given("exists", childText(file, "exists")),
    ...given("missing", childText(file, "missing")),
    ...given("packaging", childText(activation, "packaging")),
    ...given("condition", childText(activation, "condition")),
  };
}

function makeParent(parent: XmlElement): PomParent {
  const relativePath = child(parent, "relativePath");
  const { line, column } = child(parent, "artifactId") ?? parent;
  return {
    ...given("groupId", childText(parent, "groupId")),
    ...given("artifactId", childText(parent, "artifactId")),
    ...given("version", childText(parent, "version")),
    relativePath: relativePath === undefined ? "../pom.xml" : relativePath.text,
    line,
    column,
  };
}

function makeContent(element: XmlElement): PomContent {
  const build = child(element, "build");
  return {
    properties: new Map(list(element, "properties").map(({ name, text, line }) => [name, { value: text, line }])),
    dependencies: makeDependencies(list(element, "dependencies")),
    managed: makeDependencies(list(child(element, "dependencyManagement"), "dependencies")),
    // Maven 4 calls them subprojects.
    modules: [...list(element, "modules"), ...list(element, "subprojects")].map(({ text, line }) => ({
      value: text,
      line,
    })),
    plugins: makePlugins(list(build, "plugins")),
    managedPlugins: makePlugins(list(child(build, "pluginManagement"), "plugins")),
    extensions: makeDependencies(list(build, "extensions")),
  };
}
