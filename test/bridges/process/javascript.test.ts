import { expect, test } from "vitest";
import { javascript } from "../../../src/bridges/process/javascript.ts";
import { drawBabel, drawTreeSitter } from "./draw.ts";

function draw(text: string): string {
  return drawBabel(javascript, "shop/server/jobs.ts", text);
}

const imports = `import { spawn, spawnSync, exec, execFile, execSync, fork } from "node:child_process"; import path from "node:path"; import { fileURLToPath } from "url";\n`;

const cases: readonly (readonly [name: string, source: string, drawn: string])[] = [
  [
    "a program and its arguments",
    `spawn("python3", ["prices/update.py", "--all"]);`,
    "2:1 process python3 -> path(working-directory) prices/update.py exact",
  ],
  [
    "a place in the middle of a line",
    `const child = await spawnSync("java", ["-jar", "tax.jar"]);`,
    "2:21 process java -> path(working-directory) tax.jar exact",
  ],
  [
    "__dirname",
    `spawn("python3", [path.join(__dirname, "..", "prices", "update.py")]);`,
    "2:1 process python3 -> path(file) ../prices/update.py exact",
  ],
  [
    "import.meta.url",
    `spawn("python3", [fileURLToPath(new URL("../prices/update.py", import.meta.url))]);`,
    "2:1 process python3 -> path(file) ../prices/update.py exact",
  ],
  [
    "the directory of import.meta.url",
    `const here = path.dirname(fileURLToPath(import.meta.url));\nspawn("python3", [path.resolve(here, "update.py")]);`,
    "3:1 process python3 -> path(file) update.py exact",
  ],
  [
    "the URL's own path",
    `spawn("python3", [new URL("./update.py", import.meta.url).pathname]);`,
    "2:1 process python3 -> path(file) update.py exact",
  ],
  [
    "constants",
    `const tool = "python3"; const script = "prices/update.py"; const args = [script];\nspawn(tool, args);`,
    "3:1 process python3 -> path(working-directory) prices/update.py exact",
  ],
  [
    "a constant in an object",
    `const scripts = { prices: "prices/update.py" };\nspawn("python3", [scripts.prices]);`,
    "3:1 process python3 -> path(working-directory) prices/update.py exact",
  ],
  [
    "a variable that changes",
    `let script = "prices/update.py"; script = "tax.py";\nspawn("python3", [script]);`,
    "3:1 process python3 -> tool inferred",
  ],
  [
    "a variable that is set later",
    `let script; if (x) { script = "tax.py"; }\nspawn("python3", [script]);`,
    "3:1 process python3 -> path(working-directory) tax.py exact",
  ],
  ["a parameter", `function go(script) { spawn("python3", [script]); }`, "2:23 process python3 -> tool inferred"],
  [
    "a parameter that hides a constant",
    `const script = "tax.py"; const go = (script: string) => spawn("python3", [script]);`,
    "2:57 process python3 -> tool inferred",
  ],
  [
    "a loop's variable",
    `const script = "tax.py"; for (const script of all) spawn("python3", [script]);`,
    "2:52 process python3 -> tool inferred",
  ],
  [
    "a list that grows",
    `const args: string[] = []; args.push("prices/update.py", ...more);\nspawn("python3", args);`,
    "3:1 process python3 -> path(working-directory) prices/update.py exact",
  ],
  [
    "a shell line",
    "exec(`cd prices && python update.py --day ${day}`);",
    "2:1 process python -> path(working-directory) prices/update.py exact",
  ],
  [
    "a template with a known part",
    'const dir = "prices";\nexecSync(`python ${dir}/update.py`);',
    "3:1 process python -> path(working-directory) prices/update.py exact",
  ],
  [
    "a shell line through an option",
    `spawn("mvn -q -f tax/pom.xml package", { shell: true });`,
    "2:1 process mvn -> path(working-directory) tax/pom.xml exact",
  ],
  [
    "shell with arguments",
    `spawn("mvn", ["package"], { shell: true, stdio: "inherit" });`,
    "2:1 process mvn -> tool exact",
  ],
  [
    "cwd",
    `spawn("python3", ["update.py"], { cwd: path.join(__dirname, "prices") });`,
    "2:1 process python3 -> path(file) prices/update.py exact",
  ],
  [
    "options from elsewhere",
    `spawn("python3", ["prices/update.py"], options);`,
    "2:1 process python3 -> path(unknown) prices/update.py inferred",
  ],
  [
    "options with others spread in",
    `spawn("python3", ["prices/update.py"], { ...options, env });`,
    "2:1 process python3 -> path(unknown) prices/update.py inferred",
  ],
  [
    "a callback for options",
    `execFile("python3", ["prices/update.py"], (error) => {});`,
    "2:1 process python3 -> path(working-directory) prices/update.py exact",
  ],
  [
    "what functions of the file return",
    `const script = (name) => path.join(__dirname, "tax.py"); function python() { const f = () => { return "x"; }; return "python3"; }\nspawn(python(), [script("a")]);`,
    "3:1 process python3 -> path(file) tax.py exact",
  ],
  [
    "what functions of the file are given to start",
    `const run = (line, options = {}) => execSync(line, options);\nfunction start(program, ...args) { return spawn(program, args); }\nrun("npm run build");\nstart("python3", "tax.py");\nrun("git add .");`,
    "4:1 process npm -> script(working-directory) /package.json#build exact\n5:1 process python3 -> path(working-directory) tax.py exact",
  ],
  ["fork", `fork(path.join(__dirname, "worker"));`, "2:1 process node -> path(file) worker exact"],
  [
    "the running node",
    `spawn(process.execPath, [...process.execArgv, "--enable-source-maps", require.resolve("../lib/main.js")]);`,
    "2:1 process node -> path(file) ../lib/main.js exact",
  ],
  [
    "npm scripts",
    `execSync("npm run build"); execSync("npm --prefix ../web test"); execSync("yarn --cwd web build"); execSync("pnpm -C web run lint");`,
    "2:1 process npm -> script(working-directory) /package.json#build exact\n2:28 process npm -> script(working-directory) ../web/package.json#test loose exact\n2:66 process yarn -> script(working-directory) web/package.json#build loose exact\n2:100 process pnpm -> script(working-directory) web/package.json#lint exact",
  ],
  [
    "npm without a script",
    `execSync("npm install"); execSync("npm run build -w web"); execSync("npm --version");`,
    "2:1 process npm -> tool exact\n2:26 process npm -> tool exact\n2:60 process npm -> tool exact",
  ],
  [
    "npx",
    `execSync("npx tsx tools/seed.ts"); execSync("npx -y tsc -p .");`,
    "2:1 process tsx -> path(working-directory) tools/seed.ts exact\n2:36 process npx -> tool exact",
  ],
  [
    "pip",
    `spawnSync("pip", ["install", "-r", "requirements.txt"]); execSync("python -m pip install --requirement=dev.txt");`,
    "2:1 process pip -> path(working-directory) requirements.txt exact\n2:58 process python -> path(working-directory) dev.txt exact",
  ],
  [
    "gradle's wrapper",
    `spawn("./gradlew", ["build"]); spawn("../android/gradlew.bat", ["build"]); spawn("gradle", ["build"]);`,
    "2:1 process gradlew -> path(working-directory) gradlew exact\n2:32 process gradlew -> path(working-directory) ../android/gradlew.bat exact\n2:76 process gradle -> tool exact",
  ],
  [
    "one arm of a condition",
    `const mvn = process.platform === "win32" ? "mvn.cmd" : "mvn";\nspawn(mvn, ["package"]);`,
    "3:1 process mvn -> tool inferred",
  ],
  [
    "a default",
    `spawn(process.env.PYTHON ?? "python3", ["prices/update.py"]);`,
    "2:1 process python3 -> path(working-directory) prices/update.py inferred",
  ],
  [
    "a shell that starts a line",
    `spawn("sh", ["-c", "python3 prices/update.py"]); spawn("bash", ["tools/deploy.sh"]);`,
    "2:1 process python3 -> path(working-directory) prices/update.py exact\n2:50 process bash -> path(working-directory) tools/deploy.sh foreign exact",
  ],
  [
    "a script by itself",
    `execFile("./prices/update.py");`,
    "2:1 process python -> path(working-directory) prices/update.py exact",
  ],
  [
    "a member of an environment",
    "exec(`${process.env.VIRTUAL_ENV}/bin/python prices/update.py`);",
    "2:1 process python -> path(working-directory) prices/update.py exact",
  ],
  [
    "a file of a directory that is not known",
    "exec(`python ${root}/prices/update.py`);",
    "2:1 process python -> path(unknown) prices/update.py inferred",
  ],
];

test.each(cases)("reads %s", (_name, source, drawn) => {
  expect(draw(imports + source)).toBe(drawn);
});

const ways: readonly (readonly [name: string, source: string])[] = [
  ["a namespace", `import * as cp from "child_process"; cp.spawn("python3", ["tax.py"]);`],
  ["a default import", `import cp from "node:child_process"; cp.spawn("python3", ["tax.py"]);`],
  ["require", `const cp = require("child_process"); cp.spawn("python3", ["tax.py"]);`],
  ["require in place", `require("child_process").spawn("python3", ["tax.py"]);`],
  ["a member of require", `const start = require("node:child_process").spawn; start("python3", ["tax.py"]);`],
  ["destructured require", `const { spawn: start } = require("child_process"); start("python3", ["tax.py"]);`],
  ["an import that is renamed", `import { spawn as start } from "child_process"; start("python3", ["tax.py"]);`],
  ["import = require", `import cp = require("child_process"); cp.spawn("python3", ["tax.py"]);`],
  ["a dynamic import", `const { spawn } = await import("node:child_process"); spawn("python3", ["tax.py"]);`],
  [
    "promisify",
    `import { promisify } from "util"; import cp from "child_process"; const run = promisify(cp.exec); run("python3 tax.py");`,
  ],
  [
    "promisify of a name",
    `const util = require("util"); const { execFile } = require("child_process"); const run = util.promisify(execFile); run("python3", ["tax.py"]);`,
  ],
  ["execa", `import { execa } from "execa"; await execa("python3", ["tax.py"]);`],
  ["execa's older form", `const execa = require("execa"); execa.sync("python3", ["tax.py"]);`],
  ["execa's command", `import { execaCommand } from "execa"; await execaCommand("python3 tax.py");`],
  ["cross-spawn", `import spawn from "cross-spawn"; spawn.sync("python3", ["tax.py"]); `],
];

test.each(ways)("knows the function by %s", (_name, source) => {
  expect(draw(source)).toMatch(/^1:\d+ process python3 -> path\(working-directory\) tax\.py exact$/u);
});

const traps: readonly (readonly [name: string, source: string])[] = [
  ["a comment", `// spawn("python3", ["tax.py"])`],
  ["a string", `const text = 'spawn("python3", ["tax.py"])';`],
  ["a template's text", "const text = `spawn('python3', ['tax.py'])`;"],
  ["a method of ours", `class Pool { spawn(name, args) {} }\nnew Pool().spawn("python3", ["tax.py"]);`],
  ["a regular expression's exec", `/python3 tax.py/.exec("python3 tax.py");`],
  ["a hidden function", `{ const spawn = (name, args) => 0; spawn("python3", ["tax.py"]); }`],
  ["a parameter of that name", `function go(spawn) { spawn("python3", ["tax.py"]); }`],
  ["a message", `console.log("node started");`],
  [
    "tools of no ecosystem of ours",
    `exec("git add tax.py"); spawn("ls", ["-l"]); spawn("docker", ["cp", "tax.py", "x:/"]);`,
  ],
  ["nothing known", `spawn(program, args); spawn(); exec(line); spawn(...all); spawn(message.text, [options.name]);`],
  ["an installed tool", `spawn("node", ["node_modules/typescript/bin/tsc"]);`],
];

test.each(traps)("is not fooled by %s", (name, source) => {
  const expected = name === "an installed tool" ? "2:1 process node -> tool exact" : "";
  expect(draw(imports + source)).toBe(expected);
});

test.each([
  ["calls", "spawn(".repeat(150) + ")".repeat(150)],
  ["sums", `exec("a"${` + "a"`.repeat(1000)})`],
  ["chains", `exec(a${".b()".repeat(3000)})`],
  [
    "names that name each other",
    Array.from({ length: 5000 }, (_, at) => `const a${at} = a${at + 1} + a${at + 1};`).join("\n") + "exec(a0)",
  ],
  ["a wide list", `spawn("node", [${'"a",'.repeat(50_000)}])`],
])("takes bounded time over %s", (_name, source) => {
  const start = performance.now();
  draw(imports + source);
  expect(performance.now() - start).toBeLessThan(5000);
});

test.each([
  ["imports", `import { spawn as start } from "node:child_process"; start("python3", ["tax.py"]);`],
  ["require", `const { spawn } = require("child_process"); spawn("python3", ["tax.py"]);`],
  ["constants", "const cp = require('child_process'); const file = `tax.py`; cp.execSync(`python3 ${file} --all`);"],
])("reads %s in a file that Babel gave up on", (_name, source) => {
  const broken = `${source}\nconst = ] nothing {`;
  expect(drawTreeSitter(javascript, "javascript", "shop/jobs.js", broken)).toMatch(
    /^1:\d+ process python3 -> path\(working-directory\) tax\.py exact$/u,
  );
});

test.each(traps)("is not fooled by %s in a file that Babel gave up on", (name, source) => {
  const text = `import { spawn, exec, execFile } from "child_process";\n${source}\nconst = ] nothing {`;
  const expected = name === "an installed tool" ? "2:1 process node -> tool exact" : "";
  expect(drawTreeSitter(javascript, "javascript", "shop/jobs.js", text)).toBe(expected);
});

test("takes bounded time over 10,000 nested calls, which Babel gives up on", () => {
  const start = performance.now();
  drawTreeSitter(javascript, "javascript", "shop/jobs.js", `${imports}${"spawn(".repeat(10_000)}${")".repeat(10_000)}`);
  expect(performance.now() - start).toBeLessThan(5000);
});
