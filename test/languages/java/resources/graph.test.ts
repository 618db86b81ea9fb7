/** What resources and names that are loaded do to a whole analysis. */
import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";
import { dependency, module } from "../drawn.ts";

const analyzed = (files: Readonly<Record<string, string>>) => analyze({ fileSystem: memoryFileSystem(files) });

const services = "desk/src/main/resources/META-INF/services/bank.Account";
const bank = {
  ...module("core"),
  ...module("desk", dependency("bank:core:1.0")),
  "core/src/main/java/bank/Account.java": "package bank; public interface Account { }",
  "desk/src/main/java/desk/Till.java": "package desk; class Till implements bank.Account { }",
  [services]: "desk.Till",
};

test("a resource is in the graph when it names something, and is of no language", async () => {
  const { graph, stats } = await analyzed({
    ...bank,
    "desk/src/main/resources/texts.xml": "<texts/>",
    "desk/src/test/resources/META-INF/services/bank.Account": "desk.TestTill",
  });
  expect(graph.node(`file:${services}`)).toEqual({ id: `file:${services}`, kind: "file", scope: "main" });
  expect(graph.has("file:desk/src/main/resources/texts.xml")).toBe(false);
  expect(graph.node("file:desk/src/test/resources/META-INF/services/bank.Account")?.scope).toBe("test");
  expect(stats.files).toMatchObject({ java: 2 });
  expect(graph.affected(["file:desk/src/main/java/desk/Till.java"])).toContain(`file:${services}`);
});

test("what a descriptor names is used", async () => {
  const libraries = ["org.slf4j:slf4j-api:2.0.13", "org.apache.commons:commons-lang3:3.14.0"];
  const desk = {
    ...module("desk", dependency("bank:core:1.0"), ...libraries.map((each) => dependency(each))),
    "desk/src/main/java/desk/Log.java": "package desk; class Log { org.slf4j.Logger logger; bank.Account account; }",
  };
  const unused = async (files: Readonly<Record<string, string>>) =>
    (await analyzed({ ...bank, ...desk, ...files })).conflicts.filter(({ code }) => code === "manifest/unused");
  expect(await unused({})).toMatchObject([{ subject: "pkg:maven/org.apache.commons/commons-lang3" }]);
  const bean = '<bean class="org.apache.commons.lang3.RandomUtils"/>';
  expect(await unused({ "desk/src/main/resources/beans.xml": bean })).toEqual([]);
});

test("a project of resources alone shows no use of what it asks for, and so nothing of it is unused", async () => {
  const packed = module("packed", dependency("bank:core:1.0"), dependency("org.postgresql:postgresql:42.7.3"));
  const { conflicts } = await analyzed({
    ...bank,
    ...packed,
    "packed/src/main/resources/META-INF/services/bank.Account": "bank.Account",
  });
  expect(conflicts).toEqual([]);
});

test("names that are loaded raise nothing: no cycle, nothing undeclared, unresolved or unknown", async () => {
  const account =
    'package bank; class Accounts { Object a = Class.forName("desk.Till"), b = Class.forName("bank.Gone"); }';
  const { graph, conflicts } = await analyzed({
    ...bank,
    "core/src/main/java/bank/Accounts.java": account,
    "core/src/main/resources/beans.xml": '<a class="bank.Nobody"/><a class="bnak.Account"/><a class="desk.Till"/>',
  });
  expect(graph.dependencies("file:core/src/main/java/bank/Accounts.java")).toMatchObject([
    { to: "file:desk/src/main/java/desk/Till.java", dynamic: true, confidence: "inferred" },
  ]);
  expect(conflicts).toEqual([]);
});
