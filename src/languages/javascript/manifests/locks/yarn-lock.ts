/** yarn.lock, of yarn 1 and of later ones. */
import type { SourceText } from "../../../../files/source-text.ts";
import type { ManifestReader, ManifestReading } from "../../../language.ts";
import type { Manifest } from "../manifest.ts";
import { readIndented } from "./indented-text.ts";
import { berryLock } from "./yarn-berry.ts";
import { classicLock } from "./yarn-classic.ts";

export const yarnLock: ManifestReader<Manifest> = {
  format: "yarn.lock",
  matches: (name) => name === "yarn.lock",
  read: readYarnLock,
};

function readYarnLock(file: SourceText): ManifestReading<Manifest> {
  const isBerry = /^__metadata:/m.test(file.text);
  const { nodes, diagnostics } = readIndented(file, isBerry ? "colon" : "blank");
  return { manifest: isBerry ? berryLock(file.path, nodes) : classicLock(file.path, nodes), diagnostics };
}
