/** Which files configure tools, and how each is read. Add a tool: a line here. */
import { isCommandFile } from "../../../files/command-words.ts";

/**
 * `strings`: every string of JSON, of YAML or of code names what it may. `commands`: of a text for a shell only what is run
 * counts, or is loaded by what is run. `styles`: what a style sheet imports. `page`: what a page loads by its path.
 */
export type ToolReading = "strings" | "commands" | "styles" | "page";

interface ToolFile {
  /** Of the whole path. */
  readonly form: RegExp;
  readonly reading: ToolReading;
}

const toolFiles: readonly ToolFile[] = [
  // `.eslintrc`, `.mocharc.json`, `.releaserc.yml`: a dot, a tool's name, `rc`.
  { form: /(?:^|\/)\.[\w-]+rc(?:\.(?:json|jsonc|json5|ya?ml|js|cjs|mjs|ts|cts|mts))?$/, reading: "strings" },
  // `babel.config.js`, `jest-e2e.config.ts`, `webpack.prod.config.js`, `karma.conf.js`.
  { form: /(?:^|\/)[\w.-]+\.conf(?:ig)?\.(?:json|ya?ml|js|cjs|mjs|ts|cts|mts)$/, reading: "strings" },
  // Programs that a build runs, by names of their own: `webpack.prod.js`, `gulpfile.js`, `jest-config.ts`.
  {
    form: /(?:^|\/)(?:gulpfile[\w.-]*|[Gg]runtfile|(?:webpack|rspack)[.-][\w.-]+|[\w.-]+-config)\.[cm]?[jt]s$/,
    reading: "strings",
  },
  // `jest-e2e.json` and the like: Jest's own generators write it.
  { form: /(?:^|\/)jest[\w-]*\.json$/, reading: "strings" },
  {
    form: /(?:^|\/)(?:angular|biome|bower|components|cypress|lint-staged|nest-cli|nx|project|typedoc|tslint|turbo|vercel|workspace)\.jsonc?$/,
    reading: "strings",
  },
  // Expo's, and the manifest of other platforms.
  { form: /(?:^|\/)app\.json$/, reading: "strings" },
  { form: /(?:^|\/)(?:codegen|graphql\.config|serverless)\.(?:ya?ml|json|[jt]s)$/, reading: "strings" },
  { form: /(?:^|\/)\.changeset\/config\.json$/, reading: "strings" },
  { form: /(?:^|\/)\.storybook\/[\w.-]+\.[cm]?[jt]sx?$/, reading: "strings" },
  { form: /(?:^|\/)\.vitepress\/config\.[cm]?[jt]s$/, reading: "strings" },
  { form: /(?:^|\/)(?:mocha|wdio)\.opts$/, reading: "strings" },
  { form: /\.(?:css|scss|sass|less|styl|pcss|postcss)$/, reading: "styles" },
  { form: /(?:^|\/)index\.html?$/, reading: "page" },
];

export function toolReading(path: string): ToolReading | undefined {
  const known = toolFiles.find(({ form }) => form.test(path))?.reading;
  return known ?? (isCommandFile(path) ? "commands" : undefined);
}
