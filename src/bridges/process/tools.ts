/** The tools of the three ecosystems, and how the command line of each names what it runs. Data, with its sources. */

/** A tool that runs a file given as its first argument that is no option. */
export interface Interpreter {
  /** Options whose value is the next argument. */
  readonly valued: ReadonlySet<string>;
  /** Options after which no file follows: the program is in the next argument. */
  readonly inline: ReadonlySet<string>;
  /** Words between the tool and the file: `deno run`. */
  readonly verbs: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const none: ReadonlySet<string> = new Set();

/** @see https://nodejs.org/docs/latest-v20.x/api/cli.html */
const node: Interpreter = {
  valued: words(
    "-r --require --import --loader --experimental-loader -C --conditions --env-file --title --icu-data-dir --test-reporter " +
      "--test-reporter-destination --tsconfig -P --project -O --compiler-options --watch-path --input-type --openssl-config",
  ),
  inline: words("-e --eval -p --print -pe -v --version -h --help"),
  verbs: words("run watch"),
};

/** @see https://docs.python.org/3/using/cmdline.html */
const python: Interpreter = {
  valued: words("-W -X --check-hash-based-pycs"),
  inline: words("-c -V --version -h --help -"),
  verbs: none,
};

/** @see https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html */
const java: Interpreter = {
  valued: words(
    "-cp -classpath --class-path -p --module-path --upgrade-module-path --add-modules --add-opens --add-exports " +
      "--add-reads --limit-modules --patch-module --source -d",
  ),
  inline: words("-version --version -help --help -?"),
  verbs: none,
};

const runner: Interpreter = { valued: none, inline: none, verbs: words("run launch") };

export type Family = "node" | "python" | "java";

interface Known {
  readonly family: Family;
  readonly interpreter: Interpreter;
}

const interpreters: ReadonlyMap<string, Known> = new Map<string, Known>([
  ...all("node nodejs deno bun tsx ts-node ts-node-esm ts-node-dev babel-node nodemon electron", {
    family: "node",
    interpreter: node,
  }),
  ...all("python py pypy ipython jython pythonw", { family: "python", interpreter: python }),
  ...all("java javaw", { family: "java", interpreter: java }),
]);

function all(tools: string, known: Known): readonly (readonly [string, Known])[] {
  return tools.split(" ").map((tool) => [tool, known]);
}

/** The interpreter that a tool is. A version may stand behind the name: `python3.11`, `pypy3`. */
export function interpreterOf(tool: string): Known | undefined {
  return interpreters.get(tool) ?? interpreters.get(tool.replace(/-?\d+(?:\.\d+)*$/u, ""));
}

/** Programs that run a script of the three languages, and are themselves of none. */
export const runners: ReadonlyMap<string, Interpreter> = new Map(
  ["spark-submit", "streamlit", "coverage", "torchrun", "mprof", "pm2", "forever"].map((tool) => [tool, runner]),
);

export const shells: ReadonlySet<string> = words("sh bash zsh dash ksh ash cmd powershell pwsh");

/** Programs that start what follows them. */
export const prefixes: ReadonlySet<string> = words(
  "sudo env time nohup nice exec command xvfb-run caffeinate winpty cross-env stdbuf unbuffer start",
);

/** Commands of package tools that start what follows them, with the options that take a value. */
export const launchers: readonly { readonly words: readonly string[]; readonly valued: ReadonlySet<string> }[] = [
  { words: ["npx"], valued: words("-p --package -c --call") },
  { words: ["bunx"], valued: words("-p --package") },
  ...["npm exec", "npm x", "pnpm exec", "pnpm dlx", "yarn exec", "yarn dlx", "bun x"].map((line) => ({
    words: line.split(" "),
    valued: words("-p --package"),
  })),
  ...["uv run", "poetry run", "pipenv run", "pdm run", "rye run", "hatch run", "conda run", "micromamba run"].map(
    (line) => ({
      words: line.split(" "),
      valued: words("-p --python -n --name --with --group --extra --env-file --project --directory"),
    }),
  ),
];

/** Package tools of npm's world that run the scripts of a `package.json`, with the option that moves them elsewhere. */
export const scriptTools: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["npm", words("--prefix -C")],
  ["yarn", words("--cwd")],
  ["pnpm", words("-C --dir --prefix")],
  ["bun", words("--cwd")],
]);

/**
 * Commands of Hadoop's `yarn`, another program of that name.
 * @see https://hadoop.apache.org/docs/stable/hadoop-yarn/hadoop-yarn-site/YarnCommands.html
 */
export const clusterCommands: ReadonlySet<string> = words(
  "app application applicationattempt classpath cluster container envvars jar logs node queue schedulerconf " +
    "nodemanager proxyserver resourcemanager rmadmin scmadmin sharedcachemanager timelineserver top",
);

/** Scripts that need no `run` before them, whatever the tool. */
export const plainScripts: ReadonlyMap<string, string> = new Map([
  ["test", "test"],
  ["t", "test"],
  ["tst", "test"],
  ["start", "start"],
  ["stop", "stop"],
  ["restart", "restart"],
]);

/** Package tools of Python's world that read requirements files. */
export const requirementTools: ReadonlySet<string> = words("pip pip3 uv pipx");

/** Build tools, and the options that name the file or the directory of the build. */
export const buildTools: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["mvn", words("-f --file")],
  ["mvnd", words("-f --file")],
  ["mvnw", words("-f --file")],
  ["gradle", words("-b --build-file -c --settings-file")],
  ["gradlew", words("-b --build-file -c --settings-file")],
]);

/** What else belongs to the three ecosystems: started without a file it is a bridge of its own. */
export const otherTools: ReadonlySet<string> = words(
  "javac jar javadoc jshell jlink jpackage keytool kotlinc ant sbt jbang " +
    "pytest tox nox poetry pdm hatch pipenv conda mamba twine virtualenv pyenv mypy ruff black flake8 pylint isort flask celery " +
    "gunicorn uvicorn ipython jupyter coverage sphinx-build django-admin alembic " +
    "tsc eslint jest mocha vitest webpack vite rollup esbuild prettier lerna nx turbo gulp grunt corepack node-gyp nvm ng next",
);

/** By the ending of a script: the tool that is meant when the program before it is unknown or the script itself. */
export const toolByEnding: ReadonlyMap<string, string> = new Map([
  [".py", "python"],
  [".pyz", "python"],
  [".js", "node"],
  [".mjs", "node"],
  [".cjs", "node"],
  [".ts", "node"],
  [".mts", "node"],
  [".cts", "node"],
  [".jar", "java"],
  [".java", "java"],
  [".sh", "sh"],
  [".bash", "bash"],
]);

/** Whether a tool is of the three ecosystems. */
export function isOurs(tool: string): boolean {
  return (
    interpreterOf(tool) !== undefined ||
    launchers.some((launcher) => launcher.words[0] === tool) ||
    scriptTools.has(tool) ||
    requirementTools.has(tool) ||
    buildTools.has(tool) ||
    otherTools.has(tool)
  );
}

/** Words that say in a variable's name that it holds a program: `pythonExecutable`, `node_path`. */
const programWords = words("get exe exec executable bin binary path cmd command interpreter runtime default my the");

/** The tool that a variable's or function's name promises, when the rest of the name only says that it is a program. */
export function toolByName(name: string): string | undefined {
  const parts = name
    .replaceAll(/([a-z\d])([A-Z])/gu, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/u)
    .filter((part) => part !== "" && !programWords.has(part));
  const [tool] = parts;
  return parts.length === 1 &&
    tool !== undefined &&
    (interpreterOf(tool) !== undefined || scriptTools.has(tool) || buildTools.has(tool))
    ? tool
    : undefined;
}

/** The ending of a path, with its dot, in lower case; `""` when it has none. */
export function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot).toLowerCase();
}
