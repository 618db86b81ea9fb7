import { expect, test } from "vitest";
import { java } from "../../../src/bridges/process/java.ts";
import { java as javaLanguage } from "../../../src/languages/java/index.ts";
import { drawTreeSitter } from "./draw.ts";

const usual = "import java.util.*; import org.apache.commons.exec.CommandLine;";

function draw(body: string, imports = usual): string {
  const text = `${imports}\nclass Bank { void open(String given) throws Exception {\n${body}\n} }`;
  return drawTreeSitter(java, "java", "bank/src/main/java/org/bank/Bank.java", text);
}

const cases: readonly (readonly [name: string, source: string, drawn: string])[] = [
  [
    "words",
    `new ProcessBuilder("python3", "scripts/rates.py").start();`,
    "3:1 process python3 -> path(working-directory) scripts/rates.py exact",
  ],
  [
    "List.of",
    `Process p = new ProcessBuilder(List.of("node", "web/report.js")).start();`,
    "3:13 process node -> path(working-directory) web/report.js exact",
  ],
  [
    "an array",
    `new ProcessBuilder(new String[] {"node", "web/report.js"});`,
    "3:1 process node -> path(working-directory) web/report.js exact",
  ],
  [
    "command",
    `new ProcessBuilder().command("node", "web/report.js").inheritIO().start();`,
    "3:1 process node -> path(working-directory) web/report.js exact",
  ],
  [
    "command on a variable",
    `ProcessBuilder pb = new ProcessBuilder();\npb.command(Arrays.asList("npm", "run", "build"));`,
    "4:1 process npm -> script(working-directory) /package.json#build exact",
  ],
  [
    "directory",
    `new ProcessBuilder("npm", "run", "build").directory(new File("web")).start();`,
    "3:1 process npm -> script(working-directory) web/package.json#build exact",
  ],
  [
    "directory on a variable",
    `ProcessBuilder pb = new ProcessBuilder("python", "rates.py");\npb.directory(new File(given, "scripts"));`,
    "3:21 process python -> path(unknown) scripts/rates.py inferred",
  ],
  [
    "Runtime with a line",
    `Runtime.getRuntime().exec("python3 scripts/rates.py --all");`,
    "3:1 process python3 -> path(working-directory) scripts/rates.py exact",
  ],
  [
    "Runtime with an array",
    `Runtime rt = Runtime.getRuntime();\nrt.exec(new String[] {"java", "-jar", "vault.jar"}, null, new File("lib"));`,
    "4:1 process java -> path(working-directory) lib/vault.jar exact",
  ],
  [
    "a list that grows",
    `List<String> command = new ArrayList<>();\ncommand.add("python3");\ncommand.add("scripts/rates.py");\nif (x) command.add("--all");\nnew ProcessBuilder(command).start();`,
    "7:1 process python3 -> path(working-directory) scripts/rates.py exact",
  ],
  [
    "addAll",
    `List<String> command = new ArrayList<>(List.of("python3"));\nCollections.addAll(command, "-u", "scripts/rates.py");\ncommand.addAll(more);\nnew ProcessBuilder(command);`,
    "6:1 process python3 -> path(working-directory) scripts/rates.py exact",
  ],
  [
    "toArray",
    `List<String> command = Arrays.asList("node", "web/report.js");\nRuntime.getRuntime().exec(command.toArray(new String[0]));`,
    "4:1 process node -> path(working-directory) web/report.js exact",
  ],
  [
    "Commons Exec",
    `CommandLine line = CommandLine.parse("python3 -u");\nline.addArgument(dir + "/rates.py", false);`,
    "4:1 process python3 -> path(unknown) rates.py inferred",
  ],
  [
    "Commons Exec in a chain",
    `CommandLine line = new CommandLine("python3").addArgument("-u").addArgument("scripts/rates.py");`,
    "3:20 process python3 -> path(working-directory) scripts/rates.py exact",
  ],
  [
    "a program that is not known, with a script",
    `CommandLine line = CommandLine.parse(given);\nline.addArgument(dir.getAbsolutePath() + "/rates.py");`,
    "4:1 process python -> path(unknown) rates.py inferred",
  ],
  [
    "a program whose name promises a tool",
    `new ProcessBuilder(pythonExec, "-m", "bank.rates");`,
    "3:1 process python -> module(python) bank.rates exact",
  ],
  [
    "a getter whose name promises a tool",
    `new ProcessBuilder(getPythonExec(), "scripts/rates.py");`,
    "3:1 process python -> path(working-directory) scripts/rates.py exact",
  ],
  [
    "java.home",
    `new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp", path, "org.bank.Vault");`,
    "3:1 process java -> class(java) org.bank.Vault exact",
  ],
  [
    "paths",
    `new ProcessBuilder(root.resolve("bin/vault.sh").toString(), "-p");`,
    "3:1 process sh -> path(unknown) bin/vault.sh foreign inferred",
  ],
  [
    "Paths.get",
    `new ProcessBuilder("node", Paths.get("web", "report.js").toString());`,
    "3:1 process node -> path(working-directory) web/report.js exact",
  ],
  [
    "a shell",
    `new ProcessBuilder("/bin/sh", "-c", "cd web && npm run build");`,
    "3:1 process npm -> script(working-directory) web/package.json#build exact",
  ],
  ["cmd", `new ProcessBuilder("cmd.exe", "/c", "mvn", "package");`, "3:1 process mvn -> tool exact"],
  [
    "format",
    `Runtime.getRuntime().exec(String.format("python3 scripts/rates.py %s", given));`,
    "3:1 process python3 -> path(working-directory) scripts/rates.py exact",
  ],
  ["computed arguments", `new ProcessBuilder("node", given);`, "3:1 process node -> tool inferred"],
  [
    "several commands that it may be",
    `List<String> words = unix ? List.of("python3", "scripts/rates.py") : Arrays.asList("node", "web/report.js");\nnew ProcessBuilder(words);`,
    "4:1 process python3 -> path(working-directory) scripts/rates.py inferred\n4:1 process node -> path(working-directory) web/report.js inferred",
  ],
  [
    "one arm of a condition",
    `new ProcessBuilder(custom != null ? custom : "node", given);`,
    "3:1 process node -> tool inferred",
  ],
];

test.each(cases)("reads %s", (_name, source, drawn) => {
  expect(draw(source)).toBe(drawn);
});

test("reads constants of the class, and what its own methods return", () => {
  const text = `class Bank {
  private static final String SCRIPT = "scripts/" + "rates.py";
  private final String python = "python3";
  List<String> words() { return List.of(this.python, SCRIPT); }
  void open() { new ProcessBuilder(words()).start(); }
}`;
  expect(drawTreeSitter(java, "java", "Bank.java", text)).toBe(
    "5:17 process python3 -> path(working-directory) scripts/rates.py exact",
  );
});

const traps: readonly (readonly [name: string, source: string, ...imports: readonly string[]])[] = [
  ["a message", `log.info("Node started"); String s = "new ProcessBuilder(\\"node\\", \\"a.js\\")";`],
  ["a comment", `// new ProcessBuilder("node", "a.js")`],
  [
    "another CommandLine",
    `CommandLine line = CommandLine.parse("python3 a.py");`,
    "import org.apache.commons.cli.CommandLine; // ProcessBuilder",
  ],
  ["another ProcessBuilder", `new ProcessBuilder("python3", "a.py");`, "import org.bank.ProcessBuilder;"],
  [
    "a method of that name",
    `vault.exec("python3 a.py"); exec("python3 a.py"); command("python3", "a.py"); // ProcessBuilder`,
  ],
  ["tools of no ecosystem of ours", `new ProcessBuilder("git", "add", "a.py"); Runtime.getRuntime().exec("ps -ef");`],
  [
    "nothing known",
    `new ProcessBuilder(given); new ProcessBuilder(); new ProcessBuilder(a, b); Runtime.getRuntime().gc();`,
  ],
];

test.each(traps)("is not fooled by %s", (_name, source, ...imports: readonly string[]) => {
  expect(draw(source, imports[0] ?? usual)).toBe("");
});

test.each([
  ["its memory", "long free = Runtime.getRuntime().freeMemory(); executor.execute(task);", false],
  ["a process", 'Runtime.getRuntime().exec("node a.js");', true],
])("a file that asks the runtime for %s is read for it or not", (_name, body, speaks) => {
  const text = `class Bank { void open() { ${body} } }`;
  const { facts } = javaLanguage.scan({ path: "Bank.java", text, diagnostics: [] });
  expect(java.speaks(facts, text)).toBe(speaks);
});

test.each([
  ["calls", `new ProcessBuilder(${"f(".repeat(10_000)}${")".repeat(10_000)});`],
  ["builders", `${"new ProcessBuilder(".repeat(2000)}${")".repeat(2000)};`],
  ["chains", `new CommandLine("node")${'.addArgument("a.js")'.repeat(3000)};`],
  ["sums", `new ProcessBuilder("a"${' + "a"'.repeat(10_000)});`],
  ["blocks", `${"{".repeat(5000)} new ProcessBuilder("node", x); ${"}".repeat(5000)}`],
])("takes bounded time over deeply nested %s", (_name, source) => {
  const start = performance.now();
  draw(source);
  expect(performance.now() - start).toBeLessThan(5000);
});
