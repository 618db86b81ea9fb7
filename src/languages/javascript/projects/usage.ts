/**
 * Packages at work outside source code: a script runs their command, a tool's configuration names them, a tsconfig.json
 * extends them.
 */
import type { Evidence } from "../../../model/location.ts";
import type { LockManifest, Manifest, PackageManifest } from "../manifests/manifest.ts";
import { splitPackageSpecifier } from "../resolve/package-name.ts";

/** Commands of packages that are not named like them, for where no lockfile tells. */
const wellKnownCommands: Readonly<Record<string, string>> = {
  tsc: "typescript",
  ng: "@angular/cli",
  nest: "@nestjs/cli",
  vue: "@vue/cli",
  "vue-cli-service": "@vue/cli-service",
  biome: "@biomejs/biome",
  babel: "@babel/cli",
  "babel-node": "@babel/node",
  playwright: "@playwright/test",
  commitlint: "@commitlint/cli",
  changeset: "@changesets/cli",
  webpack: "webpack-cli",
  storybook: "@storybook/cli",
  "start-storybook": "@storybook/react",
  sb: "storybook",
  svelte: "@sveltejs/kit",
  remix: "@remix-run/dev",
  prisma: "prisma",
  cap: "@capacitor/cli",
  attw: "@arethetypeswrong/cli",
  mocha: "mocha",
  run: "npm-run-all",
  "run-s": "npm-run-all",
  "run-p": "npm-run-all",
};

/** Tools let the usual beginning of a plug-in's name fall away: `react` is eslint-plugin-react. */
const droppedPrefixes =
  /^(eslint-(plugin|config|import-resolver|formatter)|babel-(plugin|preset)|(jest|vitest)-(environment|preset|runner)|docusaurus-(preset|plugin|theme)|karma|grunt|gulp|stylelint-config|stylelint|postcss|remark|rehype|semantic-release|prettier-plugin|commitlint-config|tslint|metro|hubot|generator)-/;

export class Usage {
  /** By directory of the manifest or configuration that names it. */
  readonly #mentions = new Map<string, Map<string, Evidence>>();
  readonly #commands = new Map<string, string>(Object.entries(wellKnownCommands));

  /** @param projectDirectory the directory of the project that a directory lies in */
  constructor(manifests: readonly Manifest[], projectDirectory: (directory: string) => string | undefined) {
    for (const manifest of manifests) if (manifest.kind === "lock") this.#learnCommands(manifest);
    for (const manifest of manifests) {
      const directory = projectDirectory(manifest.directory);
      if (directory === undefined) continue;
      const add = (name: string, line: number, message: string): void => {
        const mentions = this.#mentions.get(directory) ?? new Map<string, Evidence>();
        this.#mentions.set(directory, mentions);
        if (!mentions.has(name)) mentions.set(name, { file: manifest.file, line, message });
      };
      this.#read(manifest, add);
    }
  }

  /** Where the projects of these directories name a package; the first of them that does. */
  evidence(name: string, directories: readonly string[]): Evidence | undefined {
    const spellings = [name, ...shortNames(name)];
    for (const directory of directories) {
      const mentions = this.#mentions.get(directory);
      if (mentions === undefined) continue;
      for (const spelling of spellings) {
        const found = mentions.get(spelling);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #learnCommands({ bins }: LockManifest): void {
    for (const [command, name] of bins) this.#commands.set(command, name);
  }

  #read(manifest: Manifest, add: (name: string, line: number, message: string) => void): void {
    switch (manifest.kind) {
      case "package":
        return this.#readPackage(manifest, add);
      case "tool":
        for (const [word, line] of manifest.commands) this.#addCommand(word, (name) => add(name, line, "run here"));
        return addStrings(manifest.strings, add, "named by the configuration of a tool");
      case "tsconfig":
        for (const { text, line } of manifest.extends)
          for (const name of namesIn(text)) add(name, line, "extended by this configuration");
        for (const { text, line } of manifest.types)
          for (const name of namesIn(text)) add(name, line, "its types are asked for here");
        for (const { text, line } of manifest.tools)
          for (const name of namesIn(text)) add(name, line, "called by the compiler");
        return;
      case "lock":
      case "unread-lock":
      case "workspace":
      case "angular-library":
      case "deno":
        return;
    }
  }

  #addCommand(word: string, add: (name: string, how: "run" | "named") => void): void {
    const command = word.replace(/^.*?node_modules\/\.bin\//, "");
    const byCommand = this.#commands.get(command);
    if (byCommand !== undefined) add(byCommand, "run");
    for (const name of namesIn(command)) add(name, "named");
  }

  #readPackage(
    { scripts, toolStrings }: PackageManifest,
    add: (name: string, line: number, message: string) => void,
  ): void {
    for (const { name: script, text, line } of scripts)
      for (const word of text.split(/[\s;&|()<>"'`=,:]+/)) {
        this.#addCommand(word, (name, how) => add(name, line, `${how} by the script "${script}"`));
      }
    addStrings(toolStrings, add, "named by the configuration of a tool");
  }
}

function addStrings(
  strings: ReadonlyMap<string, number>,
  add: (name: string, line: number, message: string) => void,
  message: string,
): void {
  for (const [text, line] of strings) for (const name of namesIn(text)) add(name, line, message);
}

/** Every package that a string may name: `import=tsx`, `plugin:react/recommended`, `node_modules/x/y.css`. */
function namesIn(text: string): readonly string[] {
  // `plugin:@acme/recommended` is a configuration of @acme/eslint-plugin: the scope is its short name.
  if (text.startsWith("plugin:@")) return [text.slice("plugin:".length).split("/", 1)[0] ?? text];
  return text.split(/[\s=:,!?]+/).flatMap((word) => {
    const installed = word.lastIndexOf("node_modules/");
    const bare = installed < 0 ? word : word.slice(installed + "node_modules/".length);
    // `@acme` alone is a scope: ESLint takes it for @acme/eslint-plugin.
    if (/^@[\w.-]+$/.test(bare)) return bare;
    const name = splitPackageSpecifier(bare.replace(/^~/, ""))?.name;
    return name === undefined || name.startsWith(".") ? [] : name;
  });
}

/** How tools let people shorten a name. */
function shortNames(name: string): readonly string[] {
  // Commands drop it: `till` is of till-cli, `bank` of @bank/cli.
  if (name.endsWith("-cli")) return [name.slice(0, -"-cli".length)];
  if (/^@[^/]+\/cli$/.test(name)) return [name.slice(1, -"/cli".length)];
  const [scope, rest] = name.startsWith("@") ? name.split("/", 2) : [undefined, name];
  const short = rest?.replace(droppedPrefixes, "");
  if (rest === undefined || short === undefined) return [];
  if (scope === undefined) return short === rest ? [] : [short];
  // @babel/preset-env is @babel/env or env, @acme/eslint-plugin is @acme, @acme/eslint-config-web is @acme/web.
  if (scope === "@babel" || scope === "@docusaurus") {
    const own = rest.replace(/^(plugin|preset|theme)-/, "");
    return [`${scope}/${own}`, own];
  }
  if (/^(eslint-(plugin|config)|babel-(plugin|preset))$/.test(rest)) return [scope];
  return short === rest ? [] : [`${scope}/${short}`];
}
