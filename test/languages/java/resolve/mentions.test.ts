/** Names in Javadoc: edges of their own kind, on which nothing depends. */
import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";
import { dependency, module } from "../drawn.ts";

const desk = "desk/src/main/java/desk/Desk.java";
const bank = {
  ...module("core"),
  ...module("desk", dependency("bank:core:1.0")),
  ...module("vault"),
  "core/src/main/java/bank/Account.java": "package bank; public class Account { }",
  "core/src/main/java/bank/Ledger.java": "package bank; public class Ledger { }",
  "vault/src/main/java/vault/Lock.java": "package vault; public class Lock { }",
  "desk/src/main/java/desk/Till.java": "package desk; class Till { Desk desk; }",
  "desk/src/main/java/desk/Row.java": "package desk; class Row { }",
  [desk]: `package desk;
import bank.Account;
/**
 * {@link Till}, {@link Row}, {@link Account}, {@link bank.Account}, {@link bank.Ledger}, {@link Desk}
 * @see vault.Lock
 * @see java.util.List
 * @see Nobody
 */
class Desk { Row row; Account account; }`,
};

const { graph, conflicts } = await analyze({ fileSystem: memoryFileSystem(bank) });

test("files that code does not name, if they can be seen, and nothing else", () => {
  const edges = graph.dependencies(`file:${desk}`).map(({ kind, to, line }) => `${line} ${kind} ${to}`);
  expect(edges).toEqual([
    "2 imports file:core/src/main/java/bank/Account.java",
    "4 mentions file:desk/src/main/java/desk/Till.java",
    "4 mentions file:core/src/main/java/bank/Ledger.java",
    "9 references file:desk/src/main/java/desk/Row.java",
  ]);
  const [, till, ledger] = graph.dependencies(`file:${desk}`);
  expect(till).toMatchObject({ typeOnly: true, confidence: "exact", specifier: "Till" });
  expect(ledger?.declaration).toBeUndefined();
});

test("nothing depends on what is only mentioned", () => {
  expect(conflicts).toEqual([]);
  const till = "file:desk/src/main/java/desk/Till.java";
  expect(graph.dependents(till).map(({ kind }) => kind)).toEqual(["contains", "mentions"]);
  expect(graph.affected([till])).not.toContain(`file:${desk}`);
  expect(graph.reachable([`file:${desk}`])).not.toContain(till);
  expect(graph.path(`file:${desk}`, till)).toBeUndefined();
  expect(graph.cycles()).toEqual([]);
});
