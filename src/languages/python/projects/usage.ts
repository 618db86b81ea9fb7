/** Distributions at work outside source code: their command is run, or a tool is told to load a module of theirs. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { Evidence } from "../../../model/location.ts";
import type { PythonManifest } from "../manifests/manifest.ts";
import { importNames } from "../resolve/import-names.ts";
import { normalizeName } from "../versions/distribution-name.ts";
import { isWithin } from "./source-layout.ts";

/** Commands of distributions that are called otherwise, for the well-known ones. */
const commands: Readonly<Record<string, readonly string[]>> = {
  "ansible-playbook": ["ansible", "ansible-core"],
  airflow: ["apache-airflow"],
  aws: ["awscli"],
  dbt: ["dbt-core"],
  "ddtrace-run": ["ddtrace"],
  "django-admin": ["django"],
  dotenv: ["python-dotenv"],
  fab: ["fabric"],
  http: ["httpie"],
  inv: ["invoke"],
  locust: ["locust"],
  "newrelic-admin": ["newrelic"],
  "opentelemetry-instrument": ["opentelemetry-distro", "opentelemetry-instrumentation"],
  "pip-compile": ["pip-tools"],
  poe: ["poethepoet"],
  "py.test": ["pytest"],
  pybabel: ["babel"],
  "sphinx-build": ["sphinx"],
  supervisord: ["supervisor"],
  task: ["taskipy"],
  "waitress-serve": ["waitress"],
};

export class Usage {
  /** By a normalised name or a dotted module, what mentions it, in order of paths. */
  readonly #mentions = new Map<string, { readonly directory: string; readonly evidence: Evidence }[]>();

  constructor(manifests: readonly PythonManifest[]) {
    for (const { path, mentions } of manifests) {
      for (const [word, line] of mentions ?? []) {
        for (const name of namesIn(word)) {
          const mention = {
            directory: placeOf(directoryOf(path)),
            evidence: { file: path, line, message: `${word} is run or loaded here` },
          };
          const known = this.#mentions.get(name);
          if (known === undefined) this.#mentions.set(name, [mention]);
          else known.push(mention);
        }
      }
    }
  }

  /** The first mention of a distribution or of a module of its, in or around the project's directory. */
  evidence(distribution: string, projectDirectory: string): Evidence | undefined {
    if (this.#mentions.size === 0) return undefined;
    const modules =
      importNames()
        .modules.get(distribution)
        ?.map(({ module }) => module) ?? [];
    for (const name of [distribution, ...modules]) {
      const found = this.#mentions
        .get(name)
        ?.find(({ directory }) => isWithin(directory, projectDirectory) || isWithin(projectDirectory, directory));
      if (found !== undefined) return found.evidence;
    }
    return undefined;
  }
}

/** The files of a pipeline lie in a hidden directory, and run things where that one lies. */
function placeOf(directory: string): string {
  const parts = directory.split("/");
  const hidden = parts.findIndex((part) => part.startsWith("."));
  return (hidden < 0 ? parts : parts.slice(0, hidden)).join("/");
}

/** A command, a module with those above it, or both: `bank:app` is the module `bank`. */
function namesIn(word: string): readonly string[] {
  const name = word.slice(word.lastIndexOf("/") + 1).replace(/[:[=<>~!;].*$/, "");
  if (!/^[A-Za-z][\w.-]*$/.test(name)) return [];
  const parts = name.split(".");
  const modules = parts.map((_, at) => parts.slice(0, at + 1).join("."));
  return [...new Set([...modules, normalizeName(name), ...(commands[name] ?? [])])];
}
