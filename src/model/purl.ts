/**
 * Package URLs without a version: the name of a package in its ecosystem.
 * @see https://github.com/package-url/purl-spec
 */

/** `pkg:npm/%40acme/ui`, `pkg:pypi/pyyaml`, `pkg:maven/com.google.guava/guava`. */
export type Purl = string;

/** What stands in a purl as it is. */
const plain = /^[A-Za-z0-9._~-]+$/;

/** Percent-encodes what the purl specification does not leave as it is in a name. */
function encode(segment: string): string {
  return plain.test(segment) ? segment : encodeURIComponent(segment).replaceAll("%3A", ":");
}

/**
 * The purl of a package. `name` may hold `/` between a namespace and the name (`@acme/ui`, `org.slf4j/slf4j-api`).
 * The caller normalises the name by its ecosystem's rule first.
 */
export function purl(type: string, name: string): Purl {
  return `pkg:${type}/${name.includes("/") ? name.split("/").map(encode).join("/") : encode(name)}`;
}

/** The purl of one version of a package: `pkg:npm/react@18.2.0`. */
export function versionedPurl(name: Purl, version: string): Purl {
  return `${name}@${encode(version)}`;
}

/** The ecosystem of a purl: `npm` of `pkg:npm/react`. Empty when it is no purl. */
export function purlType(name: Purl): string {
  return name.startsWith("pkg:") ? name.slice(4, name.indexOf("/")) : "";
}

/** The name as the ecosystem writes it: `@acme/ui` of `pkg:npm/%40acme/ui`, `org.slf4j/slf4j-api` of a Maven purl. */
export function purlName(name: Purl): string {
  return decodeURIComponent(name.slice(name.indexOf("/") + 1));
}
