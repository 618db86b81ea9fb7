import { expect, test } from "vitest";
import { python } from "../../../src/bridges/process/python.ts";
import { drawText } from "./draw.ts";

function draw(text: string): string {
  return drawText(python, "weather/station/report.py", text);
}

const imports = "import os, sys, subprocess, shlex\nfrom pathlib import Path\n";

const cases: readonly (readonly [name: string, source: string, drawn: string])[] = [
  [
    "a list of literals",
    `subprocess.run(["node", "charts/render.js", "--png"])`,
    "3:1 process node -> path(working-directory) charts/render.js exact",
  ],
  [
    "options before the script",
    `subprocess.check_call(["node", "--max-old-space-size=4096", "-r", "dotenv/config", "charts/render.mjs"])`,
    "3:1 process node -> path(working-directory) charts/render.mjs exact",
  ],
  [
    "a directory beside the file",
    `subprocess.Popen(["node", os.path.join(os.path.dirname(__file__), "..", "charts", "render.js")])`,
    "3:1 process node -> path(file) ../charts/render.js exact",
  ],
  [
    "pathlib",
    `subprocess.run(["node", str(Path(__file__).resolve().parent.parent / "charts" / "render.js")])`,
    "3:1 process node -> path(file) ../charts/render.js exact",
  ],
  [
    "parents by number",
    `subprocess.run(["java", "-jar", Path(__file__).parents[1] / "lib" / "gauge.jar"])`,
    "3:1 process java -> path(file) ../lib/gauge.jar exact",
  ],
  [
    "a constant bound once",
    `HERE = Path(__file__).parent\nSCRIPT = HERE / "plot.py"\ndef plot():\n    subprocess.run([sys.executable, SCRIPT])`,
    "6:5 process python -> path(file) plot.py exact",
  ],
  [
    "a constant bound twice is not known",
    `script = "plot.py"\nscript = "draw.py"\nsubprocess.run(["node", script])`,
    "5:1 process node -> tool inferred",
  ],
  [
    "a parameter is not known",
    `def plot(script):\n    subprocess.run(["node", script])`,
    "4:5 process node -> tool inferred",
  ],
  [
    "a parameter hides a constant",
    `script = "plot.js"\ndef plot(script):\n    subprocess.run(["node", script])`,
    "5:5 process node -> tool inferred",
  ],
  [
    "a loop's variable is not known",
    `script = "plot.js"\ndef plot():\n    for script in []:\n        subprocess.run(["node", script])`,
    "6:9 process node -> tool inferred",
  ],
  [
    "two functions with a list each",
    `def a():\n    cmd = ["node", "a.js"]\n    subprocess.run(cmd)\ndef b():\n    cmd = ["node", "b.js"]\n    subprocess.run(cmd)`,
    "5:5 process node -> path(working-directory) a.js exact\n8:5 process node -> path(working-directory) b.js exact",
  ],
  [
    "what a function of the file returns",
    `def script(name):\n    def inner():\n        return "no.py"\n    return os.path.join(os.path.dirname(__file__), "plot.js")\nsubprocess.run(["node", script("a")])`,
    "7:1 process node -> path(file) plot.js exact",
  ],
  [
    "what a function of the file is given to start",
    `def run(*words, cwd="web"):\n    subprocess.run(words, cwd=cwd)\nrun("npm", "run", "build", cwd="shop")\nrun("git", "add")`,
    "5:1 process npm -> script(working-directory) shop/package.json#build exact",
  ],
  [
    "what a method is given, by name, through another function",
    `class Gauge:\n    def run(self, script):\n        subprocess.run(["node", script])\n    def go(self):\n        self.run(script="charts/render.js")\ndef run2(line):\n    os.system(line)\ndef run3(file):\n    run2("node " + file)\nrun3("plot.js")`,
    "5:9 process node -> tool inferred\n7:9 process node -> path(working-directory) charts/render.js exact\n11:5 process node -> tool inferred\n12:1 process node -> path(working-directory) plot.js exact",
  ],
  [
    "what a method returns",
    `class Gauge:\n    def words(self):\n        if self.fast:\n            return ["node", "fast.js"]\n        return ["node", "slow.js"]\n    def go(self):\n        subprocess.run(self.words())`,
    "9:9 process node -> path(working-directory) fast.js inferred\n9:9 process node -> path(working-directory) slow.js inferred",
  ],
  [
    "a list that grows",
    `cmd = ["node"]\ncmd.append("charts/render.js")\ncmd += ["--png"]\nsubprocess.run(cmd)`,
    "6:1 process node -> path(working-directory) charts/render.js exact",
  ],
  [
    "a list in an attribute",
    `class Gauge:\n    def __init__(self):\n        self.cmd = [sys.executable, "-m", "weather.gauge"]\n    def read(self, args):\n        subprocess.run(self.cmd + args)`,
    "7:9 process python -> module(python) weather.gauge exact",
  ],
  [
    "a spread before the script",
    `subprocess.run(["node", *flags, "charts/render.js"])`,
    "3:1 process node -> path(working-directory) charts/render.js exact",
  ],
  ["spread alone", `subprocess.run(["node", *args])`, "3:1 process node -> tool inferred"],
  [
    "an alias",
    `from subprocess import check_output as ask\nask(["mvn", "-q", "package"])`,
    "4:1 process mvn -> tool exact",
  ],
  [
    "a module by another name",
    `import subprocess as sp\nsp.call(["npm", "run", "build"])`,
    "4:1 process npm -> script(working-directory) /package.json#build exact",
  ],
  [
    "a function by another name",
    `run = subprocess.run\nrun(["node", "a.js"])`,
    "4:1 process node -> path(working-directory) a.js exact",
  ],
  [
    "a partial",
    `from functools import partial\nrun = partial(subprocess.run, check=True)\nrun(["node", "a.js"])`,
    "5:1 process node -> path(working-directory) a.js exact",
  ],
  [
    "a shell line",
    `os.system("cd web && NODE_ENV=production npm run build; python3 tools/seed.py > out.txt")`,
    "3:1 process npm -> script(working-directory) web/package.json#build exact\n3:1 process python3 -> path(working-directory) web/tools/seed.py exact",
  ],
  [
    "shell=True",
    `subprocess.run("node 'charts/my render.js' | tee log", shell=True)`,
    "3:1 process node -> path(working-directory) charts/my render.js exact",
  ],
  [
    "an f-string",
    `out = input()\nsubprocess.run(f"node charts/render.js --out {out}", shell=True)`,
    "4:1 process node -> path(working-directory) charts/render.js exact",
  ],
  [
    "an f-string with a known part",
    `DIR = "charts"\nos.system(f"node {DIR}/render.js")`,
    "4:1 process node -> path(working-directory) charts/render.js exact",
  ],
  [
    "cwd",
    `subprocess.run(["npm", "test"], cwd=Path(__file__).parent / "web")`,
    "3:1 process npm -> script(file) web/package.json#test loose exact",
  ],
  [
    "cwd that is not known",
    `subprocess.run(["node", "charts/render.js"], cwd=target)`,
    "3:1 process node -> path(unknown) charts/render.js inferred",
  ],
  [
    "a file of a directory that is not known",
    `subprocess.run(["node", os.path.join(root, "charts", "render.js")])`,
    "3:1 process node -> path(unknown) charts/render.js inferred",
  ],
  [
    "a name that every project has, in a directory that is not known",
    `subprocess.run([sys.executable, os.path.join(root, "setup.py"), "sdist"])`,
    "3:1 process python -> tool inferred",
  ],
  [
    "the program changes its directory",
    `os.chdir(sys.argv[1])\nsubprocess.run(["node", "charts/render.js"])`,
    "4:1 process node -> path(unknown) charts/render.js inferred",
  ],
  [
    "a default from the environment",
    `node = os.environ.get("NODE", "node")\nsubprocess.run([node, "a.js"])`,
    "4:1 process node -> path(working-directory) a.js inferred",
  ],
  [
    "one arm of a condition",
    `npm = "npm.cmd" if sys.platform == "win32" else "npm"\nsubprocess.run([npm, "install"])`,
    "4:1 process npm -> tool inferred",
  ],
  [
    "a program whose name promises a tool",
    `subprocess.run([python_executable, "-m", "pip", "install", "-r", "dev-requirements.txt"])`,
    "3:1 process python -> path(working-directory) dev-requirements.txt exact",
  ],
  [
    "a program in a directory that is not known",
    `subprocess.run([os.path.join(venv, "bin", "python3"), "tools/seed.py"])`,
    "3:1 process python3 -> path(working-directory) tools/seed.py exact",
  ],
  [
    "exec and spawn of os",
    `os.execvp("node", ["node", "a.js"])\nos.spawnlp(os.P_WAIT, "java", "java", "-cp", "lib", "org.weather.Main")`,
    "3:1 process node -> path(working-directory) a.js exact\n4:1 process java -> class(java) org.weather.Main exact",
  ],
  [
    "asyncio",
    `import asyncio\nasync def go():\n    await asyncio.create_subprocess_exec("node", "a.js", cwd="web")\n    await asyncio.create_subprocess_shell("node b.js")`,
    "5:11 process node -> path(working-directory) web/a.js exact\n6:11 process node -> path(working-directory) b.js exact",
  ],
  [
    "the file starts itself",
    `subprocess.run([sys.executable, __file__])`,
    "3:1 process python -> path(file) report.py exact",
  ],
  [
    "format and percent",
    `os.system("node {}/render.js %s".format("charts"))\nos.system("node %s/plot.js" % "charts")`,
    "3:1 process node -> path(working-directory) charts/render.js exact\n4:1 process node -> path(working-directory) charts/plot.js exact",
  ],
  [
    "shlex",
    `subprocess.run(shlex.split("node charts/render.js"))`,
    "3:1 process node -> path(working-directory) charts/render.js exact",
  ],
  [
    "joined words",
    `subprocess.run(" ".join(["node", "charts/render.js"]), shell=True)`,
    "3:1 process node -> path(working-directory) charts/render.js exact",
  ],
  [
    "a list without brackets",
    `words = sys.executable, "plot.py"\nsubprocess.run(words)`,
    "4:1 process python -> path(working-directory) plot.py exact",
  ],
  [
    "a method in a branch of its class, and a function whose first parameter is called as a method's",
    `class Gauge:\n    if os.name == "posix":\n        def run(self, script):\n            subprocess.run(["node", script])\n    def go(self):\n        self.run("a.js")\ndef draw(self: Gauge, script):\n    subprocess.run(["node", script])\ndraw(Gauge(), "b.js")`,
    "6:13 process node -> tool inferred\n8:9 process node -> path(working-directory) a.js exact\n10:5 process node -> tool inferred\n11:1 process node -> path(working-directory) b.js exact",
  ],
  [
    "calls within strings, lambdas, comprehensions and conditions",
    `print(f"{subprocess.check_output(['node', f'{"a"}.js']):>{len('x')}}", [os.system("node b.js") for _ in "x"])\nif (done := subprocess.run(["node", "c.js"])) and (lambda: os.system("node d.js"))(): pass`,
    [
      "3:10 process node -> path(working-directory) a.js exact",
      "3:73 process node -> path(working-directory) b.js exact",
      "4:13 process node -> path(working-directory) c.js exact",
      "4:60 process node -> path(working-directory) d.js exact",
    ].join("\n"),
  ],
  [
    "what stands behind a statement that is broken, or of an older Python",
    `print "plots: %d" % 3, os.system("node a.js")\nx = [1, (2\ndef plot():\n    return os.system("node b.js")\nexec "pass" in {}; os.system("node c.js")`,
    "3:24 process node -> path(working-directory) a.js exact\n6:12 process node -> path(working-directory) b.js exact\n7:20 process node -> path(working-directory) c.js exact",
  ],
  [
    "one value for two names",
    `first = second = "plot.js"\nsubprocess.run(["node", first]); subprocess.run(["node", second, "-"])`,
    "4:1 process node -> path(working-directory) plot.js exact\n4:34 process node -> path(working-directory) plot.js exact",
  ],
];

test.each(cases)("reads %s", (_name, source, drawn) => {
  expect(draw(imports + source)).toBe(drawn);
});

const traps: readonly (readonly [name: string, source: string])[] = [
  ["a comment", `# subprocess.run(["node", "a.js"])`],
  ["a string", `text = 'subprocess.run(["node", "a.js"])'`],
  ["a method of ours", `class Station:\n    def run(self, words): pass\nStation().run(["node", "a.js"])`],
  ["a function of ours under that name", `def run(words): pass\nrun(["node", "a.js"])`],
  ["a module of ours under that name", `from weather import subprocess\nsubprocess.run(["node", "a.js"])`],
  ["a hidden module", `def go(subprocess):\n    subprocess.run(["node", "a.js"])`],
  ["a message", `print("node started: subprocess")`],
  [
    "tools of no ecosystem of ours",
    `subprocess.run(["git", "add", "a.py"])\nsubprocess.run(["ls"])\nos.system("docker cp x.py y:/")`,
  ],
  ["nothing known", `subprocess.run(command)\nsubprocess.run([program, argument])\nsubprocess.run()`],
  ["an installed script", `subprocess.run(["/usr/share/tools/seed.py"])`],
];

test.each(traps)("is not fooled by %s", (_name, source) => {
  const own = source.includes("from weather") || source.includes("def run") ? "import os\n" : imports;
  expect(draw(own + source)).toBe("");
});

test.each([
  ["calls", "subprocess.run(".repeat(10_000) + ")".repeat(10_000)],
  ["lists", `subprocess.run(${"[".repeat(10_000)}${"]".repeat(10_000)})`],
  ["attributes", `subprocess.run(x${".parent".repeat(10_000)})`],
  ["sums", `subprocess.run("a"${` + "a"`.repeat(10_000)})`],
  ["functions", Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}def f():`).join("\n")],
  [
    "names that name each other",
    `${Array.from({ length: 5000 }, (_, at) => `a${at} = a${at + 1} + a${at + 1}`).join("\n")}\nsubprocess.run(a0)`,
  ],
])("takes bounded time over deeply nested %s", (_name, source) => {
  const start = performance.now();
  draw(`import subprocess\n${source}\n`);
  expect(performance.now() - start).toBeLessThan(5000);
});
