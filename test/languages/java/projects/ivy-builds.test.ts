import { expect, it } from "vitest";
import { drawProjects } from "../drawn.ts";

it("reads what an Ivy file asks for, by configuration", () => {
  const { projects, diagnostics } = drawProjects({
    "library/ivy.xml": `<?xml version="1.0"?>
<!DOCTYPE ivy-module [<!ENTITY v "1.0">]>
<ivy-module version="2.0" xmlns:e="http://ant.apache.org/ivy/extra">
  <info organisation="org.library" module="desk" revision="4"/>
  <configurations><conf name="compile"/><conf name="test" extends="compile"/></configurations>
  <publications><artifact name="desk"/></publications>
  <dependencies defaultconf="compile->default">
    <dependency org="com.google.guava" name="guava" rev="33.0"/>
    <dependency org='junit' name='junit' rev='4.+' conf='test->default'/>
    <dependency name="shelf" rev="[1.0,2.0[" conf="compile,test->master; build->default">
      <exclude org="org.dust"/>
    </dependency>
    <dependency org="org.card" name="card" rev="latest.integration" conf="*->*"/>
    <dependency org="org.pen" name="pen" rev="\${pen}"/>
    <dependency org="\${who}" name="ink" rev="1"/>
    <dependency org="org.entity" name="entity" rev="&v;"/>
    <dependency org="com.google.guava" name="guava" rev="33.0"/>
    <dependency rev="1"/>
    <exclude org="org.dust"/>
  </dependencies>
</ivy-module>`,
  });
  expect(projects).toBe(
    [
      "library/ivy.xml pkg:maven/org.library/desk 4",
      "  library/ivy.xml:8 com.google.guava/guava 33.0 runtime in compile",
      "  library/ivy.xml:9 junit/junit 4.+ test in test",
      "  library/ivy.xml:10 org.library/shelf [1.0,2.0[ runtime in compile",
      "  library/ivy.xml:10 org.library/shelf [1.0,2.0[ test in test",
      "  library/ivy.xml:10 org.library/shelf [1.0,2.0[ build in build",
      "  library/ivy.xml:13 org.card/card * runtime",
      "  library/ivy.xml:14 org.pen/pen * runtime in compile",
      "  library/ivy.xml:16 org.entity/entity &v; runtime in compile",
      "  library/ivy.xml:17 com.google.guava/guava 33.0 runtime in compile",
    ].join("\n"),
  );
  expect(diagnostics).toEqual([
    "library/ivy.xml: com.google.guava#guava is declared twice: here and in line 8",
    "library/ivy.xml: a dependency without a name was left out",
    "library/ivy.xml: ${pen} is a property of the build that runs Ivy: the version of pen is unknown",
    "library/ivy.xml: ${who} is a property of the build that runs Ivy: the dependency it is part of is unknown",
  ]);
});

it("says so where it is not read, or not whole", () => {
  const { projects, diagnostics } = drawProjects({
    "till/ivy.xml": "<ivy-module><dependencies><dependency org='a' name='b' rev='1'/></ivy-module>",
    "shop/ivy.xml": "<html/>",
    "desk/ivy.xml": "<ivy-module/>",
    "desk/build.gradle": "",
  });
  expect(projects).toContain("  till/ivy.xml:1 a/b 1 runtime");
  expect(diagnostics).toEqual(
    [
      "desk/ivy.xml: another tool builds this directory: what the Ivy file declares is not read",
      "shop/ivy.xml: the root element is <html>, not <ivy-module>: this is no Ivy file",
      "till/ivy.xml: bad XML: </ivy-module> stands where </dependencies> should; what stands before it was read",
    ].toSorted((a, b) => diagnostics.indexOf(a) - diagnostics.indexOf(b)),
  );
});
