/**
 * The layout of sources that Maven, Gradle and sbt share: `src/<set>/<language>`, with a version after the language where
 * sources differ by that of its compiler.
 * @see https://maven.apache.org/guides/introduction/introduction-to-the-standard-directory-layout.html
 * @see https://www.scala-sbt.org/1.x/docs/Directories.html
 */
import { dialects } from "../dialects/dialect.ts";

export interface Layout {
  /** The directory that holds `src`; `""` for the root. */
  readonly module: string;
  /** `main`, `test`, `commonTest` */
  readonly set: string;
}

const languageDirectory = String.raw`(?:${dialects.join("|")})(?:-[\w.]+)?`;
const layout = new RegExp(`^(?:(.*?)/)?src/([^/]+)/${languageDirectory}/`);
const onlyLanguageDirectory = new RegExp(`^${languageDirectory}$`);

/** Where a file stands by the names of its directories; undefined for any other layout. */
export function layoutOf(path: string): Layout | undefined {
  const found = layout.exec(path);
  return found === null ? undefined : { module: found[1] ?? "", set: found[2] ?? "" };
}

/** Whether a directory below `src/<set>` holds sources by its name. */
export function isLanguageDirectory(name: string): boolean {
  return onlyLanguageDirectory.test(name);
}

/** Whether sources of a set of Kotlin are compiled for something else than the JVM: `jsMain`, `iosX64Test`. */
export function isBeyondJvm(set: string): boolean {
  return /^(?:js|wasm|native|apple|ios|macos|tvos|watchos|linux|mingw)(?:[A-Z]\w*)?(?:Main|Test)$/.test(set);
}
