/** Modules that a framework makes up under names of its own, so that no registry has them. */
import { type Outcome, provided as providedBy } from "./outcome.ts";

/** Patterns of specifiers, and the packages that provide what they name: any of them does. */
const provided: readonly (readonly [pattern: RegExp, ...providers: readonly string[]])[] = [
  // https://docusaurus.io/docs/docusaurus-core
  [
    /^@docusaurus\/(BrowserOnly|ComponentCreator|constants|ErrorBoundary|ExecutionEnvironment|Head|Interpolate|isInternalUrl|Link|Noop|Redirect|renderRoutes|router|Translate|use[A-Z]\w*)$/,
    "@docusaurus/core",
  ],
  // https://api.emberjs.com/ember/release/modules
  [
    /^@ember\/(-internals|application|array|component|controller|debug|destroyable|engine|enumerable|error|helper|instrumentation|modifier|object|owner|polyfills|renderer|routing|runloop|service|template|template-compilation|template-compiler|test|utils|version)(\/|$)/,
    "ember-source",
  ],
  // https://svelte.dev/docs/kit/$app-navigation
  [/^\$(?:app|env)\/|^\$service-worker$/, "@sveltejs/kit"],
  // https://docs.astro.build/en/reference/modules/astro-content/
  [/^astro:/, "astro"],
  // https://nuxt.com/docs/guide/going-further/internals
  [/^#(?:imports|app|components|build)(?:\/|$)/, "nuxt"],
  // https://unocss.dev/integrations/vite
  [/^(?:virtual:)?uno\.css$/, "unocss", "@unocss/vite", "@unocss/webpack", "@unocss/astro", "@unocss/nuxt"],
];

const beginning = /^(?:[@$#]|astro:|uno\.css|virtual:uno)/;

/**
 * The package that provides a made-up module; undefined for names of real packages. Only that the project asks for it says so:
 * and it is at work when the project is built, whatever it is asked for as.
 * @param knows whether the importer's project knows a package: else it cannot be its framework
 */
export function fromFramework(specifier: string, knows: (name: string) => boolean): Outcome | undefined {
  if (!beginning.test(specifier)) return undefined;
  const [, ...providers] = provided.find(([pattern]) => pattern.test(specifier)) ?? [];
  const provider = providers.find(knows);
  return provider === undefined ? undefined : providedBy(provider, "declared");
}
