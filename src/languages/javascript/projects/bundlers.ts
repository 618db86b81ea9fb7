/** Whether what a package needs to run is put into what it builds: then it may as well be asked for to develop with. */
import type { PackageManifest } from "../manifests/manifest.ts";

/** Programs that pack a package with what it imports, by the names that they are asked for by. */
const bundlers =
  /^(?:webpack|rollup|vite|vitepress|rolldown|esbuild|parcel|parcel-bundler|browserify|tsup|tsdown|unbuild|microbundle|next|nuxt|nuxt3|gatsby|astro|snowpack|react-scripts|ng-packagr|electron-builder|pkg|metro|expo|react-native|umi|father|dumi|bun|bunchee|rspack|@rspack\/core|@rsbuild\/core|@rslib\/core|@angular\/cli|@angular\/build|@angular-devkit\/build-angular|@sveltejs\/kit|@sveltejs\/package|@vercel\/ncc|@remix-run\/dev|@react-router\/dev|@docusaurus\/core|@vue\/cli-service|@storybook\/.*|@electron-forge\/cli|@parcel\/core|ember-cli|preact-cli|aurelia-cli|laravel-mix|@symfony\/webpack-encore|wrangler)$/;

/** @param root of its workspace, whose tools may build its members */
export function isBundled(manifest: PackageManifest, root: PackageManifest | undefined): boolean {
  // What is never published is run where it stands, with everything that development needs.
  if (manifest.isPrivate) return true;
  return [manifest, root].some((each) => each?.requirements.some(({ name }) => bundlers.test(name)) === true);
}
