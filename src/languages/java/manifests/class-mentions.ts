/**
 * Classes that resources name: beans of Spring, units of persistence, services, appenders, drivers. A framework loads them by
 * these names, so an artifact may be in use though no source imports it.
 */
import type { ManifestReader } from "../../language.ts";
import type { JavaManifest } from "./manifest.ts";

export interface ClassMentions {
  readonly kind: "class-mentions";
  readonly path: string;
  /** By the full name of a class, the line of its first mention. */
  readonly classes: ReadonlyMap<string, number>;
}

const resource =
  /(?:^|\/)src\/[^/]+\/(?:resources|webapp)\/(?:.*\/)?(?:[^/]+\.(?:properties|xml|ya?ml|conf|factories|imports)|META-INF\/services\/[^/]+)$/;

/** Larger files are data. */
const maxTextLength = 256 * 1024;

export const classMentionsReader: ManifestReader<JavaManifest> = {
  format: "resources that name classes",
  matches: (_, path) => resource.test(path),
  // https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html
  encoding: () => "latin1",
  read: ({ path, text }) => {
    const classes = text.length > maxTextLength ? new Map<string, number>() : classNames(text);
    return classes.size === 0
      ? { diagnostics: [] }
      : { manifest: { kind: "class-mentions", path, classes }, diagnostics: [] };
  },
};

function classNames(text: string): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  let line = 1;
  let counted = 0;
  for (const { 0: name, index } of text.matchAll(/(?<![\w.$/-])(?:[a-z_]\w*\.){2,}[A-Z][\w$]*/g)) {
    for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line++;
    if (!classes.has(name)) classes.set(name, line);
  }
  return classes;
}
