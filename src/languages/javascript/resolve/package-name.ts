/** Names of npm packages, and how a module specifier names one. */

const maxNameLength = 214;
/**
 * What a registry has ever accepted: old names may hold capitals.
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name
 */
const validPart = /^[A-Za-z0-9!'()*~-][A-Za-z0-9!'()*~._-]*$/;
/** Of scoped names the part after the slash may begin with a dot or an underscore. */
const validScopedPart = /^[A-Za-z0-9!'()*~._-]+$/;

export function isPackageName(name: string): boolean {
  if (name === "" || name.length > maxNameLength || name === "node_modules") return false;
  if (!name.startsWith("@")) return validPart.test(name);
  const slash = name.indexOf("/");
  return slash > 1 && validScopedPart.test(name.slice(1, slash)) && validScopedPart.test(name.slice(slash + 1));
}

export interface PackageSpecifier {
  readonly name: string;
  /** `.` for the package itself, else `./lib/x.js`. */
  readonly subpath: string;
}

/**
 * Splits a bare specifier into a package's name and a subpath; undefined when no package can have that name.
 * @see https://nodejs.org/api/esm.html#resolution-algorithm-specification PACKAGE_RESOLVE, steps 3 to 8
 */
export function splitPackageSpecifier(specifier: string): PackageSpecifier | undefined {
  let end = specifier.indexOf("/");
  if (specifier.startsWith("@") && end >= 0) end = specifier.indexOf("/", end + 1);
  const name = end < 0 ? specifier : specifier.slice(0, end);
  if (!isPackageName(name)) return undefined;
  // `punycode/`: a trailing slash asks for the package, not for the builtin of that name.
  const rest = end < 0 ? "" : specifier.slice(end);
  return { name, subpath: rest.length > 1 ? `.${rest}` : "." };
}

/**
 * The package that holds the types of another.
 * @see https://www.typescriptlang.org/docs/handbook/declaration-files/publishing.html
 */
export function typesPackage(name: string): string {
  return `@types/${name.startsWith("@") ? name.slice(1).replace("/", "__") : name}`;
}
