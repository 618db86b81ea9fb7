/** The command-line program as a user starts it: streams and exit codes by CONTRACT. */
import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "depbraid-cli-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function shop(name: string, files: Readonly<Record<string, string>>): string {
  const directory = join(root, name);
  mkdirSync(directory, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
}

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function depbraid(...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { maxBuffer: 1 << 28 }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

const clean = shop("clean", {
  "package.json": '{ "name": "till", "dependencies": { "bread": "^1.0.0" } }',
  "a.js": 'import "./b.js";\nimport "bread";\n',
  "b.js": "",
});
const broken = shop("broken", {
  "package.json": '{ "name": "till" }',
  "a.js": 'import "./gone.js";\nimport "bread";\n',
});

describe("exit codes", () => {
  const table: [string, string[], number][] = [
    ["0 when nothing is wrong", ["check", clean], 0],
    ["check is the default command", [clean], 0],
    ["1 when a conflict is as bad as --fail-on", [broken], 1],
    ["0 when failing is switched off", [broken, "--fail-on", "never"], 0],
    ["0 when what is wrong is left out", [broken, "--ignore", "import/*"], 0],
    ["the graph has no opinion", ["graph", broken], 0],
    ["2 for a directory that is not there", [join(root, "nowhere")], 2],
    ["2 for a file in place of a directory", [join(clean, "a.js")], 2],
    ["2 for an unknown option", [clean, "--formt", "json"], 2],
    ["2 for an unknown format", [clean, "--format", "yaml"], 2],
    ["2 for an unknown code", [clean, "--only", "import/undeclard"], 2],
    ["2 for two directories", [clean, broken], 2],
    ["2 for bad --jobs", [clean, "--jobs", "0"], 2],
    ["2 for an unknown code to explain", ["explain", "import/everything"], 2],
    ["2 for an output that cannot be written", [clean, "--output", join(root, "no/such/place.txt")], 2],
    ["2 for a format of another command", ["graph", clean, "--format", "sarif"], 2],
    ["0 when there is a path", ["why", "a.js", "bread", clean], 0],
    ["1 when there is none", ["why", "b.js", "a.js", clean], 1],
    ["2 for a path from nowhere", ["why", "file:c.js", "a.js", clean], 2],
    ["0 for what is affected", ["affected", clean, "--files", "b.js"], 0],
    ["2 when nothing is said to have changed", ["affected", clean], 2],
    ["2 for a revision where git has none", ["affected", clean, "--since", "main"], 2],
    ["2 for a revision of a directory that is not there", ["affected", join(root, "nowhere"), "--since", "main"], 2],
    ["0 for help", ["--help"], 0],
    ["0 for the version", ["--version"], 0],
    ["0 for a page", ["explain", "import/cycle"], 0],
    ["0 for the list of codes", ["explain"], 0],
  ];
  test.each(table)("%s", async (_, args, code) => {
    const outcome = await depbraid(...args);
    expect(outcome.code, outcome.err + outcome.out).toBe(code);
    expect(outcome.err).not.toMatch(/^\s+at /m);
    if (code === 2) {
      expect(outcome.out).toBe("");
      expect(outcome.err).toMatch(/^depbraid: .+\n$/);
    } else expect(outcome.err).toBe("");
  });
});

test.each([
  [["--formt", "json"], "depbraid: there is no option --formt; did you mean --format?\n"],
  [
    ["--format", "yaml"],
    'depbraid: --format must be one of text, json, ndjson, sarif, github, markdown, junit, codeclimate, not "yaml"\n',
  ],
  [
    ["graph", "--format", "sarif"],
    "depbraid: --format sarif is for check; graph has text, json, ndjson, dot, mermaid, graphml\n",
  ],
  [["why", "a.ts", "b.js", clean], 'depbraid: there is no node called "a.ts" in the graph; did you mean a.js?\n'],
  [
    ["--only", "import/undeclard"],
    'depbraid: there is no conflict called "import/undeclard"; did you mean import/undeclared?\n',
  ],
  [["--jobs", "many"], 'depbraid: --jobs must be a whole number from 1, not "many"\n'],
])("%j says what was meant", async (args, message) => {
  expect((await depbraid(...args)).err).toBe(message);
});

test("JSON is what CONTRACT says, and nothing else is on standard output", async () => {
  const { out } = await depbraid(broken, "--format", "json");
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual(["schema", "root", "tool", "conflicts", "diagnostics", "stats"]);
  expect([report.schema, report.tool.name]).toEqual(["depbraid/check@1", "depbraid"]);
  expect(report.conflicts.map((each: { code: string; subject: string }) => `${each.code} ${each.subject}`)).toEqual([
    "import/unresolved ./gone.js",
    "import/undeclared pkg:npm/bread",
  ]);
  const graph = JSON.parse((await depbraid("graph", clean, "--format", "json")).out);
  expect(Object.keys(graph)).toEqual(["schema", "root", "tool", "nodes", "edges", "diagnostics"]);
  expect(graph.edges).toContainEqual(
    expect.objectContaining({
      from: "file:a.js",
      to: "file:b.js",
      kind: "imports",
      specifier: "./b.js",
      line: 1,
      column: 8,
    }),
  );
});

test("--output writes the same to a file", async () => {
  const file = join(root, "graph.json");
  const { out } = await depbraid("graph", clean, "--format", "json");
  const outcome = await depbraid("graph", clean, "--format", "json", "--output", file);
  expect([outcome.out, readFileSync(file, "utf8")]).toEqual(["", out]);
});

test("--maven-profile, --maven-property, --maven-system and --maven-repository say how Maven builds are read", async () => {
  const dependency = (version: string): string =>
    `<dependency><groupId>bank</groupId><artifactId>vault</artifactId><version>${version}</version></dependency>`;
  const profile = (id: string, activation: string): string =>
    `<profile><id>${id}</id><activation>${activation}</activation><dependencies>${dependency(id)}</dependencies></profile>`;
  const bank = shop("bank", {
    "pom.xml": `<project><parent><groupId>bank</groupId><artifactId>base</artifactId><version>1</version><relativePath/></parent>
<artifactId>till</artifactId><dependencies>${dependency("${inherited}")}</dependencies><profiles>${[
      profile("named", ""),
      profile("asked", "<property><name>cloud</name><value>eu=1</value></property>"),
      profile("jdk", "<jdk>[17,)</jdk>"),
    ].join("")}</profiles></project>`,
  });
  const repository = shop("repository", {
    "bank/base/1/base-1.pom": `<project><groupId>bank</groupId><artifactId>base</artifactId><version>1</version>
<properties><inherited>parent</inherited></properties></project>`,
  });
  const ranges = async (...args: readonly string[]): Promise<readonly string[]> => {
    const { code, out } = await depbraid("graph", bank, "--format", "json", ...args);
    expect(code).toBe(0);
    const { edges } = JSON.parse(out);
    return edges
      .filter((edge: { kind: string; marker?: string }) => edge.kind === "declares" && edge.marker === undefined)
      .map((edge: { range: string }) => edge.range);
  };
  expect(await ranges()).toEqual(["*"]);
  expect(await ranges("--maven-repository", repository)).toEqual(["parent"]);
  expect(await ranges("--maven-profile", "named")).toEqual(["named"]);
  expect(await ranges("--maven-property", "cloud=eu=1")).toEqual(["asked"]);
  expect(await ranges("--maven-property", "cloud=eu=1", "--maven-profile", "!asked")).toEqual(["*"]);
  expect(await ranges("--maven-system", "java.version=21")).toEqual(["jdk"]);
  const wrong = [
    await depbraid("graph", bank, "--maven-property", "=1"),
    await depbraid("graph", bank, "--maven-repository", join(root, "nowhere")),
  ];
  expect(wrong.map(({ code, out, err }) => [code, out, err])).toEqual([
    [2, "", 'depbraid: --maven-property must be NAME=VALUE, not "=1"\n'],
    [2, "", `depbraid: there is no directory "${join(root, "nowhere")}"\n`],
  ]);
});

test("why and affected answer on standard output", async () => {
  expect((await depbraid("why", "a.js", "bread", clean)).out).toBe(`file:a.js reaches pkg:npm/bread in 1 step.

file:a.js
  -> pkg:npm/bread
       imports "bread"  a.js:2:8  (exact)
`);
  expect((await depbraid("affected", clean, "--files", "./b.js")).out).toMatch(
    /^package.json {2}2 files\n {2}a.js\n {2}b.js {2}changed\n\n1 changed file affects 2 files in 1 project · /,
  );
});

test("--since asks git", async () => {
  const bakery = shop("since", { "a.js": 'import "./b.js";\n', "b.js": "", "c.js": 'import "./d.js";\n', "d.js": "" });
  const git = (...args: string[]): void => {
    const identity = ["-c", "user.name=Baker", "-c", "user.email=baker@example.org", "-c", "commit.gpgsign=false"];
    execFileSync("git", [...identity, ...args], { cwd: bakery, stdio: "pipe" });
  };
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-qm", "open");
  git("rm", "-q", "b.js");
  git("commit", "-qm", "close");
  const { affected } = JSON.parse((await depbraid("affected", bakery, "--since", "HEAD~1", "--format", "json")).out);
  expect(affected.map(({ id }: { id: string }) => id)).toEqual(["file:a.js", "unresolved:javascript/b.js"]);
  expect((await depbraid("affected", bakery, "--since", "nope")).err).toMatch(
    /^depbraid: cannot tell what changed since "nope": .*nope.*\n$/,
  );
});

test("sarif carries the pages of the checks", async () => {
  const { rules } = JSON.parse((await depbraid(clean, "--format", "sarif")).out).runs[0].tool.driver;
  const listed = (await depbraid("explain")).out.split("\n").flatMap((line) => /^(\w+\/[\w-]+) /.exec(line)?.[1] ?? []);
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(listed);
  for (const { id, help } of rules) {
    expect(help.markdown).toMatch(new RegExp(`^# ${id}\n`));
    expect(help.markdown).not.toContain("```");
  }
});

test("every code has a page that is printed", async () => {
  const { out } = await depbraid("explain");
  const codes = out.split("\n").flatMap((line) => /^(\w+\/\w+) /.exec(line)?.[1] ?? []);
  expect(codes.length).toBeGreaterThan(5);
  for (const code of codes) expect((await depbraid("explain", code)).out).toContain(code);
});

test("a reader that goes away ends it quietly", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 3000 }, (_, at) => [`m${at}.js`, `import "./m${at + 1}.js";\n`]),
  );
  const wide = shop("wide", files);
  const child = spawn(process.execPath, [cli, "graph", wide, "--format", "json"]);
  let err = "";
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, err]).toEqual([0, ""]);
});
