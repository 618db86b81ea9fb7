/**
 * Names that frameworks read modules from: settings of Django and of what is built on it, of Celery, and of pytest. A string
 * under one of them is a guess, so only what is known counts.
 */
import type { NamedImport } from "./call-reading.ts";
import { type Labelled, labelledStrings } from "./labelled.ts";
import { argumentsAt } from "./literals.ts";
import { isDottedPath, isModuleName, isObjectPath } from "./module-names.ts";
import { blanks, wordEnd } from "./skips.ts";

type Pick = (literal: Labelled) => string | undefined;

const dotted: Pick = ({ value }) => (isDottedPath(value) ? value : undefined);
const anyName: Pick = ({ value }) => (isObjectPath(value) ? value : undefined);
/** `accounts.User` is a model of the app `accounts`. */
const model: Pick = ({ value }) =>
  /^\w+\.\w+$/.test(value) && isModuleName(value) ? value.replace(".", ".models.") : undefined;
const task: Pick = (literal) => (literal.label === "task" ? dotted(literal) : undefined);

/** Any file may set these. */
const names: Readonly<Record<string, Pick>> = {
  // https://docs.pytest.org/en/stable/reference/reference.html#globalvar-pytest_plugins
  pytest_plugins: anyName,
  // https://docs.djangoproject.com/en/stable/ref/settings/
  INSTALLED_APPS: anyName,
  ROOT_URLCONF: anyName,
  MIDDLEWARE: dotted,
  MIDDLEWARE_CLASSES: dotted,
  WSGI_APPLICATION: dotted,
  ASGI_APPLICATION: dotted,
  AUTH_USER_MODEL: model,
  AUTHENTICATION_BACKENDS: dotted,
  AUTH_PASSWORD_VALIDATORS: dotted,
  DATABASE_ROUTERS: dotted,
  DEFAULT_AUTO_FIELD: dotted,
  EMAIL_BACKEND: dotted,
  LOGGING: dotted,
  PASSWORD_HASHERS: dotted,
  SESSION_ENGINE: dotted,
  STATICFILES_FINDERS: dotted,
  STORAGES: dotted,
  TEMPLATES: dotted,
  TEST_RUNNER: dotted,
  default_app_config: dotted,
  // https://docs.celeryq.dev/en/stable/userguide/configuration.html
  CELERY_IMPORTS: anyName,
  CELERY_INCLUDE: anyName,
  CELERY_BEAT_SCHEDULE: task,
  CELERYBEAT_SCHEDULE: task,
};

/** Only in a file that imports Celery, or is its configuration. */
const celeryNames: Readonly<Record<string, Pick>> = { include: anyName, imports: anyName, beat_schedule: task };

/** A module that sets one of these is a module of settings: then other frameworks read modules from its constants too. */
const settingsNames: ReadonlySet<string> = new Set([
  "INSTALLED_APPS",
  "MIDDLEWARE",
  "MIDDLEWARE_CLASSES",
  "ROOT_URLCONF",
]);

export const frameworkNames: readonly string[] = [...Object.keys(names), ...Object.keys(celeryNames)];

/** Those that begin a statement, and are found by that. */
export const constantNames: readonly string[] = Object.keys(names).filter((name) => /^[A-Z]/.test(name));

export function isSettingsName(word: string): boolean {
  return settingsNames.has(word);
}

/** What is set under a name that ends at `end`; nothing where it is not set there. */
export function readFrameworkName(text: string, word: string, end: number, isCelery: boolean): readonly NamedImport[] {
  const pick = own(names, word) ?? (isCelery ? own(celeryNames, word) : undefined);
  const from = pick === undefined ? -1 : valueAfter(text, end);
  return pick === undefined || from < 0 ? [] : pickFrom(text, from, word, pick);
}

/** Settings that a call is given by their names: `override_settings(ROOT_URLCONF="shop.urls")`. */
export function readGivenSettings(text: string, open: number): readonly NamedImport[] {
  return (argumentsAt(text, open) ?? []).flatMap(({ name = "", start }) => {
    const pick = own(names, name);
    return pick === undefined ? [] : pickFrom(text, start, name, pick);
  });
}

function own(table: Readonly<Record<string, Pick>>, word: string): Pick | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** Where what is set under a name that ends at `end` begins: after `=`, `+=`, `: type =`, `.append(` and their kin; -1 where nothing is set. */
export function valueAfter(text: string, end: number): number {
  const at = blanks(text, end);
  const code = text.charCodeAt(at);
  if (code === 61) return text.charCodeAt(at + 1) === 61 ? -1 : at + 1;
  if (code === 43) return text.charCodeAt(at + 1) === 61 ? at + 2 : -1;
  if (code === 46) {
    const member = wordEnd(text, at + 1);
    if (!/^(?:append|extend|insert)$/.test(text.slice(at + 1, member))) return -1;
    const open = blanks(text, member);
    return text.charCodeAt(open) === 40 ? open : -1;
  }
  if (code !== 58) return -1;
  const annotated = /:[^=\r\n#]*=(?!=)/y;
  annotated.lastIndex = at;
  return annotated.test(text) ? annotated.lastIndex : -1;
}

function pickFrom(text: string, from: number, label: string, pick: Pick): readonly NamedImport[] {
  return labelledStrings(text, from, label).flatMap((literal) => {
    const specifier = pick(literal);
    const { start, end } = literal;
    return specifier === undefined
      ? []
      : [{ kind: "dotted-path", specifier, names: [], start, end, optional: false } as const];
  });
}

/** Constants also name files and hosts. */
const fileOrHost =
  /\.(?:log|db|sqlite3?|json|ya?ml|txt|html?|css|js|png|jpe?g|svg|csv|cfg|ini|conf|toml|pem|key|crt|sock|pid|com|org|net|io|local)$/;
const noFile: Pick = (literal) => (fileOrHost.test(literal.value) ? undefined : dotted(literal));

const constant = /^[ \t]*([A-Z][A-Z0-9_]*)[ \t]*(?::[^=\r\n#]*)?\+?=(?!=)/gm;

/** The constants of a module of settings that are not known by name: `REST_FRAMEWORK = {"...": "shop.api.Renderer"}`. */
export function readSettings(text: string): readonly NamedImport[] {
  const found: NamedImport[] = [];
  for (const match of text.matchAll(constant)) {
    const [whole, name = ""] = match;
    if (!Object.hasOwn(names, name)) found.push(...pickFrom(text, match.index + whole.length, name, noFile));
  }
  return found;
}
