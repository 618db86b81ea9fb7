import fc from "fast-check";
import { expect, test } from "vitest";
import type { FileFacts } from "../../src/model/facts.ts";
import { FactsPacker, FactsUnpacker } from "../../src/model/packed-facts.ts";

const place = { start: fc.nat(), line: fc.nat(), column: fc.nat() };
const importKeys = [
  ...(["start", "line", "column", "kind", "specifier", "names", "end"] as const),
  ...(["typeOnly", "dynamic", "optional", "local"] as const),
];
const facts = fc.record(
  {
    package: fc.constantFrom("", "org.acme.shop", "package"),
    imports: fc.array(
      fc.record(
        {
          ...place,
          marker: fc.string(),
          kind: fc.constantFrom("import", "from", "dynamic", "static-on-demand"),
          specifier: fc.string(),
          names: fc.array(fc.string()),
          end: fc.nat(),
          typeOnly: fc.boolean(),
          dynamic: fc.boolean(),
          optional: fc.boolean(),
          local: fc.boolean(),
        },
        { requiredKeys: importKeys },
      ),
    ),
    references: fc.array(fc.record({ ...place, name: fc.string() })),
    mentions: fc.array(fc.record({ ...place, name: fc.string() }), { minLength: 1 }),
    declarations: fc.array(fc.string()),
    supertypes: fc.array(fc.record({ type: fc.string(), name: fc.string() }), { minLength: 1 }),
    loader: fc.record({ base: fc.string(), paths: fc.array(fc.tuple(fc.string(), fc.string())) }),
    privateTypes: fc.array(fc.string(), { minLength: 1 }),
    packageTypes: fc.array(fc.string(), { minLength: 1 }),
    exports: fc.array(fc.string()),
    environment: fc.record(
      {
        requirements: fc.array(
          fc.record({
            package: fc.constant("pkg:pypi/till"),
            range: fc.string(),
            scope: fc.constant("runtime"),
            file: fc.string(),
            line: fc.nat(),
            column: fc.nat(),
            observable: fc.boolean(),
          }),
        ),
        runtime: fc.string(),
        isWhole: fc.boolean(),
      },
      { requiredKeys: ["requirements", "isWhole"] },
    ),
    bridges: fc.array(
      fc.record({
        ...place,
        mechanism: fc.constant("process"),
        tool: fc.string(),
        target: fc.constant({ kind: "path", path: "till.py", base: "file" } as const),
        confidence: fc.constantFrom("exact", "inferred"),
      }),
    ),
    diagnostics: fc.array(
      fc.record({
        code: fc.constantFrom("syntax", "encoding"),
        file: fc.string(),
        line: fc.nat(),
        column: fc.nat(),
        message: fc.string(),
      }),
    ),
  },
  { requiredKeys: ["imports", "references", "declarations", "bridges", "diagnostics"] },
) satisfies fc.Arbitrary<FileFacts>;

test("what is packed comes back as it was, file by file", () => {
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 5 }), (files) => {
      const packer = new FactsPacker();
      for (const file of files) packer.add(file);
      const unpacker = new FactsUnpacker(packer.finish());
      expect(files.map(() => unpacker.next())).toEqual(files);
    }),
  );
});
