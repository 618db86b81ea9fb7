import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";

const files = {
  "bank/package.json": '{ "name": "bank" }',
  "bank/src/account.ts": 'import { Ledger } from "./ledger";\nexport class Account { @Column() ledger?: Ledger }',
  "bank/src/ledger.ts": 'import { Account } from "./account";\nexport class Ledger { first = new Account() }',
};

/** Whether the circle of the two is there when the program runs, under the configurations of these directories. */
async function closes(configs: Readonly<Record<string, string>>): Promise<boolean> {
  const written = Object.entries(configs).map(([path, options]) => [path, options] as const);
  const fileSystem = memoryFileSystem({ ...files, ...Object.fromEntries(written) });
  const { conflicts } = await analyze({ fileSystem, only: ["import/cycle"] });
  return conflicts.length > 0;
}

test.each([
  ["no configuration", {}, false],
  ["nothing said", { "bank/tsconfig.json": "{}" }, false],
  ["verbatim", { "bank/tsconfig.json": '{"compilerOptions":{"verbatimModuleSyntax":true}}' }, true],
  ["not verbatim", { "bank/tsconfig.json": '{"compilerOptions":{"verbatimModuleSyntax":false}}' }, false],
  ["kept values", { "bank/tsconfig.json": '{"compilerOptions":{"preserveValueImports":true}}' }, true],
  ["kept imports", { "bank/tsconfig.json": '{"compilerOptions":{"importsNotUsedAsValues":"error"}}' }, true],
  ["removed imports", { "bank/tsconfig.json": '{"compilerOptions":{"importsNotUsedAsValues":"remove"}}' }, false],
  ["metadata", { "bank/tsconfig.json": '{"compilerOptions":{"emitDecoratorMetadata":true}}' }, true],
  [
    "inherited",
    {
      "tsconfig.base.json": '{"compilerOptions":{"verbatimModuleSyntax":true}}',
      "bank/tsconfig.json": '{"extends":"../tsconfig.base.json"}',
    },
    true,
  ],
  [
    "taken back",
    {
      "tsconfig.base.json": '{"compilerOptions":{"verbatimModuleSyntax":true}}',
      "bank/tsconfig.json": '{"extends":"../tsconfig.base.json","compilerOptions":{"verbatimModuleSyntax":false}}',
    },
    false,
  ],
])("%s", async (_, configs, expected) => {
  expect(await closes(configs)).toBe(expected);
});
