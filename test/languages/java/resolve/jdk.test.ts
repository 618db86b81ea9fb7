import { describe, expect, it } from "vitest";
import { artifactKnowledge } from "../../../../src/languages/java/resolve/artifacts.ts";
import { jdkPackage } from "../../../../src/languages/java/resolve/jdk.ts";

describe("the JDK's packages", () => {
  it.each([
    ["java.util", "List", undefined, "jdk"],
    ["java.net.http", "HttpClient", 17, "jdk"],
    ["sun.misc", "Unsafe", undefined, "jdk"],
    ["org.w3c.dom", "Node", undefined, "jdk"],
    ["javax.xml.ws", "Service", undefined, "removed"],
    ["javax.xml.ws", "Service", 8, "removed"],
    ["javax.xml.ws", "Service", 11, "gone"],
    ["org.omg.CORBA", "ORB", 17, "gone"],
    ["javax.annotation", "PostConstruct", 21, "gone"],
    // never the JDK's, though its package was
    ["javax.annotation", "Nullable", 8, "unknown"],
    ["javax.transaction", "Transactional", 8, "unknown"],
    ["javax.servlet", "Servlet", undefined, "unknown"],
    ["__proto__", "constructor", undefined, "unknown"],
  ])("%s.%s in release %s: %s", (packageName, className, release, expected) => {
    const answer = jdkPackage(packageName, className, release);
    const said = answer === undefined ? "unknown" : answer.kind === "removed" && answer.gone ? "gone" : answer.kind;
    expect(said).toBe(expected);
  });
});

describe("what is known of artifacts", () => {
  it.each([
    ["com.google.common.collect", "com.google.guava:guava"],
    ["org.apache.logging.log4j.core.appender", "org.apache.logging.log4j:log4j-core"],
    ["io.grpc.health.v1", "io.grpc:grpc-services"],
    ["tools.jackson.core.type", "tools.jackson.core:jackson-core"],
    ["org.codehaus.jackson.map.ser", "org.codehaus.jackson:jackson-mapper-asl"],
    // exclusive among what the list knows, but the namespace of many
    ["org.codehaus.janino", undefined],
    ["shop.cart", undefined],
    ["constructor", undefined],
  ])("%s: %s", (packageName, artifact) => {
    expect(artifactKnowledge().byPackage(packageName)?.candidates[0]).toBe(artifact);
  });
});
