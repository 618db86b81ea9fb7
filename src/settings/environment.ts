/** `"environment": { "python": ">=3.11", "platforms": ["linux"], "conditions": "browser", "mavenProfiles": "release" }` */
import type { JsonNode } from "../files/json-node.ts";
import type { ChosenEnvironment } from "../model/choices.ts";
import type { NodeReader } from "./node-reader.ts";

export const environmentKeys: readonly string[] = [
  "python",
  "platforms",
  "conditions",
  "mavenProfiles",
  "mavenProperties",
];

/** As `sys.platform` has them. @see https://docs.python.org/3/library/sys.html#sys.platform */
const platformNames: readonly string[] = [
  "linux",
  "darwin",
  "win32",
  "cygwin",
  "aix",
  "android",
  "ios",
  "emscripten",
  "wasi",
];

export function readEnvironment(reader: NodeReader, node: JsonNode): ChosenEnvironment {
  const members = reader.object(node, '"environment"', environmentKeys);
  const texts = (key: string): readonly string[] | undefined => reader.texts(members.get(key)?.value, `"${key}"`);
  const python = reader.textNodes(members.get("python")?.value, '"python"')[0];
  // https://peps.python.org/pep-0440/#version-specifiers
  if (
    python !== undefined &&
    !/^\s*(?:[<>=!~]=?|===)\s*[\w.*+!-]+(?:\s*,\s*(?:[<>=!~]=?|===)\s*[\w.*+!-]+)*\s*$/.test(python.text)
  )
    reader.complain(
      python,
      `"python" should be versions as requires-python has them: ">=3.11,<4", not "${python.text}"`,
    );
  for (const platform of reader.textNodes(members.get("platforms")?.value, '"platforms"')) {
    if (!platformNames.includes(platform.text))
      reader.complain(platform, `a platform is one of ${platformNames.join(", ")}, not "${platform.text}"`);
  }
  const [platforms, conditions, mavenProfiles] = [texts("platforms"), texts("conditions"), texts("mavenProfiles")];
  const properties = members.get("mavenProperties")?.value;
  const mavenProperties =
    properties === undefined
      ? undefined
      : reader
          .members(properties, '"mavenProperties"')
          .flatMap(({ name, value }) => [[name, reader.text(value, `"${name}"`) ?? ""] as const]);
  return {
    ...(python === undefined ? {} : { python: python.text }),
    ...(platforms === undefined ? {} : { platforms }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(mavenProfiles === undefined ? {} : { mavenProfiles }),
    ...(mavenProperties === undefined ? {} : { mavenProperties: Object.fromEntries(mavenProperties) }),
  };
}
