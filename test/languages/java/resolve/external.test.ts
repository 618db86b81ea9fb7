import { describe, expect, it } from "vitest";
import { dependency, drawImports as draw, module, pom } from "../drawn.ts";

describe("what is not of the repository", () => {
  const declared = module(
    "weather",
    dependency("org.junit.jupiter:junit-jupiter:5.10.0", "<scope>test</scope>"),
    dependency("org.apache.logging.log4j:log4j-core:2.20.0"),
    dependency("javax.annotation:javax.annotation-api:1.3.2"),
    dependency("io.sensor:sensor:1"),
    dependency("io.sensor:sensor-ndjson:1"),
    dependency("io.netty:netty-codec-http2:4.1.0"),
  );

  it.each([
    [
      "the class behind a shared prefix",
      "org.apache.logging.log4j.Level",
      "pkg:maven/org.apache.logging.log4j/log4j-api (unknown) ~inferred",
    ],
    [
      "a deeper package",
      "org.apache.logging.log4j.core.Appender",
      "pkg:maven/org.apache.logging.log4j/log4j-core (declared) ~declared",
    ],
    [
      "an aggregator",
      "org.junit.jupiter.api.Test",
      "pkg:maven/org.junit.jupiter/junit-jupiter-api (declared) ~inferred",
    ],
    [
      "a split package, by class",
      "javax.annotation.Nullable",
      "pkg:maven/com.google.code.findbugs/jsr305 (unknown) ~inferred",
    ],
    [
      "the other class of it",
      "javax.annotation.PostConstruct",
      "pkg:maven/javax.annotation/javax.annotation-api (declared) ~declared",
    ],
    ["the shorter of two names", "io.sensor.Wind", "pkg:maven/io.sensor/sensor (declared) ~declared"],
    ["the longer of two names", "io.sensor.ndjson.Json", "pkg:maven/io.sensor/sensor-ndjson (declared) ~declared"],
    [
      "a declared name closer than a known prefix",
      "io.netty.handler.codec.http2.Http2Frame",
      "pkg:maven/io.netty/netty-codec-http2 (declared) ~declared",
    ],
    [
      "the JDK below a library's prefix",
      "javax.annotation.processing.Processor",
      "builtin:java/javax.annotation.processing",
    ],
    [
      "a package beside the one an artifact is called by",
      "org.springframework.stereotype.Component",
      "pkg:maven/org.springframework/spring-context (unknown) ~inferred",
    ],
    [
      "a part of a package that another artifact has",
      "org.springframework.scheduling.quartz.JobDetailBean",
      "pkg:maven/org.springframework/spring-context-support (unknown) ~inferred",
    ],
    ["nothing that is known", "far.away.Thing", "unresolved:java/far.away.Thing ~inferred"],
    ["no phantom of another ecosystem", "time.Time", "unresolved:java/time.Time ~inferred"],
  ])("%s: %s", (_, name, expected) => {
    const from = "weather/src/main/java/weather/Station.java";
    const body = `package weather;\nimport ${name};\nclass Station {}`;
    expect(draw({ ...declared, [from]: body }, from)).toEqual([`${from}:2 ${name} -> ${expected}`]);
  });

  it.each([
    ["8", /-> builtin:java\/javax\.xml\.bind$/],
    ["17", /-> pkg:maven\/(?:jakarta|javax)\.xml\.bind\/\S+ \(unknown\) ~inferred$/],
  ])("packages that the JDK gave up, in release %s", (release, expected) => {
    const properties = `<properties><maven.compiler.release>${release}</maven.compiler.release></properties>`;
    const drawing = draw({
      "pom.xml": pom("shop", properties),
      "src/main/java/shop/Xml.java": "package shop; import javax.xml.bind.JAXB; class Xml {}",
    });
    expect(drawing[0]).toMatch(expected);
  });

  it("guesses among artifacts of one group that the package's name does not tell apart", () => {
    const from = "weather/src/main/java/weather/Station.java";
    const drawing = (...asked: readonly string[]): string | undefined =>
      draw(
        {
          ...module("weather", ...asked.map((each) => dependency(each))),
          [from]: "package weather; import org.sensors.wind.Gust; class Station {}",
        },
        from,
      )[0];
    expect(drawing("org.sensors:sensors-rain:1", "org.sensors:sensors-snow:1")).toMatch(/\(declared\) ~inferred$/);
    expect(drawing("org.sensors:sensors-rain:1")).toMatch(/\(declared\) ~declared$/);
  });

  it("knows what a module of the repository passes on", () => {
    const from = "desk/src/main/java/desk/Desk.java";
    const drawing = draw(
      {
        ...module("core", dependency("org.slf4j:slf4j-api:2.0.9")),
        ...module("desk", dependency("bank:core:1.0")),
        [from]: "package desk; import org.slf4j.spi.LocationAwareLogger; class Desk {}",
      },
      from,
    );
    expect(drawing).toEqual([
      `${from}:1 org.slf4j.spi.LocationAwareLogger -> pkg:maven/org.slf4j/slf4j-api (transitive) ~inferred`,
    ]);
  });

  it("counts on what a Gradle project exports, not on what it keeps to itself", () => {
    const from = "desk/src/main/java/desk/Desk.java";
    const drawing = draw(
      {
        "settings.gradle": "rootProject.name = 'bank'\ninclude 'core', 'ledger', 'vault', 'desk'",
        "core/build.gradle": "dependencies { api 'org.slf4j:slf4j-api:2.0.9' }",
        "core/src/main/java/core/Coin.java": "package core; public class Coin {}",
        "vault/build.gradle": "",
        "vault/src/main/java/vault/Key.java": "package vault; public class Key {}",
        "ledger/build.gradle":
          "dependencies { api project(':core')\n implementation project(':vault')\n implementation 'com.google.guava:guava:33.0' }",
        "desk/build.gradle": "dependencies { implementation project(':ledger') }",
        [from]:
          "package desk; import org.slf4j.Logger; import core.Coin; import vault.Key; import com.google.common.base.Strings; class Desk {}",
      },
      from,
    );
    expect(drawing.map((line) => line.slice(line.indexOf("->") + 3))).toEqual([
      "pkg:maven/org.slf4j/slf4j-api (declared) ~inferred",
      "core/src/main/java/core/Coin.java (declared)",
      "vault/src/main/java/vault/Key.java (transitive)",
      "pkg:maven/com.google.guava/guava (unknown) ~inferred",
    ]);
  });

  it("does not know what an artifact of the repository's own group brings", () => {
    const from = "checks/src/test/java/checks/All.java";
    const files = (asked: string): Record<string, string> => ({
      ...module("core"),
      "core/src/main/java/core/Coin.java": "package core; public class Coin {}",
      ...module("checks", dependency(asked)),
      [from]: "package checks; import core.Coin; class All {}",
    });
    expect(draw(files("bank:client:5.0"), from)[0]).toContain("core/Coin.java (unknown)");
    expect(draw(files("other:client:5.0"), from)[0]).toContain("core/Coin.java (undeclared)");
  });
});

describe("what a build makes", () => {
  const plugin = (artifactId: string): string =>
    `<build><plugins><plugin><artifactId>${artifactId}</artifactId></plugin></plugins></build>`;

  it("is not missing: schemas, templates, annotation processors", () => {
    const from = "shop/src/main/java/shop/Till.java";
    const imports = ["shop.proto.Tea", "shop.Version", "shop.CartMapperImpl", "shop.QOrder", "shop.Nothing"];
    const drawing = draw(
      {
        "shop/pom.xml": pom(
          "shop",
          `<dependencies>${dependency("org.mapstruct:mapstruct-processor:1.5")}</dependencies>`,
        ),
        "shop/src/main/java/shop/CartMapper.java": "package shop; interface CartMapper {}",
        "shop/src/main/java/shop/Order.java": "package shop; class Order {}",
        "shop/src/main/templates/Version.java.in": "",
        [from]: `package shop;\n${imports.map((name) => `import ${name};`).join("\n")}\nclass Till {}`,
      },
      from,
    );
    expect(drawing.map((line) => line.slice(line.indexOf("->") + 3))).toEqual([
      "unresolved:java/shop.proto.Tea ~inferred",
      "unresolved:java/shop.Version {made from shop/src/main/templates/Version.java.in} ~inferred",
      "unresolved:java/shop.CartMapperImpl {made from CartMapper by mapstruct-processor} ~inferred",
      "unresolved:java/shop.QOrder {made from Order by mapstruct-processor} ~inferred",
      "unresolved:java/shop.Nothing!",
    ]);
  });

  it("is expected from a plug-in of the module, or of one that it depends on", () => {
    const files = {
      "types/pom.xml": pom("types", plugin("protobuf-maven-plugin")),
      "desk/pom.xml": pom("desk", `<dependencies>${dependency("bank:types:1.0")}</dependencies>`),
      "desk/src/main/java/desk/Desk.java": "package desk; import acme.proto.Loan; class Desk {}",
      "lone/pom.xml": pom("lone", ""),
      "lone/src/main/java/lone/Lone.java": "package lone; import acme.proto.Loan; class Lone {}",
    };
    expect(draw(files)).toEqual([
      "desk/src/main/java/desk/Desk.java:1 acme.proto.Loan -> unresolved:java/acme.proto.Loan {made by protobuf-maven-plugin} ~inferred",
      "lone/src/main/java/lone/Lone.java:1 acme.proto.Loan -> unresolved:java/acme.proto.Loan ~inferred",
    ]);
  });

  it("is expected of a package whose schemas stand in directories of its name", () => {
    const from = "desk/src/main/java/desk/Desk.java";
    const files = (schema: string): Record<string, string> => ({
      "desk/pom.xml": pom("desk", plugin("protobuf-maven-plugin")),
      [`desk/src/main/proto/${schema}`]: "",
      [from]: "package desk; import acme.loans.v1.Loan; import acme.cards.v1.Card; class Desk {}",
    });
    expect(draw(files("loans/v1/loan.proto"), from)).toEqual([
      `${from}:1 acme.loans.v1.Loan -> unresolved:java/acme.loans.v1.Loan {made by protobuf-maven-plugin} ~inferred`,
      `${from}:1 acme.cards.v1.Card -> unresolved:java/acme.cards.v1.Card ~inferred`,
    ]);
    expect(draw(files("loan.proto"), from)[0]).toContain("acme.loans.v1.Loan ~inferred");
  });

  it.each([
    [
      "takes in what it asks for",
      "<executions><execution><goals><goal>shade</goal></goals></execution></executions>",
      "declared",
    ],
    ["is only configured", "", "transitive"],
  ])("a jar whose plug-in %s", (_, executions, state) => {
    const from = "desk/src/main/java/desk/Desk.java";
    const shade = `<build><plugins><plugin><artifactId>maven-shade-plugin</artifactId>${executions}</plugin></plugins></build>`;
    const drawing = draw(
      {
        ...module("core"),
        ...module("vault", dependency("bank:core:1.0")),
        "bundle/pom.xml": pom("bundle", `<dependencies>${dependency("bank:vault:1.0")}</dependencies>${shade}`),
        ...module("desk", dependency("bank:bundle:1.0")),
        "core/src/main/java/core/Coin.java": "package core; public class Coin {}",
        "vault/src/main/java/vault/Key.java": "package vault; public class Key {}",
        [from]: "package desk; import core.Coin; import vault.Key; class Desk {}",
      },
      from,
    );
    expect(drawing.map((line) => line.slice(line.indexOf("->") + 3))).toEqual([
      `core/src/main/java/core/Coin.java (${state})`,
      `vault/src/main/java/vault/Key.java (${state})`,
    ]);
  });

  it.each([
    ["after", ["vault", "bundle"]],
    ["before", ["bundle", "vault"]],
  ])("a jar takes in what its own parts ask for, whether it is asked for %s them", (_, names) => {
    const from = "desk/src/main/java/desk/Desk.java";
    const shade =
      "<build><plugins><plugin><artifactId>maven-shade-plugin</artifactId><executions><execution><goals><goal>shade</goal></goals></execution></executions></plugin></plugins></build>";
    const drawing = draw(
      {
        ...module("core"),
        ...module("vault", dependency("bank:core:1.0")),
        "bundle/pom.xml": pom("bundle", `<dependencies>${dependency("bank:vault:1.0")}</dependencies>${shade}`),
        ...module("desk", ...names.map((name) => dependency(`bank:${name}:1.0`))),
        "core/src/main/java/core/Coin.java": "package core; public class Coin {}",
        [from]: "package desk; import core.Coin; class Desk {}",
      },
      from,
    );
    expect(drawing).toEqual([`${from}:1 core.Coin -> core/src/main/java/core/Coin.java (declared)`]);
  });

  it("may be what a shaded jar holds of others", () => {
    const from = "desk/src/main/java/desk/Desk.java";
    const drawing = draw(
      {
        "settings.gradle": "include 'bundle', 'desk'",
        "build.gradle":
          "project(':bundle') { shadowJar { relocate 'com.google', 'bank.relocated.com.google' } }\nproject(':desk') { dependencies { implementation project(':bundle') } }",
        "bundle/src/main/java/bank/Bundle.java": "package bank; class Bundle {}",
        [from]: "package desk; import bank.relocated.com.google.common.base.Strings; class Desk {}",
      },
      from,
    );
    expect(drawing).toEqual([
      `${from}:1 bank.relocated.com.google.common.base.Strings -> unresolved:java/bank.relocated.com.google.common.base.Strings {relocated to bank.relocated.com.google by build.gradle} ~inferred`,
    ]);
  });

  it("leaves to Kotlin, Scala and Groovy what their files may hold", () => {
    const from = "shop/src/main/java/shop/Till.java";
    const drawing = draw(
      {
        "shop/pom.xml": pom("shop", ""),
        "shop/src/main/kotlin/shop/Goods.kt": "package shop\nclass Cart",
        [from]: "package shop; import shop.Cart; import shop.Line; class Till {}",
      },
      from,
    );
    expect(drawing).toEqual([
      `${from}:1 shop.Cart -> shop/src/main/kotlin/shop/Goods.kt ~inferred`,
      `${from}:1 shop.Line -> unresolved:java/shop.Line ~inferred`,
    ]);
  });
});
