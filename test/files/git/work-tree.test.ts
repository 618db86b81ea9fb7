import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { blobId } from "../../../src/files/git/blobs.ts";
import { compareWithBase } from "../../../src/files/git/commit-files.ts";

const root = mkdtempSync(join(tmpdir(), "depbraid-work-tree-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): void {
  const settings = ["user.name=Baker", "user.email=baker@example.org", "commit.gpgsign=false", "core.autocrlf=false"];
  execFileSync("git", [...settings.flatMap((each) => ["-c", each]), ...args], { cwd: root, stdio: "pipe" });
}

function write(path: string, text: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
}

const longAgo = new Date("2020-02-02T02:02:02Z");
const paths = [
  "same.py",
  "touched.py",
  "edited.py",
  "other-ends.py",
  "quick.py",
  "gone.py",
  "staged.py",
  "become-link.py",
];
git("init", "-q", "-b", "main");
for (const path of paths) write(path, `name = "${path}"\nprice = 10\n`);
for (const name of ["old.py", "kept.py"]) write(`oven/${name}`, "heat = 1\n");
symlinkSync("same.py", join(root, "link-same.py"));
symlinkSync("same.py", join(root, "link-moved.py"));
for (const path of paths) utimesSync(join(root, path), longAgo, longAgo);
git("add", ".");
git("commit", "-qm", "open");

write("touched.py", 'name = "touched.py"\nprice = 10\n');
write("edited.py", 'name = "edited.py"\nprice = 12\n');
write("other-ends.py", 'name = "other-ends.py"\r\nprice = 10\r\n');
write("staged.py", 'name = "staged.py"\nprice = 11\n');
rmSync(join(root, "gone.py"));
rmSync(join(root, "become-link.py"));
symlinkSync("same.py", join(root, "become-link.py"));
unlinkSync(join(root, "link-moved.py"));
symlinkSync("edited.py", join(root, "link-moved.py"));
git("add", "staged.py");
// Of the same size and time as in the index: only the index, as new as the file, makes one look at it.
write("quick.py", 'name = "quick.py"\nprice = 99\n');
const elsewhere = mkdtempSync(join(tmpdir(), "depbraid-elsewhere-"));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));
rmSync(join(root, "oven"), { recursive: true });
writeFileSync(join(elsewhere, "old.py"), "heat = 1\n");
symlinkSync(elsewhere, join(root, "oven"));

const expected = {
  "same.py": "same",
  "touched.py": "same",
  "edited.py": "changed",
  "other-ends.py": "same",
  "quick.py": "changed",
  "gone.py": "gone",
  "staged.py": "changed",
  "become-link.py": "changed",
  "link-same.py": "same",
  "link-moved.py": "changed",
  // The directory became a link to elsewhere: what is there is not looked at.
  "oven/old.py": "gone",
  "oven/kept.py": "gone",
};

test.each([2, 4])("what became of each file, by an index of version %i", async (version) => {
  git("update-index", "--index-version", String(version));
  const { states } = await compareWithBase(root, "HEAD");
  expect(Object.fromEntries(states)).toEqual(
    Object.fromEntries(Object.entries(expected).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  );
});

test("without an index it is told by the contents alone, but for what is no file", async () => {
  rmSync(join(root, ".git/index"));
  const { states } = await compareWithBase(root, "HEAD");
  git("read-tree", "HEAD");
  expect(Object.fromEntries(states)).toEqual(expected);
});

test("what a sparse checkout leaves out has not gone", async () => {
  git("update-index", "--skip-worktree", "gone.py");
  const { states } = await compareWithBase(root, "HEAD");
  git("update-index", "--no-skip-worktree", "gone.py");
  expect([states.get("gone.py"), states.get("same.py")]).toEqual(["sparse", "same"]);
});

test("what git has not looked at again counts as it was, filters and all", async () => {
  write("filtered.py", "as a filter makes it\n");
  utimesSync(join(root, "filtered.py"), longAgo, longAgo);
  // The index remembers the size and time of the file beside what the filter made of it.
  write(".git/info/attributes", "filtered.py filter=bake\n");
  git("-c", "filter.bake.clean=tr a-z A-Z", "add", "filtered.py");
  git("commit", "-qm", "bake");
  const { entries, states } = await compareWithBase(root, "HEAD");
  expect(states.get("filtered.py")).toBe("same");
  expect(entries.get("filtered.py")?.id).toBe(blobId(Buffer.from("AS A FILTER MAKES IT\n"), 40));
});
