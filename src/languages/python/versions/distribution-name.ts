import { purl, type Purl } from "../../../model/purl.ts";

/**
 * The normalised name of a distribution: `Zope.Interface` is `zope-interface`.
 * @see https://packaging.python.org/en/latest/specifications/name-normalization/
 */
export function normalizeName(name: string): string {
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}

/** The package of a distribution, by any spelling of its name. */
export function distributionPurl(name: string): Purl {
  return purl("pypi", normalizeName(name));
}
