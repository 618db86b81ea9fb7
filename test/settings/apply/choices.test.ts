/** What users say of a repository, and what becomes of its graph and its conflicts: without it, and with it. */
import { describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { memoryFileSystem } from "../../../src/files/file-system.ts";
import { noSettings, type Settings } from "../../../src/model/settings.ts";
import { readSettings } from "../../../src/settings/read-settings.ts";

type Files = Readonly<Record<string, string>>;

/** `from:line -> to confidence` of imports, conflicts as `! ...`, and what is said of the settings as `? ...`. */
async function drawn(files: Files, settings: Settings): Promise<readonly string[]> {
  const { graph, conflicts, diagnostics } = await analyze({ fileSystem: memoryFileSystem(files), settings });
  const lines: string[] = [];
  for (let node = 0; node < graph.nodeCount; node++)
    if (graph.nodeAttributes(node).scope === "test") lines.push(`${graph.id(node)} is a test`);
  for (let at = 0; at < graph.edgeCount; at++) {
    const { from, to, kind, line, confidence, inactive, range, marker } = graph.edgeAt(at);
    const generated = graph.node(to)?.generated;
    const notes = [...(inactive === true ? [" never"] : []), ...(generated === undefined ? [] : [` (${generated})`])];
    if (kind === "imports" || kind === "references")
      lines.push(`${from.replace("file:", "")}:${line ?? 0} -> ${to} ${confidence}${notes.join("")}`);
    if (kind === "declares")
      lines.push(`${from} asks for ${to} ${range ?? ""}${marker === undefined ? "" : ` (${marker})`}`);
  }
  return [
    ...lines,
    ...conflicts.map(({ severity, code, file, line, subject }) => `! ${severity} ${code} ${file}:${line} ${subject}`),
    ...diagnostics.map(({ code, message }) => `? ${code} ${message}`),
  ];
}

async function changes(
  files: Files,
  config: object,
): Promise<{ readonly without: readonly string[]; readonly with: readonly string[] }> {
  const without = await drawn(files, noSettings);
  const given = await drawn(files, readSettings("depbraid.config.json", JSON.stringify(config)));
  return {
    without: without.filter((line) => !given.includes(line)),
    with: given.filter((line) => !without.includes(line)),
  };
}

interface Case {
  readonly files: Files;
  readonly config: object;
  /** Lines that are there only without the settings, and only with them. */
  readonly without: readonly string[];
  readonly with: readonly string[];
}

const bank = { "pyproject.toml": '[project]\nname = "bank"\ndependencies = []\n' };
const shop = { "package.json": '{ "name": "shop", "dependencies": { "react": "18" } }' };
const pom = (more: string): string =>
  `<project><groupId>org.bank</groupId><artifactId>till</artifactId><version>1</version>${more}</project>`;

/** It asks for an artifact of its name, in the version `v`. */
const profile = (name: string): string =>
  `<profile><id>${name}</id><dependencies><dependency><groupId>com.acme</groupId><artifactId>${name}</artifactId><version>\${v}</version></dependency></dependencies></profile>`;

const table: Readonly<Record<string, Case>> = {
  "a source root of Python beside those that are found": {
    files: { ...bank, "vault/engine/locks.py": "", "desk/open.py": "import locks\n" },
    config: { sourceRoots: { python: { main: "vault/engine" } } },
    without: ["desk/open.py:1 -> unresolved:python/locks exact", "! info import/unknown desk/open.py:1 locks"],
    with: ["desk/open.py:1 -> file:vault/engine/locks.py exact"],
  },
  "source roots of Python in place of those that are found": {
    files: {
      ...bank,
      "src/keys.py": "",
      "other/keys.py": "",
      "src/desk/__init__.py": "",
      "src/desk/open.py": "import keys\n",
    },
    config: { sourceRoots: { python: { main: ["other"], only: true } } },
    without: ["src/desk/open.py:1 -> file:src/keys.py exact"],
    with: ["src/desk/open.py:1 -> file:other/keys.py exact"],
  },
  "a root for tests makes the files in it tests": {
    files: {
      ...bank,
      "pyproject.toml": '[project]\nname = "bank"\ndependencies = []\n[dependency-groups]\ndev = ["requests"]\n',
      "proofs/vault.py": "import requests\n",
    },
    config: { sourceRoots: { python: { test: "proofs" } } },
    without: [],
    with: ["file:proofs/vault.py is a test"],
  },
  "a source root of Java": {
    files: {
      "pom.xml": pom(""),
      "proofs/org/bank/LockProof.java": "package org.bank;\nclass LockProof { Lock lock; }\n",
      "src/main/java/org/bank/Lock.java": "package org.bank;\npublic class Lock { LockProof proof; }\n",
    },
    config: { sourceRoots: { java: { test: "proofs" } } },
    // Main code does not see tests.
    without: [
      "src/main/java/org/bank/Lock.java:2 -> file:proofs/org/bank/LockProof.java exact",
      "! info import/cycle proofs/org/bank/LockProof.java:2 file:proofs/org/bank/LockProof.java",
    ],
    with: ["file:proofs/org/bank/LockProof.java is a test"],
  },
  "a root that is not there, and one of no project": {
    files: { ...shop, "lib/a.py": "" },
    config: { sourceRoots: { python: { main: ["lib", "src"] } } },
    without: [],
    with: [
      '? settings the source root "lib" is in no project of python',
      '? settings the source root "src" is not in this repository',
    ],
  },
  "an alias of JavaScript to a path, the first of which is there": {
    files: {
      ...shop,
      "web/src/cart.ts": "",
      "web/pages/deep/home.ts": 'import "#/cart";\nimport { x } from "#/gone";\n',
    },
    config: { aliases: { javascript: { "#/*": ["./web/lib/*", "./web/src/*"] } } },
    without: [
      "web/pages/deep/home.ts:1 -> unresolved:javascript/#/cart exact",
      "web/pages/deep/home.ts:2 -> unresolved:javascript/#/gone exact",
      "! warning import/unknown web/pages/deep/home.ts:1 #/cart",
      "! warning import/unknown web/pages/deep/home.ts:2 #/gone",
    ],
    with: [
      "web/pages/deep/home.ts:1 -> file:web/src/cart.ts declared",
      "web/pages/deep/home.ts:2 -> unresolved:javascript/web/lib/gone declared",
      "! error import/unresolved web/pages/deep/home.ts:2 #/gone",
    ],
  },
  "an alias to another package": {
    files: { ...shop, "a.js": 'import "preact";\n' },
    config: { aliases: { javascript: { preact: "react" } } },
    without: [
      "a.js:1 -> pkg:npm/preact exact",
      "! error import/undeclared a.js:1 pkg:npm/preact",
      "! warning manifest/unused package.json:1 pkg:npm/react",
    ],
    with: ["a.js:1 -> pkg:npm/react declared"],
  },
  "an alias of Python": {
    files: {
      ...bank,
      "bank/__init__.py": "",
      "bank/plugins/__init__.py": "",
      "bank/plugins/mail.py": "",
      "open.py": "import os\nfrom plugins import mail\nimport plugins.mail\n",
    },
    config: { aliases: { python: { plugins: "bank.plugins", "plugins.*": "bank.plugins.*" } } },
    without: [
      "open.py:2 -> unresolved:python/plugins exact",
      "open.py:3 -> unresolved:python/plugins.mail exact",
      "! info import/unknown open.py:2 plugins",
    ],
    with: ["open.py:2 -> file:bank/plugins/mail.py declared", "open.py:3 -> file:bank/plugins/mail.py declared"],
  },
  "imports of what a build writes, by specifier and by path": {
    files: {
      ...shop,
      ...bank,
      "web/a.ts": 'import "./made/schema";\nimport "./lost";\nimport "@shop/made";\n',
      "bank/__init__.py": "",
      "bank/a.py": "from bank.pb import order_pb\nfrom bank import lost\n",
    },
    config: { generated: { imports: ["web/made/", "@shop/made", "bank.pb*"] } },
    without: [
      "bank/a.py:1 -> unresolved:python/bank.pb exact",
      "web/a.ts:1 -> unresolved:javascript/web/made/schema exact",
      "web/a.ts:3 -> pkg:npm/%40shop/made exact",
      "! error import/unresolved bank/a.py:1 bank.pb",
      "! error import/unresolved web/a.ts:1 ./made/schema",
      "! error import/undeclared web/a.ts:3 pkg:npm/%40shop/made",
      "! warning manifest/unused package.json:1 pkg:npm/react",
    ],
    with: [
      "bank/a.py:1 -> unresolved:python/bank.pb exact (depbraid.config.json:1 says that it is generated)",
      "web/a.ts:1 -> unresolved:javascript/web/made/schema exact (depbraid.config.json:1 says that it is generated)",
      "web/a.ts:3 -> unresolved:javascript/@shop/made exact (depbraid.config.json:1 says that it is generated)",
      // What is made may import it.
      "! info manifest/unused package.json:1 pkg:npm/react",
    ],
  },
  "conflicts in files that a program wrote are infos": {
    files: { ...shop, "gen/client.ts": 'import "./gone";\n', "a.ts": 'import "./gen/client";\nimport "react";\n' },
    config: { generated: { files: "gen/" } },
    without: ["a.ts:1 -> file:gen/client.ts exact", "! error import/unresolved gen/client.ts:1 ./gone"],
    with: [
      "a.ts:1 -> file:gen/client.ts exact (the settings say so)",
      "! info import/unresolved gen/client.ts:1 ./gone",
    ],
  },
  "the distribution that provides a module of Python": {
    files: {
      "pyproject.toml": '[project]\nname = "bank"\ndependencies = ["acme-vision-suite"]\n',
      "bank.py": "import sight.lens\n",
    },
    config: { packages: { python: { sight: "Acme_Vision.Suite" } } },
    without: ["bank.py:1 -> unresolved:python/sight.lens exact", "! warning import/unknown bank.py:1 sight.lens"],
    with: ["bank.py:1 -> pkg:pypi/acme-vision-suite declared"],
  },
  "... and is not used": {
    files: {
      "pyproject.toml": '[project]\nname = "bank"\ndependencies = ["acme-vision-suite"]\n',
      "bank.py": "import os\n",
    },
    config: { packages: { python: { sight: "acme-vision-suite" } } },
    without: [],
    with: [
      "! warning manifest/unused pyproject.toml:3 pkg:pypi/acme-vision-suite",
      '? settings what provides "sight" is of nothing that is imported',
    ],
  },
  "the artifact that a package of Java is of": {
    files: {
      "pom.xml": pom(
        "<dependencies><dependency><groupId>com.acme</groupId><artifactId>suite</artifactId><version>1</version></dependency></dependencies>",
      ),
      "src/main/java/org/bank/Till.java":
        "package org.bank;\nimport net.ledger.core.Book;\nclass Till { Book book; }\n",
    },
    config: { packages: { java: { "net.ledger": "com.acme:suite" } } },
    without: ["src/main/java/org/bank/Till.java:2 -> unresolved:java/net.ledger.core.Book inferred"],
    with: ["src/main/java/org/bank/Till.java:2 -> pkg:maven/com.acme/suite declared"],
  },
  "what never runs where all code runs is missed by nobody": {
    files: {
      ...bank,
      "bank.py":
        'import sys\nif sys.platform == "win32":\n    import winbank\nif sys.version_info < (3, 9):\n    import oldbank\nimport newbank\n',
    },
    config: { environment: { python: ">=3.11", platforms: ["linux"] } },
    without: ["bank.py:3 -> unresolved:python/winbank exact", "bank.py:5 -> unresolved:python/oldbank exact"],
    with: ["bank.py:3 -> unresolved:python/winbank exact never", "bank.py:5 -> unresolved:python/oldbank exact never"],
  },
  "requirements that hold nowhere are none": {
    files: {
      "pyproject.toml":
        '[project]\nname = "bank"\ndependencies = ["urllib3 <2; sys_platform == \'win32\'", "urllib3 >=2"]\n',
      "bank.py": "import urllib3\n",
    },
    config: { environment: { platforms: "linux" } },
    without: [
      "project:pyproject.toml asks for pkg:pypi/urllib3 <2 (sys_platform == 'win32')",
      "! error version/disjoint pyproject.toml:3 pkg:pypi/urllib3",
    ],
    with: [],
  },
  "conditions of exports": {
    files: {
      "package.json": '{ "name": "shop", "workspaces": ["kit"], "dependencies": { "kit": "1" } }',
      "kit/package.json":
        '{ "name": "kit", "version": "1.0.0", "exports": { ".": { "browser": "./web.js", "default": "./node.js" } } }',
      "kit/web.js": "",
      "kit/node.js": "",
      "a.js": 'import "kit";\n',
    },
    config: { environment: { conditions: ["browser"] } },
    without: ["a.js:1 -> file:kit/node.js exact"],
    with: ["a.js:1 -> file:kit/web.js exact"],
  },
  "profiles and properties of Maven": {
    files: { "pom.xml": pom(`<profiles>${profile("books")}${profile("slow")}</profiles>`) },
    config: { environment: { mavenProfiles: "books", mavenProperties: { v: "3" } } },
    without: [
      "project:pom.xml asks for pkg:maven/com.acme/books * (profile:books)",
      "project:pom.xml asks for pkg:maven/com.acme/slow * (profile:slow)",
      "? manifest ${v} has no value here: the version of slow is unknown",
    ],
    with: [
      "project:pom.xml asks for pkg:maven/com.acme/books 3",
      "project:pom.xml asks for pkg:maven/com.acme/slow 3 (profile:slow)",
    ],
  },
  "circles that TypeScript breaks stay none": {
    files: {
      ...shop,
      "a.ts": 'import { B } from "./b";\nexport class A { b?: B }\n',
      "b.ts": 'import { A } from "./a";\nexport class B { a?: A }\n',
    },
    config: { generated: { imports: "./made" } },
    without: [],
    with: ['? settings the pattern "./made" of generated imports is of nothing that is imported'],
  },
  "what is said of nothing": {
    files: { ...shop, "a.js": 'import "react";\n' },
    config: {
      aliases: { javascript: { "~x/*": "./x/*" } },
      generated: { imports: "./made", files: "gen/" },
      packages: { python: { cv2: "opencv-python" } },
      tags: { old: "old/**" },
    },
    without: [],
    with: [
      '? settings the alias "~x/*" is of nothing that is imported',
      '? settings the pattern "./made" of generated imports is of nothing that is imported',
      '? settings the pattern "gen/" of generated files is of none that is here',
      '? settings what provides "cv2" is of nothing that is imported',
      '? settings the tag "old" selects nothing',
    ],
  },
};

describe("choices", () => {
  test.each(Object.entries(table))("%s", async (_, { files, config, ...expected }) => {
    expect(await changes(files, config)).toEqual(expected);
  });
});
