import { expect, test } from "vitest";
import { worksUnseen } from "../../../../src/languages/java/resolve/artifacts.ts";

test.each([
  "flyway-core",
  "flyway-database-postgresql",
  "liquibase-core",
  "spring-boot-configuration-processor",
  "spring-boot-devtools",
  "micronaut-annotation-processor",
  "dagger-compiler-apt",
  "postgresql",
  "slf4j-simple",
  "junit-jupiter-engine",
  "otel-javaagent",
  "zstd-jni",
])("%s works without an import", (artifact) => {
  expect(worksUnseen(artifact)).toBe(true);
});

test.each([
  "flyway",
  "spring-boot",
  "spring-boot-autoconfigure",
  "processor",
  "guava",
  "junit-jupiter-api",
  "slf4j-api",
])("%s does not", (artifact) => {
  expect(worksUnseen(artifact)).toBe(false);
});
