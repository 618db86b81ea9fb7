/** Finds the distribution that provides a module, among those a project asks for and among all that are known. */
import { normalizeName } from "../versions/distribution-name.ts";
import { familyStem, fitsNamespace, importNames, type Support } from "./import-names.ts";

/** How the name of a distribution led to a module: known data, or the rule that both are spelt alike. */
export type ProviderSupport = Support | "spelling";

export interface Provider {
  /** Normalised. */
  readonly distribution: string;
  readonly support: ProviderSupport;
  /** How many parts of the dotted name decided. */
  readonly length: number;
  /** The distribution that keeps what is common to the namespace, when the name is only a guess by it. */
  readonly base?: string;
}

/** Distributions by the modules that they provide. */
export class ProviderIndex {
  readonly #byModule = new Map<string, { readonly distribution: string; readonly support: ProviderSupport }>();
  readonly #bySquash = new Map<string, string>();
  readonly #byFirstWord = new Map<string, string>();

  constructor(distributions: Iterable<string>) {
    for (const distribution of distributions) {
      const known = importNames().modules.get(distribution);
      for (const { module, support } of known ?? []) this.#add(module, distribution, support);
      if (known === undefined) {
        for (const module of modulesBySpelling(distribution)) this.#add(module, distribution, "spelling");
        const [word = ""] = distribution.split("-");
        if (!this.#byFirstWord.has(word)) this.#byFirstWord.set(word, distribution);
      }
      this.#bySquash.set(squash(distribution), distribution);
    }
  }

  #add(module: string, distribution: string, support: ProviderSupport): void {
    const key = support === "spelling" ? spellingKey(module) : module;
    if (!this.#byModule.has(key)) this.#byModule.set(key, { distribution, support });
  }

  get isEmpty(): boolean {
    return this.#bySquash.size === 0;
  }

  /** The longest dotted prefix decides. */
  find(parts: readonly string[]): Provider | undefined {
    if (this.isEmpty) return undefined;
    for (let length = parts.length; length > 0; length--) {
      const module = parts.slice(0, length).join(".");
      const found = this.#byModule.get(module) ?? this.#byModule.get(spellingKey(module));
      if (found !== undefined) return { ...found, length };
      // `google.cloud.secretmanager_v1` is of `google-cloud-secret-manager`: the same letters in another division.
      const squashed = this.#bySquash.get(squash(module.replace(/_v[0-9]\w*$/, "")));
      if (squashed !== undefined) return { distribution: squashed, support: "spelling", length };
    }
    return undefined;
  }

  /** A distribution of unknown content whose name only begins like the module: `ibis-framework` for `ibis`. */
  guess(parts: readonly string[]): Provider | undefined {
    const distribution = this.#byFirstWord.get((parts[0] ?? "").toLowerCase());
    return distribution === undefined ? undefined : { distribution, support: "spelling", length: 1 };
  }
}

/** Apart from the names of known modules, which are exact. */
function spellingKey(module: string): string {
  return `~${module.toLowerCase()}`;
}

function squash(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]/g, "");
}

/** The modules that a distribution of unknown content is likely to install, by the customs of naming. */
function modulesBySpelling(distribution: string): readonly string[] {
  const stripped = /^(?:python|py)-(.+)$/.exec(distribution)?.[1] ?? /^(.+)-(?:python|py)$/.exec(distribution)?.[1];
  const framework = /^(?:django|drf)-(.+)$/.exec(distribution)?.[1];
  return [distribution, stripped, framework]
    .filter((name) => name !== undefined)
    .map((name) => name.replaceAll("-", "_"));
}

/** What is known of a module without any manifest; undefined for a bare namespace and for what nobody knows. */
export function knownProvider(parts: readonly string[]): Provider | undefined {
  const { providers, namespaces, namespaceBases } = importNames();
  for (let length = parts.length; length > 0; length--) {
    const module = parts.slice(0, length).join(".");
    const [first] = providers.get(module) ?? [];
    if (first !== undefined) {
      // Other members of the same family may live below: `opentelemetry.instrumentation.x` is its own distribution.
      const support = parts.length > length && isShared(module) ? "spelling" : first.support;
      return { distribution: first.distribution, support, length };
    }
    const namespace = namespaces.get(module);
    if (namespace === undefined) continue;
    const end = length + (namespace.divisions.includes(parts[length] ?? "") ? 2 : 1);
    if (parts.length < end) return undefined;
    const words = parts.slice(length, end).map((part) => part.replace(/_v[0-9]\w*$/, ""));
    const distribution = normalizeName([familyStem(namespace, module), ...words].join("-"));
    const base = namespaceBases.get(module);
    if (!fitsNamespace(namespace, distribution)) {
      // `mpl_toolkits.mplot3d` is of `matplotlib`, which owns what no distribution is named for.
      return base === undefined ? undefined : { distribution: base, support: "spelling", length };
    }
    return { distribution, support: "spelling", length: end, ...(base === undefined ? {} : { base }) };
  }
  return undefined;
}

/** Whether a family's pattern begins with this module: `opentelemetry-instrumentation-*`. */
function isShared(module: string): boolean {
  const family = `${normalizeName(module)}-*`;
  return [...importNames().namespaces.values()].some((rule) => rule.distributions.includes(family));
}

/** Whether a dotted name is only a namespace that distributions share, with no module of its own: `google.cloud`. */
export function isNamespace(module: string): boolean {
  return importNames().namespaces.has(module);
}

/** All distributions that provide a module of this name, known ones only. */
export function alternatives(parts: readonly string[]): readonly string[] {
  const { providers } = importNames();
  for (let length = parts.length; length > 0; length--) {
    const found = providers.get(parts.slice(0, length).join("."));
    if (found !== undefined) return found.map((each) => each.distribution);
  }
  return [];
}

/** `types-requests` and `requests-stubs` say what `requests` looks like to a type checker, and nothing at run time. */
export function stubbedDistribution(distribution: string): string | undefined {
  if (distribution.startsWith("types-")) return distribution.slice(6);
  return distribution.endsWith("-stubs") ? distribution.slice(0, -6) : undefined;
}

/** What works by being installed, is called from a command line, or is loaded by another library's configuration. */
const unseen =
  /^(?:pytest|mypy|black|ruff|flake8|pylint|isort|coverage|tox|nox|pip|setuptools|wheel|build|twine|poetry|pdm|hatchling|maturin|cython|uv|pre-commit|gunicorn|uvicorn|hypercorn|waitress|uwsgi|tzdata|certifi|jupyter|notebook|jupyterlab|ipython|ipykernel|sphinx|mkdocs|psycopg2?|pymysql|mysqlclient|asyncpg|aiosqlite|pyodbc|oracledb|cx-oracle|pymssql|lxml|html5lib|openpyxl|xlrd|xlsxwriter|pyarrow|fastparquet|greenlet|colorama|python-multipart|email-validator|brotli|orjson|ujson|uvloop|httptools|watchfiles|watchdog|cryptography|s3fs|gcsfs|adlfs|typing-extensions)$|^(?:pytest|flake8|pylint|mypy|sphinx|sphinxcontrib|mkdocs|types|tox|hatch|setuptools|jupyter|babel|uvicorn|gunicorn|opentelemetry)-|-(?:stubs|plugin|binary)$/;

/** Imported by other libraries, by name and only when a feature of theirs is used: `starlette` renders with `jinja2`. */
const loadedByOthers: ReadonlySet<string> = new Set(
  `
  accelerate aiodns aiofiles argon2-cffi bcrypt bitsandbytes bottleneck chardet charset-normalizer einops eventlet gevent
  h2 hf-transfer hiredis itsdangerous jinja2 kaleido lz4 numexpr pillow pydot pysocks python-dotenv redis safetensors
  sentencepiece setproctitle simplejson tables tabulate tiktoken zstandard
  `
    .trim()
    .split(/\s+/),
);

/** Whether an import would show that a requirement is used: its modules are known and it is no plug-in, driver or tool. */
export function isObservable(distribution: string): boolean {
  return importNames().modules.has(distribution) && !loadedByOthers.has(distribution) && !unseen.test(distribution);
}
