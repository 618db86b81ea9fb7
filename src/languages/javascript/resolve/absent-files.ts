/** Why a file that an import asks for is rightly absent from a bare checkout: a build makes it. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { BuildOutputs } from "./build-outputs.ts";
import { type ToolManifest } from "../manifests/manifest.ts";
import { below } from "./join-path.ts";

/** `parser.t.js`, `version.ts.tmpl`, `config.js.in`: a template beside the file that is made from it. */
const template = /\.(t\.[cm]?[jt]s|tmpl|template|tpl|ejs|hbs|mustache|handlebars|njk|j2|jinja2?|in)$/;

/** `index.template.js`: a template whose own ending is that of what is made from it. */
const templateSource = /\.(template|tmpl|tpl)(\.[cm]?[jt]sx?)$/;

/** A program that a build runs; what it names may be what it writes. */
const program = /\.[cm]?[jt]s$/;
const sourceName = /[^/\\]+\.[cm]?[jt]sx?$/;

/** Whether a file is a template by its name: what it imports is counted from where its output is written. */
export function isTemplate(path: string): boolean {
  return templateSource.test(path);
}

/** What its own name says of a file, by the custom of generators. */
const generatedNames: readonly (readonly [pattern: RegExp, reason: string])[] = [
  // https://svelte.dev/docs/kit/types#Generated-types, https://reactrouter.com/explanation/type-safety
  [/(^|\/)(\$types|\+types\/[^/]+)(\.[cm]?[jt]s)?$/, "types of a route, made by the framework"],
  [/(^|\/)__generated__\//, "in a directory of generated files"],
  [/[._](generated|gen|pb|pb_service|grpc_pb|connect)(\.d)?(\.[cm]?[jt]s)?$/, "generated, by its name"],
  [
    /(^|\/)(\.next|\.nuxt|\.output|\.svelte-kit|\.astro|\.angular|\.expo|\.docusaurus|\.yarn|bower_components|jspm_packages)\//,
    "in a directory that a tool fills",
  ],
];

export class AbsentFiles {
  readonly #files: FileIndex;
  readonly #outputs: BuildOutputs;
  /** By the names of source files that programs of the build mention. */
  readonly #mentions = new Map<string, ToolManifest[]>();

  constructor(files: FileIndex, outputs: BuildOutputs, tools: readonly ToolManifest[]) {
    this.#files = files;
    this.#outputs = outputs;
    for (const tool of tools) {
      if (!program.test(tool.file)) continue;
      for (const text of tool.strings.keys()) {
        const name = sourceName.exec(text)?.[0];
        if (name === undefined) continue;
        const known = this.#mentions.get(name);
        if (known === undefined) this.#mentions.set(name, [tool]);
        else known.push(tool);
      }
    }
  }

  /** In plain words, for any of the paths that would have answered; undefined when nothing is known to make one. */
  reason(paths: readonly string[]): string | undefined {
    // The root itself has no name that git could ignore.
    if (paths.some((path) => path !== "" && this.#files.isIgnored(path))) return "ignored by git: made by a build";
    for (const path of paths) {
      const config = this.#outputs.writtenBy(path);
      if (config !== undefined) return `written by a build: ${config}`;
    }
    const [first = ""] = paths;
    const named = generatedNames.find(([pattern]) => pattern.test(first));
    if (named !== undefined) return named[1];
    for (const path of paths) {
      const stem = path.slice(path.lastIndexOf("/") + 1);
      const made = this.#files
        .names(directoryOf(path))
        .find(
          (name) => (name.startsWith(`${stem}.`) && template.test(name)) || name.replace(templateSource, "$2") === stem,
        );
      if (made !== undefined && made !== stem) return `made from the template ${made}`;
    }
    return this.#mentioned(first);
  }

  /** A program of the build names the file, and there is none of that name that it could mean: it writes it. */
  #mentioned(path: string): string | undefined {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const tool = this.#mentions.get(name)?.find(({ directory }) => below(directory, path) !== undefined);
    if (tool === undefined) return undefined;
    const exists = this.#files.paths.some(
      (each) => each.endsWith(`/${name}`) && below(tool.directory, each) !== undefined,
    );
    return exists ? undefined : `named by ${tool.file}, which a build runs`;
  }
}
