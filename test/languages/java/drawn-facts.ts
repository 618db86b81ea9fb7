import type { FileFacts } from "../../../src/model/facts.ts";

/** Facts as lines a person can read: `import java.util.List 3:8`, `declares Bank.Vault`, `uses Ledger.open 9:21`. */
export function drawFacts(facts: FileFacts): string {
  return [
    ...(facts.package === "" ? [] : [`package ${facts.package}`]),
    ...facts.imports.map(
      ({ kind, specifier, line, column, optional }) =>
        `${kind} ${specifier} ${line}:${column}${optional ? " optional" : ""}`,
    ),
    ...facts.declarations.map((name) => `declares ${name}`),
    ...facts.references.map(({ name, line, column }) => `uses ${name} ${line}:${column}`),
    ...(facts.mentions ?? []).map(({ name, line, column }) => `mentions ${name} ${line}:${column}`),
    ...facts.diagnostics.map(({ line, column, code, message }) => `${code} ${line}:${column} ${message}`),
  ].join("\n");
}

/** What is inherited, as lines: `Bank.Vault is a Room`, `a class is a Runnable`, `private Bank.Key`, `package Bank.Desk`. */
export function drawInheritance({ supertypes = [], privateTypes = [], packageTypes = [] }: FileFacts): string {
  return [
    ...supertypes.map(({ type, name }) => `${type === "" ? "a class" : type} is a ${name}`),
    ...privateTypes.map((name) => `private ${name}`),
    ...packageTypes.map((name) => `package ${name}`),
  ].join("\n");
}
