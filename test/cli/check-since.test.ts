/** `depbraid check --since REV` as a user starts it. */
import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "depbraid-since-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const bank = join(home, "bank");

function git(directory: string, ...args: string[]): void {
  const settings = ["user.name=Teller", "user.email=teller@example.org", "commit.gpgsign=false"];
  execFileSync("git", [...settings.flatMap((each) => ["-c", each]), ...args], { cwd: directory, stdio: "pipe" });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(bank, path)), { recursive: true });
  writeFileSync(join(bank, path), text);
}

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function depbraid(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

mkdirSync(bank);
git(bank, "init", "-q", "-b", "main");
write("package.json", '{ "name": "bank" }');
write("vault.js", 'import "./key.js";\nimport "./coins.js";\n');
git(bank, "add", ".");
git(bank, "commit", "-qm", "open the bank");
git(bank, "checkout", "-qb", "feature");
write("vault.js", 'import "./key.js";\nimport "./notes.js";\nimport "ledger";\n');
git(bank, "commit", "-qam", "notes for coins");
git(bank, "checkout", "-q", "--orphan", "elsewhere");
git(bank, "commit", "-qm", "another bank");
git(bank, "checkout", "-q", "feature");

test("reports what the branch introduces, and counts the rest", async () => {
  const { code, out, err } = await depbraid(["check", bank, "--since", "main"]);
  expect([code, err]).toEqual([1, ""]);
  expect(out).toContain("vault.js:2:8  import/unresolved");
  expect(out).toContain("vault.js:3:8  import/undeclared");
  expect(out).not.toContain("key.js is");
  expect(out).toMatch(
    /1 conflict not shown: there already where HEAD left main \([0-9a-f]{12}\), and 1 other of then is gone\./,
  );
  expect((await depbraid(["check", bank, "--since", "HEAD"])).code).toBe(0);
});

test("together with codes, formats and a baseline", async () => {
  const only = await depbraid(["check", bank, "--since", "main", "--only", "import/undeclared", "--format", "sarif"]);
  expect(JSON.parse(only.out).runs[0].results.map((each: { ruleId: string }) => each.ruleId)).toEqual([
    "import/undeclared",
  ]);
  const baseline = join(home, "baseline.json");
  await depbraid(["check", bank, "--only", "import/undeclared", "--baseline", baseline, "--update-baseline"]);
  const report = JSON.parse(
    (await depbraid(["check", bank, "--since", "main", "--baseline", baseline, "--format", "json"])).out,
  );
  expect(report.conflicts.map((each: { subject: string }) => each.subject)).toEqual(["./notes.js"]);
  expect(report.baseline).toEqual({ file: baseline, silenced: 1, gone: 0 });
  expect(report.since).toEqual({ revision: "main", commit: expect.any(String), silenced: 1, gone: 1 });
  // The baseline knows all there is, not only what is new.
  const whole = join(home, "whole.json");
  await depbraid(["check", bank, "--since", "main", "--baseline", whole, "--update-baseline"]);
  expect(JSON.parse(readFileSync(whole, "utf8")).conflicts).toHaveLength(3);
  const markdown = await depbraid(["check", bank, "--since", "main", "--format", "markdown"]);
  expect(markdown.out).toContain("1 there already where HEAD left main; 1 gone since then");
  const lines = (await depbraid(["check", bank, "--since", "main", "--format", "ndjson"])).out.trim().split("\n");
  expect(lines.map((each) => JSON.parse(each).type)).toEqual(["run", "conflict", "conflict", "since", "stats"]);
});

describe("what git cannot tell is a usage error", () => {
  const shallow = join(home, "shallow");
  git(home, "clone", "-q", "--depth", "1", "--branch", "feature", `file://${bank}`, shallow);
  git(shallow, "fetch", "-q", "--depth", "1", "origin", "main:main");
  const partial = join(home, "partial");
  git(bank, "config", "uploadpack.allowFilter", "true");
  git(home, "clone", "-q", "--filter=blob:none", "--branch", "feature", `file://${bank}`, partial);
  const outside = join(home, "outside");
  mkdirSync(outside);
  const bare = join(home, "bare.git");
  git(home, "clone", "-q", "--bare", bank, bare);
  const empty = join(home, "empty");
  git(home, "init", "-q", "-b", "main", empty);
  const alone = { ...process.env, PATH: outside };

  const table: readonly [string, readonly string[], NodeJS.ProcessEnv | undefined, string][] = [
    ["an unknown revision", [bank, "--since", "mian"], undefined, 'there is no commit "mian"'],
    ["a revision like an option", [bank, "--since=--all"], undefined, 'there is no commit "--all"'],
    ["a range", [bank, "--since", "main..feature"], undefined, 'there is no commit "main..feature"'],
    ["another history", [bank, "--since", "elsewhere"], undefined, '"elsewhere" and HEAD have no commit in common'],
    [
      "a shallow clone",
      [shallow, "--since", "main"],
      undefined,
      '"main" and HEAD have no commit in common; this clone is shallow: fetch more of its history (git fetch --unshallow)',
    ],
    [
      "a revision that a shallow clone lacks",
      [shallow, "--since", "HEAD~1"],
      undefined,
      'there is no commit "HEAD~1"; this clone is shallow: fetch more of its history (git fetch --unshallow)',
    ],
    [
      "no repository",
      [outside, "--since", "main"],
      undefined,
      "not a git repository (or any of the parent directories): .git",
    ],
    [
      "a bare repository",
      [bare, "--since", "main"],
      undefined,
      `"${bare}" is not in the work tree of a git repository`,
    ],
    ["no commit", [empty, "--since", "main"], undefined, 'there is no commit "main"'],
    ["no git", [bank, "--since", "main"], alone, "git is not installed"],
  ];
  test.each(table)("%s", async (_, args, env, message) => {
    const outcome = await depbraid(["check", ...args], env);
    const since = args.at(-1)?.replace("--since=", "") ?? "";
    expect(outcome).toEqual({
      code: 2,
      out: "",
      err: `depbraid: cannot tell what changed since "${since}": ${message}\n`,
    });
  });

  test("a partial clone fetches nothing", async () => {
    const { code, err } = await depbraid(["check", partial, "--since", "origin/main"]);
    const lacking = "this clone is partial and lacks files of that commit; nothing is fetched: fetch them first";
    expect([code, err]).toEqual([2, `depbraid: cannot tell what changed since "origin/main": ${lacking}\n`]);
  });

  test.each([
    ["graph", "depbraid: --since is for check and affected\n"],
    ["check", `depbraid: there is no directory "${home}/nowhere"\n`],
  ])("%s", async (command, err) => {
    expect(await depbraid([command, join(home, "nowhere"), "--since", "main"])).toEqual({ code: 2, out: "", err });
  });
});

test("affected --since sees what is not committed", async () => {
  appendFileSync(join(bank, "vault.js"), "\n");
  const { out } = await depbraid(["affected", bank, "--since", "HEAD", "--format", "json"]);
  git(bank, "checkout", "-q", "vault.js");
  expect(JSON.parse(out).changed).toEqual([{ file: "vault.js", nodes: ["file:vault.js"] }]);
});
