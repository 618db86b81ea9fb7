/** What the ids of nodes say, for messages and locations. */
import type { Purl } from "../../model/purl.ts";

/** The path of a file or the manifest of a project: the id without its kind. */
export function pathOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** What was looked for: `web/src/gone` of `unresolved:javascript/web/src/gone`. */
export function lookedFor(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}

/** The package of a version: `pkg:npm/react` of `pkg:npm/react@18.2.0`. In a purl every other `@` is encoded. */
export function packageOfVersion(id: string): Purl {
  const at = id.lastIndexOf("@");
  return at < 0 ? id : id.slice(0, at);
}

/** The version: `18.2.0` of `pkg:npm/react@18.2.0`. */
export function versionOf(id: string): string {
  return decodeURIComponent(id.slice(id.lastIndexOf("@") + 1));
}
