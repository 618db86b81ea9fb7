import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { changedSince } from "../../../src/files/git/changes.ts";
import { GitProblem } from "../../../src/files/git/command.ts";

const root = mkdtempSync(join(tmpdir(), "depbraid-git-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): void {
  const identity = ["-c", "user.name=Baker", "-c", "user.email=baker@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...identity, ...args], { cwd: root, stdio: "pipe" });
}

function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

git("init", "-q", "-b", "main");
write("web/cart.ts", "1");
write("web/till.ts", "a text of some length, so that git would see a rename");
write("web/gone.ts", "1");
write("stock/shelf.py", "1");
git("add", ".");
git("commit", "-qm", "open the shop");
git("checkout", "-qb", "feature");
write("web/cart.ts", "2");
write('web/größe "x".ts', "1");
renameSync(join(root, "web/till.ts"), join(root, "web/register.ts"));
rmSync(join(root, "web/gone.ts"));
git("add", "-A");
git("commit", "-qm", "change it");
git("checkout", "-q", "main");
write("stock/shelf.py", "2");
git("commit", "-qam", "go on");
git("checkout", "-q", "feature");
write("stock/shelf.py", "not committed");
write("web/new.ts", "not even added");

const ofShelves = ["stock/shelf.py"];
const ofWeb = ["web/cart.ts", "web/gone.ts", 'web/größe "x".ts', "web/new.ts", "web/register.ts", "web/till.ts"];

test("what the branch changed since it left: added, changed, renamed and deleted files, committed or not", async () => {
  expect(await changedSince(root, "main")).toEqual([...ofShelves, ...ofWeb]);
  expect(await changedSince(root, "HEAD")).toEqual(["stock/shelf.py", "web/new.ts"]);
});

test("paths are counted from the directory, and only those below it are named", async () => {
  expect(await changedSince(join(root, "web"), "main")).toEqual(ofWeb.map((path) => path.slice("web/".length)));
  expect(await changedSince(join(root, "stock"), "main")).toEqual(["shelf.py"]);
});

test.each([
  ["no-such-branch", /no-such-branch/],
  ["main..feature", /^there is no commit "main..feature"$/],
  ["--output=stolen.txt", /^there is no commit/],
  ["", /^there is no commit/],
])("the revision %j is a problem in words", async (revision, message) => {
  const problem = await changedSince(root, revision).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(GitProblem);
  expect(problem).toMatchObject({ message: expect.stringMatching(message) });
  expect(existsSync(join(root, "stolen.txt"))).toBe(false);
});

test("a directory outside of any repository is a problem", async () => {
  const outside = mkdtempSync(join(tmpdir(), "depbraid-bare-"));
  const problem = await changedSince(outside, "main").catch((error: unknown) => error);
  rmSync(outside, { recursive: true });
  expect(problem).toBeInstanceOf(GitProblem);
});

test("no program that the repository's settings or attributes name is run", async () => {
  const trap = join(root, "trap.sh");
  writeFileSync(trap, `#!/bin/sh\necho ran >> "${join(root, "ran.txt")}"\ncat "$1"\n`, { mode: 0o755 });
  write(".gitattributes", "*.ts diff=trap filter=trap\n");
  git("add", ".gitattributes");
  git("commit", "-qm", "attributes");
  for (const setting of [
    "core.fsmonitor",
    "diff.external",
    "diff.trap.command",
    "diff.trap.textconv",
    "filter.trap.clean",
    "filter.trap.smudge",
    "core.pager",
  ]) {
    git("config", setting, trap);
  }
  write("web/cart.ts", "touched");
  expect(await changedSince(root, "main")).toEqual([".gitattributes", ...ofShelves, "trap.sh", ...ofWeb]);
  expect(existsSync(join(root, "ran.txt"))).toBe(false);
});
