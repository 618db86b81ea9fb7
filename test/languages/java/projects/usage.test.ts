import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";
import { dependency, pom } from "../drawn.ts";

/** The artifacts that nothing is seen to use, of those that the bank asks for. */
async function unused(
  artifacts: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const asked = ["com.google.code.gson:gson", "org.json:json", ...artifacts];
  const dependencies = asked.map((name) => dependency(`${name}:1.0`)).join("\n");
  const fileSystem = memoryFileSystem({
    "bank/pom.xml": pom("bank", `<dependencies>${dependencies}</dependencies>`),
    "bank/src/main/java/bank/Bank.java": "package bank; import com.google.gson.Gson; class Bank { Gson gson; }",
    ...files,
  });
  const { conflicts } = await analyze({ fileSystem, only: ["manifest/unused"] });
  return conflicts.map(({ subject }) => subject.slice("pkg:maven/".length).replace("/", ":"));
}

test.each([
  ["a driver", "com.h2database:h2"],
  ["a driver of another kind", "com.mysql:mysql-connector-j"],
  ["a binding of logging", "ch.qos.logback:logback-classic"],
  ["a part of one", "ch.qos.logback:logback-core"],
  ["an implementation of logging", "org.apache.logging.log4j:log4j-core"],
  ["a bridge of logging", "org.apache.logging.log4j:log4j-slf4j-impl"],
  ["a queue that logging uses when it is there", "com.lmax:disruptor"],
  ["an engine of tests", "org.junit.jupiter:junit-jupiter-engine"],
  ["an agent", "org.aspectj:aspectjweaver"],
  ["an agent of mocks", "net.bytebuddy:byte-buddy-agent"],
  ["a validator", "org.hibernate.validator:hibernate-validator"],
  ["a provider of persistence", "org.hibernate.orm:hibernate-core"],
  ["migrations", "org.flywaydb:flyway-core"],
  ["a starter", "org.springframework.boot:spring-boot-starter-web"],
  ["what Spring Boot configures", "org.springframework.boot:spring-boot-actuator"],
  ["a back end of metrics", "io.micrometer:micrometer-registry-prometheus"],
  ["a codec", "org.xerial.snappy:snappy-java"],
  ["a server", "org.apache.tomcat.embed:tomcat-embed-core"],
])("%s works by being there: %s", async (_, artifact) => {
  expect(await unused([artifact])).toEqual(["org.json:json"]);
});

const caffeine = "com.github.ben-manes.caffeine:caffeine";

test.each([
  ["src/main/resources/application.properties", "spring.cache=com.github.benmanes.caffeine.cache.Caffeine\n"],
  ["src/main/resources/META-INF/services/bank.Cache", "com.github.benmanes.caffeine.jcache.CacheManagerImpl\n"],
  ["src/main/resources/beans.xml", '<bean class="com.github.benmanes.caffeine.cache.Caffeine"/>'],
  ["src/main/resources/cache/application.yml", "cache:\n  type: com.github.benmanes.caffeine.cache.Caffeine\n"],
  ["src/main/webapp/WEB-INF/web.xml", "<filter-class>com.github.benmanes.caffeine.cache.Caffeine</filter-class>"],
])("a class that %s names", async (path, text) => {
  expect(await unused([caffeine])).toEqual(["org.json:json", caffeine]);
  expect(await unused([caffeine], { [`bank/${path}`]: text })).toEqual(["org.json:json"]);
});

test.each([
  ["elsewhere", "shop/src/main/resources/beans.xml", "com.github.benmanes.caffeine.cache.Caffeine"],
  ["a package", "bank/src/main/resources/beans.xml", "com.github.benmanes.caffeine.cache"],
  ["a path", "bank/src/main/resources/beans.xml", "x/com.github.benmanes.caffeine.cache.Caffeine"],
  ["documentation", "bank/docs/beans.xml", "com.github.benmanes.caffeine.cache.Caffeine"],
])("no use: %s", async (_, path, text) => {
  expect(await unused([caffeine], { [path]: text })).toEqual(["org.json:json", caffeine]);
});

test("resources are in Latin-1 or UTF-8: nothing is told of either", async () => {
  const fileSystem = memoryFileSystem({
    "bank/pom.xml": pom("bank", ""),
    "bank/src/main/resources/messages_de.properties": Buffer.from("gruss=Gr\u00fc\u00dfe\n", "latin1"),
  });
  expect((await analyze({ fileSystem })).diagnostics).toEqual([]);
});
