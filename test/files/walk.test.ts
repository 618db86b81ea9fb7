import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { diskFileSystem, type FileSystem, memoryFileSystem, UnreadableFile } from "../../src/files/file-system.ts";
import { walk } from "../../src/files/walk.ts";

const made: string[] = [];
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A directory of this machine with these files. */
function onDisk(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "depbraid-walk-")));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const paths = (files: Readonly<Record<string, string>>): readonly string[] => walk(memoryFileSystem(files)).files.paths;
const empty = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, ""]));

describe("what is kept", () => {
  const table: [string, Record<string, string>, string[]][] = [
    ["files, sorted by code unit", empty("b.py", "a/z.py", "a.py"), ["a.py", "a/z.py", "b.py"]],
    [
      "not installed packages, environments and caches",
      empty(
        "node_modules/bread/index.js",
        "web/node_modules/bread/index.js",
        "env/pyvenv.cfg",
        "env/lib/oven.py",
        "__pycache__/a.pyc",
        "shop.egg-info/top_level.txt",
        ".tox/x.py",
        "a.py",
      ),
      ["a.py"],
    ],
    [
      "the project that lies within its own environment",
      empty("pyvenv.cfg", "bin/oven.py", "lib/bread.py", "Scripts/oven.py", "src/lib/a.py", "b.py"),
      ["b.py", "pyvenv.cfg", "src/lib/a.py"],
    ],
    [
      "not build outputs beside their manifest, but the same names elsewhere",
      empty("pom.xml", "target/A.java", "docs/target/b.py", "app/build.gradle", "app/build/C.java", "tools/build/d.py"),
      ["app/build.gradle", "docs/target/b.py", "pom.xml", "tools/build/d.py"],
    ],
    [
      "a module that is called as an output",
      empty("pom.xml", "target/pom.xml", "target/src/main/java/A.java"),
      ["pom.xml", "target/pom.xml", "target/src/main/java/A.java"],
    ],
    [
      "not what .gitignore names, nested and negated",
      {
        ".gitignore": "*.gen.ts\n/out\nlogs/\n!keep.gen.ts\n",
        "a.gen.ts": "",
        "keep.gen.ts": "",
        "out/b.ts": "",
        "web/out/c.ts": "",
        "web/logs/d.ts": "",
        "web/.gitignore": "!special.gen.ts\nlocal.ts\n",
        "web/special.gen.ts": "",
        "web/local.ts": "",
        "web/deep/local.ts": "",
        "local.ts": "",
      },
      [".gitignore", "keep.gen.ts", "local.ts", "web/.gitignore", "web/out/c.ts", "web/special.gen.ts"],
    ],
    [
      "nothing back from an ignored directory, as git has it",
      { ".gitignore": "crumbs/\n!crumbs/keep.py\n", "crumbs/keep.py": "" },
      [".gitignore"],
    ],
    [
      "names with the letters of rules",
      { ".gitignore": "\\#x.py\n[ab].py\n", "#x.py": "", "a.py": "", "c.py": "" },
      [".gitignore", "c.py"],
    ],
  ];
  test.each(table)("%s", (_, files, expected) => {
    expect(paths(files)).toEqual(expected);
  });
});

test("git's own list agrees on a real checkout, tracked files that are ignored included", () => {
  const files = {
    ".gitignore": "*.log\ngenerated/\n",
    "generated/committed.py": "x = 1\n",
    "generated/deep/committed.py": "x = 1\n",
    "kept.log": "",
    "a.py": "",
    "ü/b.py": "",
  };
  const root = onDisk(files);
  const git = (...args: string[]): string => execFileSync("git", ["-C", root, ...args], { encoding: "utf8" });
  git("init", "-q");
  git("add", "-f", ...Object.keys(files));
  for (const version of ["2", "4"]) {
    git("update-index", "--index-version", version);
    writeFileSync(join(root, "untracked.log"), "");
    writeFileSync(join(root, "generated/untracked.py"), "");
    expect(walk(diskFileSystem(root)).files.paths).toEqual(Object.keys(files).toSorted((a, b) => (a < b ? -1 : 1)));
  }
});

describe("symlinks", () => {
  test("within the root they are other names for real files", () => {
    const root = onDisk({ "protos/shop.proto": "", "java/App.java": "" });
    symlinkSync("../protos", join(root, "java/proto"));
    symlinkSync("App.java", join(root, "java/Main.java"));
    const { files, diagnostics } = walk(diskFileSystem(root));
    expect(diagnostics).toEqual([]);
    expect(files.paths).toEqual(["java/App.java", "protos/shop.proto"]);
    expect(files.has("java/proto/shop.proto")).toBe(true);
    expect(files.real("java/proto/shop.proto")).toBe("protos/shop.proto");
    expect(files.real("java/Main.java")).toBe("java/App.java");
    expect(files.hasDirectory("java/proto")).toBe(true);
    expect(files.names("java/proto")).toEqual(["shop.proto"]);
  });

  test("out of the root, to nothing and in a circle they are not followed, and named", () => {
    const root = onDisk({ "inner/a.py": "" });
    symlinkSync("../../..", join(root, "inner/out"));
    symlinkSync("nowhere.py", join(root, "inner/dangling.py"));
    symlinkSync("round.py", join(root, "inner/round.py"));
    symlinkSync(".", join(root, "inner/self"));
    symlinkSync("/etc/passwd", join(root, "passwd.py"));
    const { files, diagnostics } = walk(diskFileSystem(root));
    expect(files.paths).toEqual(["inner/a.py"]);
    expect(files.has("passwd.py")).toBe(false);
    expect(diagnostics.map((each) => `${each.code} ${each.file}`)).toEqual([
      "symlink passwd.py",
      "symlink inner/dangling.py",
      "symlink inner/out",
      "symlink inner/round.py",
    ]);
  });
});

test("a directory that cannot be listed is named, and the rest is walked", () => {
  const below = memoryFileSystem(empty("a.py", "secret/b.py", "web/c.py"));
  const guarded: FileSystem = {
    ...below,
    list(directory) {
      if (directory === "secret") throw new UnreadableFile("permission denied");
      return below.list(directory);
    },
  };
  const { files, diagnostics } = walk(guarded);
  expect(files.paths).toEqual(["a.py", "web/c.py"]);
  expect(diagnostics.map((each) => `${each.code} ${each.file}: ${each.message}`)).toEqual([
    "unreadable secret: the directory cannot be listed: permission denied",
  ]);
});

test("a pipe is named and not waited for", () => {
  const root = onDisk(empty("a.py"));
  execFileSync("mkfifo", [join(root, "b.py")]);
  const { files, diagnostics } = walk(diskFileSystem(root));
  expect(files.paths).toEqual(["a.py"]);
  expect(diagnostics.map((each) => `${each.code} ${each.file}: ${each.message}`)).toEqual([
    "unreadable b.py: it is no file (a pipe, a socket or a device); it was not read",
  ]);
});

test("whether git would ignore a path is known of paths that are not there", () => {
  const { files } = walk(
    memoryFileSystem({ ".gitignore": "dist/\n", "web/.gitignore": "protos.js\n", "web/a.ts": "", "b.ts": "" }),
  );
  const asked = ["dist/index.js", "web/dist/x.js", "web/protos.js", "web/src/protos.js", "protos.js", "web/a.ts"];
  expect(asked.filter((path) => files.isIgnored(path))).toEqual([
    "dist/index.js",
    "web/dist/x.js",
    "web/protos.js",
    "web/src/protos.js",
  ]);
});

test("a tree 400 directories deep costs no stack, and says where it stopped", () => {
  const deep = `${"d/".repeat(400)}a.py`;
  const { files, diagnostics } = walk(memoryFileSystem({ [deep]: "", "b.py": "" }));
  expect(files.paths).toEqual(["b.py"]);
  expect(diagnostics.map((each) => each.message)).toEqual(["directories are nested over 200 deep; not entered"]);
});
