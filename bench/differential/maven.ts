/** Maven's two orders of versions, and its ranges, against Maven's own classes. */
import { compareComparableVersions, parseComparableVersion } from "../../src/languages/java/versions/comparable.ts";
import { compareGenericVersions, parseGenericVersion } from "../../src/languages/java/versions/generic.ts";
import { parseRange } from "../../src/languages/java/versions/range.ts";
import { javaOracle } from "./java-classes.ts";
import type { Oracle, Trial } from "./oracle.ts";
import type { Random } from "./random.ts";

export function mavenOracle(): Oracle {
  return javaOracle({
    name: "maven-artifact and maven-resolver-util",
    version: "4.0.0-rc-5 and 2.0.11",
    artifacts: [
      "org.apache.maven:maven-artifact:4.0.0-rc-5",
      "org.apache.maven.resolver:maven-resolver-util:2.0.11",
      "org.apache.maven.resolver:maven-resolver-api:2.0.11",
      "org.codehaus.plexus:plexus-utils:3.5.1",
      "org.apache.commons:commons-lang3:3.12.0",
    ],
    program: "MavenAnswers",
  });
}

export function mavenTrials(random: Random): readonly Trial[] {
  const token = (): string =>
    random.pick(
      () => random.number(),
      () => random.number(),
      () => random.number(),
      () => random.pick("alpha", "beta", "milestone", "rc", "cr", "snapshot", "ga", "final", "release", "sp"),
      () => random.pick("a", "b", "m", "x", "foo", "SNAPSHOT", "Final", "jre", "RC1", "a1", "1a", "b2c", "é", ""),
    )();
  const version = (): string => {
    const parts = random.some(1, 5, token);
    return parts.reduce(
      (text, part, at) => (at === 0 ? part : text + random.pick(".", ".", "-", "-", "_", "") + part),
      "",
    );
  };
  const bound = (): string => (random.chance(15) ? "" : version());
  const piece = (): string =>
    random.chance(15) ? `[${version()}]` : `${random.pick("[", "(")}${bound()},${bound()}${random.pick("]", ")")}`;
  const range = (): string =>
    random.chance(3) ? random.pick("[", "1", "(,)", "[1,2", "[]", "[1,2],x") : random.some(1, 2, piece).join(",");
  return [
    {
      kind: "ComparableVersion",
      make() {
        const [a, b] = [version(), version()];
        const sign = Math.sign(compareComparableVersions(parseComparableVersion(a), parseComparableVersion(b)));
        return { question: ["comparable", a, b], ours: String(sign) };
      },
    },
    {
      kind: "GenericVersion",
      make() {
        const [a, b] = [version(), version()];
        const sign = Math.sign(compareGenericVersions(parseGenericVersion(a), parseGenericVersion(b)));
        return { question: ["generic", a, b], ours: String(sign) };
      },
    },
    {
      kind: "ranges",
      make() {
        const [text, of] = [version(), range()];
        const set = parseRange(of);
        return {
          question: ["range", of, text],
          ours: set === undefined ? "invalid" : String(set.contains(parseGenericVersion(text))),
        };
      },
    },
  ];
}
