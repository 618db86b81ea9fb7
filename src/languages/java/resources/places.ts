/** Which files that are no Java name its classes, by their places: what is packed with the classes of a jar or a web archive. */

type Settings = "properties" | "yaml" | "hocon";

/**
 * `services` lists what implements the service that the file is called by (of the platform, of Dubbo), `imports` a class a line,
 * `factories` lists of classes by key; `xml`, `properties`, `yaml` and `hocon` have them among their values.
 */
export type ResourceKind = "services" | "imports" | "factories" | "xml" | Settings;

/** Directories whose content is packed or may be, and those within what is packed. */
const packed = /(?:^|\/)(?:src\/[^/]+\/(?:resources|webapp|java)|META-INF|WEB-INF)\//;

/** Settings are many things elsewhere. */
const settings = /(?:^|\/)src\/[^/]+\/(?:resources|webapp)\//;

/** By their endings. */
const settingsKinds: ReadonlyMap<string, Settings> = new Map([
  [".properties", "properties"],
  [".yml", "yaml"],
  [".yaml", "yaml"],
  [".conf", "hocon"],
]);

/** What describes a build, and stands among resources only as data. */
const ofBuilds = /(?:^|\/)(?:pom|ivy|ivysettings|settings|build)\.xml$/;

/** Undefined for nearly all files. Asked of each, so the endings go first. */
export function resourceKind(path: string): ResourceKind | undefined {
  if (path.endsWith(".java")) return undefined;
  if (path.endsWith(".xml")) return packed.test(path) && !ofBuilds.test(path) ? "xml" : undefined;
  const kind = settingsKinds.get(path.slice(Math.max(0, path.lastIndexOf("."))));
  if (kind !== undefined) return settings.test(path) ? kind : undefined;
  const at = path.lastIndexOf("META-INF/");
  if (at < 0 || (at > 0 && path.charCodeAt(at - 1) !== 47)) return undefined;
  const below = path.slice(at + "META-INF/".length);
  if (/^(?:services|dubbo(?:\/(?:internal|external))?)\/[^/]+$/.test(below)) return "services";
  if (/^spring\/[^/]+\.imports$/.test(below)) return "imports";
  return /^spring\.(?:factories|handlers)$|^spring\/aot\.factories$/.test(below) ? "factories" : undefined;
}
