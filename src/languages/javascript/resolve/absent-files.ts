/** Why a file that an import asks for is rightly absent from a bare checkout: a build makes it. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { BuildOutputs } from "./build-outputs.ts";
import { directoryOf } from "../manifests/manifest.ts";

/** `parser.t.js`, `version.ts.tmpl`, `config.js.in`: a template beside the file that is made from it. */
const template = /\.(t\.[cm]?[jt]s|tmpl|template|tpl|ejs|hbs|mustache|handlebars|njk|j2|jinja2?|in)$/;

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

  constructor(files: FileIndex, outputs: BuildOutputs) {
    this.#files = files;
    this.#outputs = outputs;
  }

  /** In plain words, for any of the paths that would have answered; undefined when nothing is known to make one. */
  reason(paths: readonly string[]): string | undefined {
    if (paths.some((path) => this.#files.isIgnored(path))) return "ignored by git: made by a build";
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
        .find((name) => name.startsWith(`${stem}.`) && template.test(name));
      if (made !== undefined) return `made from the template ${made}`;
    }
    return undefined;
  }
}
