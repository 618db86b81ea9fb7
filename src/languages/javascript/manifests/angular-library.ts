/**
 * ng-package.json: what ng-packagr builds, and where to.
 * @see https://github.com/ng-packagr/ng-packagr/blob/main/docs/configuration.md
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { SourceText } from "../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../language.ts";
import { JsonFields } from "./json-fields.ts";
import type { JsonMember } from "../../../files/json-node.ts";
import { readJson } from "../../../files/json-text.ts";
import { type AngularLibraryManifest, type Manifest } from "./manifest.ts";

export const angularLibrary: ManifestReader<Manifest> = {
  format: "ng-package.json",
  matches: (name) => name === "ng-package.json",
  read: readNgPackage,
};

function readNgPackage(file: SourceText): ManifestReading<AngularLibraryManifest> {
  const { root, diagnostics } = readJson(file, "jsonc");
  const fields = new JsonFields(file.path);
  const members: ReadonlyMap<string, JsonMember> = root?.kind === "object" ? fields.members(root) : new Map();
  const library = fields.object(members, "lib");
  const entryFile = library === undefined ? undefined : fields.string(fields.members(library), "entryFile");
  const destination = fields.string(members, "dest");
  const manifest: AngularLibraryManifest = {
    kind: "angular-library",
    file: file.path,
    directory: directoryOf(file.path),
    entryFile: entryFile ?? "src/public_api.ts",
    ...(destination === undefined ? {} : { destination }),
  };
  return { manifest, diagnostics: [...diagnostics, ...fields.diagnostics] };
}
