/** Which files configure tools, and how each is read. Add a tool: a line here. */
import { endingOf, isCommandFile, isHidden } from "../../../files/command-files.ts";

/**
 * `strings`: every string of JSON, of YAML or of code names what it may. `commands`: of a text for a shell only what is run
 * counts, or is loaded by what is run. `styles`: what a style sheet imports. `page`: what a page loads by its path.
 */
export type ToolReading = "strings" | "commands" | "styles" | "page";

interface ToolFile {
  readonly form: RegExp;
  readonly reading: ToolReading;
}

/** By their names. */
const names: readonly ToolFile[] = [
  // `.eslintrc`, `.mocharc.json`, `.releaserc.yml`: a dot, a tool's name, `rc`.
  { form: /^\.[\w-]+rc(?:\.(?:json|jsonc|json5|ya?ml|js|cjs|mjs|ts|cts|mts))?$/, reading: "strings" },
  // `babel.config.js`, `jest-e2e.config.ts`, `webpack.prod.config.js`, `karma.conf.js`.
  { form: /^[\w.-]+\.conf(?:ig)?\.(?:json|ya?ml|js|cjs|mjs|ts|cts|mts)$/, reading: "strings" },
  // Programs that a build runs, by names of their own: `webpack.prod.js`, `gulpfile.js`, `jest-config.ts`.
  {
    form: /^(?:gulpfile[\w.-]*|[Gg]runtfile|(?:webpack|rspack)[.-][\w.-]+|[\w.-]+-config)\.[cm]?[jt]s$/,
    reading: "strings",
  },
  // `jest-e2e.json` and the like: Jest's own generators write it.
  { form: /^jest[\w-]*\.json$/, reading: "strings" },
  {
    form: /^(?:angular|biome|bower|components|cypress|lint-staged|nest-cli|nx|project|typedoc|tslint|turbo|vercel|workspace)\.jsonc?$/,
    reading: "strings",
  },
  // Expo's, and the manifest of other platforms.
  { form: /^app\.json$/, reading: "strings" },
  { form: /^(?:codegen|graphql\.config|serverless)\.(?:ya?ml|json|[jt]s)$/, reading: "strings" },
  { form: /^(?:mocha|wdio)\.opts$/, reading: "strings" },
  { form: /^index\.html?$/, reading: "page" },
];

/** By the hidden directories that they lie in. */
const places: readonly ToolFile[] = [
  { form: /(?:^|\/)\.changeset\/config\.json$/, reading: "strings" },
  { form: /(?:^|\/)\.storybook\/[\w.-]+\.[cm]?[jt]sx?$/, reading: "strings" },
  { form: /(?:^|\/)\.vitepress\/config\.[cm]?[jt]s$/, reading: "strings" },
];

/** Of any of them, unless the name begins with a dot: add that of a new line here, too. */
const endings: ReadonlySet<string> = new Set(
  ["json jsonc json5 yaml yml", "js cjs mjs jsx ts cts mts tsx", "html htm opts"].flatMap((each) => each.split(" ")),
);

const styles: ReadonlySet<string> = new Set(["css", "scss", "sass", "less", "styl", "pcss", "postcss"]);

/**
 * Asked of every file of a repository, so most are told by what their names end with.
 * @param name the last part of the path
 */
export function toolReading(name: string, path: string): ToolReading | undefined {
  const ending = endingOf(name);
  if (ending !== name && styles.has(ending)) return "styles";
  if (endings.has(ending) || name.startsWith(".")) {
    const known =
      names.find(({ form }) => form.test(name)) ??
      (isHidden(path) ? places.find(({ form }) => form.test(path)) : undefined);
    if (known !== undefined) return known.reading;
  }
  return isCommandFile(name, path) ? "commands" : undefined;
}
