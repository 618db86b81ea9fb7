import { expect, test } from "vitest";
import { analysis, clash, conflict, cycle, mild, printed } from "./drawn-analysis.ts";
import { schemaProblems } from "./sarif-shape.ts";

function run(given = analysis()): ReturnType<typeof JSON.parse> {
  const log = JSON.parse(printed("sarif", "check", given));
  expect(schemaProblems(log)).toEqual([]);
  return log.runs[0];
}

test("the log, its tool and its rules", () => {
  const log = JSON.parse(printed("sarif", "check", analysis()));
  expect([log.version, log.runs.length]).toEqual(["2.1.0", 1]);
  const { tool, columnKind, originalUriBaseIds } = log.runs[0];
  expect([tool.driver.name, tool.driver.version, columnKind]).toEqual(["depbraid", "0.1.0", "utf16CodeUnits"]);
  expect(Object.keys(originalUriBaseIds)).toEqual(["%SRCROOT%"]);
  expect(tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual([
    "import/cycle",
    "import/undeclared",
    // Known from a finding alone.
    "manifest/unused",
  ]);
  // The page without its examples; braces are doubled (3.11.5).
  const page = "# import/undeclared\n\nNothing asks for `it`.\n\nThe end {{0}}.";
  expect(tool.driver.rules[1]).toEqual({
    id: "import/undeclared",
    shortDescription: { text: "A package is used and not declared." },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: "error" },
  });
});

test("a result: rule, level, place, fingerprint", () => {
  const { results, tool } = run();
  expect(results[0]).toEqual({
    ruleId: "import/undeclared",
    ruleIndex: 1,
    level: "error",
    message: {
      text: `${conflict().message}\n\nFix: add "left-pad" to the dependencies of web/package.json`,
    },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "web/src/cart.ts", uriBaseId: "%SRCROOT%" },
          region: { startLine: 2, startColumn: 17 },
        },
      },
    ],
    partialFingerprints: { "depbraid/v1": "0123456789abcdef" },
    properties: { subject: "pkg:npm/left-pad", project: "project:web/package.json" },
  });
  const levels = results.map((each: { level: string }) => each.level);
  expect(levels).toEqual(["error", "error", "warning", "note"]);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
});

test("evidence is related locations, and of a cycle a code flow too", () => {
  const [found, other] = run(
    analysis({ conflicts: [cycle, conflict({ evidence: [{ file: "web/package.json", line: 3, message: "asks" }] })] }),
  ).results;
  expect(found.relatedLocations.map((each: { id: number }) => each.id)).toEqual([1, 2]);
  expect(found.codeFlows).toHaveLength(1);
  const steps = found.codeFlows[0].threadFlows[0].locations;
  expect(steps.map(({ location: { message, physicalLocation } }: never) => [message, physicalLocation])).toEqual([
    [
      { text: "imports stock/stock/shelf.py" },
      {
        artifactLocation: { uri: "stock/stock/book.py", uriBaseId: "%SRCROOT%" },
        region: { startLine: 1, startColumn: 6 },
      },
    ],
    [
      { text: "imports stock/stock/book.py" },
      {
        artifactLocation: { uri: "stock/stock/shelf.py", uriBaseId: "%SRCROOT%" },
        region: { startLine: 3, startColumn: 6 },
      },
    ],
  ]);
  expect(other.codeFlows).toBeUndefined();
  expect(other.relatedLocations[0].physicalLocation.region).toEqual({ startLine: 3 });
});

test("the causes of a clash are related locations, and each path in them is a flow of its own", () => {
  const path = [{ file: "stock/setup.py", line: 2, message: "asks for feeds" }];
  const brought = { file: "stock/pins.txt", line: 7, message: "feeds asks for requests", path };
  const causes = [
    ...(clash.causes ?? []),
    { file: "stock/pins.txt", line: 9, message: "is locked", because: [brought] },
  ];
  const [found] = run(analysis({ conflicts: [{ ...clash, causes }] })).results;
  expect(found.relatedLocations).toHaveLength(clash.evidence.length);
  expect(found.message.text).toContain("\n\nFix (checked): let stock/requirements.txt:1");
  const flows: { message: { text: string }; threadFlows: { locations: { location: { message: object } }[] }[] }[] =
    found.codeFlows;
  expect(flows.map(({ message }) => message.text)).toEqual(["feeds asks for requests"]);
  expect(flows[0]?.threadFlows[0]?.locations.map(({ location }) => location.message)).toEqual([
    { text: "asks for feeds" },
    { text: "feeds asks for requests" },
  ]);
});

test.each([
  ["web/src/cart.ts", "web/src/cart.ts"],
  ["shop till/ß#1%.ts", "shop%20till/%C3%9F%231%25.ts"],
  ["c:till.ts", "c%3Atill.ts"],
  ["half\uD800.ts", "half%EF%BF%BD.ts"],
])("%j is the reference %j", (file, uri) => {
  const [{ locations }] = run(analysis({ conflicts: [conflict({ file, line: 0, column: 0 })] })).results;
  // The whole file: no region, as there is no line 0.
  expect(locations).toEqual([{ physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" } } }]);
});

test("diagnostics are notifications of a run that succeeded", () => {
  const [invocation] = run().invocations;
  expect(invocation).toEqual({
    executionSuccessful: true,
    toolExecutionNotifications: [
      {
        descriptor: { id: "syntax" },
        level: "warning",
        message: { text: "a bracket is never closed" },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "stock/setup.py", uriBaseId: "%SRCROOT%" },
              region: { startLine: 3, startColumn: 9 },
            },
          },
        ],
      },
    ],
  });
});

test("nothing found is a log too, and hostile text is data", () => {
  expect(run(analysis({ conflicts: [], diagnostics: [] })).results).toEqual([]);
  const message = '"]}\n\u2028{0} \x1b[2J';
  expect(run(analysis({ conflicts: [{ ...mild, message, fix: { message: "no" } }] })).results[0].message.text).toBe(
    '"]}}\n\u2028{{0}} \x1b[2J\n\nFix: no',
  );
});

test("the shape test sees what is wrong", () => {
  const log = JSON.parse(printed("sarif", "check", analysis()));
  log.runs[0].results[0].level = "info";
  log.runs[0].results[1].locations[0].physicalLocation.region.startLine = 0;
  delete log.runs[0].results[2].message.text;
  log.runs[0].columnKind = "bytes";
  log.runs[0].extra = 1;
  expect(schemaProblems(log)).toEqual([
    "$.runs[0].columnKind: bytes",
    "$.runs[0].results[0].level: info",
    "$.runs[0].results[1].locations[0].physicalLocation.region.startLine: 0",
    "$.runs[0].results[2].message.text: missing",
    "$.runs[0].extra: not in the schema",
  ]);
});
