/** Modules that a framework makes up under names of its own, so that no registry has them. */

/** Patterns of specifiers, and the package that provides what they name. */
const provided: readonly (readonly [pattern: RegExp, provider: string])[] = [
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
];

/** The package that provides a made-up module; undefined for names of real packages. */
export function frameworkOf(specifier: string): string | undefined {
  if (!specifier.startsWith("@")) return undefined;
  return provided.find(([pattern]) => pattern.test(specifier))?.[1];
}
