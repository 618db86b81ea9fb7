import { expect, test } from "vitest";
import { languages } from "../../src/languages/index.ts";
import { VersionSchemes } from "../../src/model/version-schemes.ts";
import { resolveRepository } from "../drawn/resolve.ts";
import { java } from "../../src/languages/java/index.ts";

const schemes = new VersionSchemes(languages);

test("a project's tool decides, and another registry's packages are compared as that one does", () => {
  const { projects } = resolveRepository(java, {
    "bank/pom.xml": "<project><groupId>bank</groupId><artifactId>vault</artifactId><version>1</version></project>",
    "shop/build.gradle": "dependencies { implementation 'a:b:1' }",
  });
  const [maven, gradle] = projects;
  if (maven === undefined || gradle === undefined) throw new Error("two projects were drawn");
  expect(schemes.of(maven)?.name).toBe("maven");
  expect(schemes.of(gradle)?.name).toBe("gradle");
  expect(schemes.asked(gradle, "pkg:maven/a/b")?.name).toBe("gradle");
  const station = { ...maven, ecosystem: "pypi" };
  expect(schemes.asked(station, "pkg:pypi/rain")?.name).toBe("pypi");
  expect(schemes.asked(station, "pkg:conda/rain")?.name).toBe("conda");
  expect(schemes.asked(station, "pkg:cargo/rain")).toBeUndefined();
});
