/** The functions that import by a name in a string, as their modules call them. */
import { readGivenSettings } from "./framework-names.ts";
import {
  builtinImport,
  loggingConfig,
  module,
  moduleAndPackage,
  moduleOrObject,
  objectIn,
  type ReadCall,
  settingsVariable,
  taskPackages,
  urlModule,
} from "./call-reading.ts";
import { everyModule } from "./listed-modules.ts";

const givenSettings: ReadCall = ({ text, open }) => readGivenSettings(text, open);

interface ImportingCall {
  /** Whose function it is: modules, or names that people give to an object. `*` is any object. */
  readonly owners: readonly string[];
  /** Whether its bare name is enough, without an import that tells whose it is. */
  readonly bare?: true;
  readonly read: ReadCall;
}

const mock = ["unittest.mock", "mock", "mocker", "self.mocker", "class_mocker", "module_mocker", "session_mocker"];
const resources = ["importlib.resources", "importlib_resources"];

const calls: Readonly<Record<string, ImportingCall>> = {
  // https://docs.python.org/3/library/importlib.html
  import_module: { owners: ["importlib", "_importlib"], bare: true, read: moduleAndPackage("needed") },
  find_spec: { owners: ["importlib.util"], read: moduleAndPackage("optional") },
  find_loader: { owners: ["importlib", "pkgutil"], read: module("fullname", "optional") },
  // https://docs.python.org/3/library/functions.html#import__
  __import__: { owners: ["builtins", "__builtin__", "__builtins__"], bare: true, read: builtinImport },
  // https://docs.python.org/3/library/importlib.resources.html#importlib.resources.files
  files: { owners: resources, read: module("anchor", "needed") },
  // https://docs.python.org/3/library/pkgutil.html
  get_loader: { owners: ["pkgutil"], read: module("module_or_name", "optional") },
  get_data: { owners: ["pkgutil"], read: module("package", "needed") },
  resolve_name: { owners: ["pkgutil"], read: moduleOrObject("name") },
  iter_modules: { owners: ["pkgutil"], read: everyModule("*") },
  walk_packages: { owners: ["pkgutil"], read: everyModule("**") },
  // https://docs.python.org/3/library/runpy.html#runpy.run_module
  run_module: { owners: ["runpy"], read: module("mod_name", "needed") },
  // https://docs.pytest.org/en/stable/reference/reference.html#pytest-importorskip
  importorskip: { owners: ["pytest"], bare: true, read: module("modname", "optional") },
  // https://docs.pytest.org/en/stable/how-to/monkeypatch.html
  setattr: { owners: ["monkeypatch"], read: objectIn("target") },
  delattr: { owners: ["monkeypatch"], read: objectIn("target") },
  // https://docs.python.org/3/library/unittest.mock.html#patch
  patch: { owners: mock, read: objectIn("target") },
  "patch.dict": { owners: mock, read: objectIn("in_dict") },
  "patch.multiple": { owners: mock, read: moduleOrObject("target") },
  // https://docs.djangoproject.com/en/stable/ref/urls/#include
  include: {
    owners: ["django.urls", "django.urls.conf", "django.conf.urls", "django.conf.urls.defaults"],
    read: urlModule,
  },
  override_settings: { owners: ["django.test", "django.test.utils"], read: givenSettings },
  configure: { owners: ["django.conf.settings"], read: givenSettings },
  import_string: { owners: ["django.utils.module_loading", "werkzeug.utils"], read: objectIn("dotted_path") },
  setdefault: { owners: ["os.environ", "environ"], read: settingsVariable },
  // https://docs.celeryq.dev/en/stable/reference/celery.html
  autodiscover_tasks: { owners: ["*"], read: taskPackages },
  config_from_object: { owners: ["*"], read: moduleOrObject("obj") },
  // https://flask.palletsprojects.com/en/stable/api/#flask.Config.from_object
  from_object: { owners: ["*"], read: moduleOrObject("obj") },
  // https://docs.python.org/3/library/logging.config.html#logging.config.dictConfig
  dictConfig: { owners: ["logging.config"], read: loggingConfig },
  // https://www.uvicorn.org/#running-programmatically
  run: { owners: ["uvicorn"], read: objectIn("app") },
};

/** The names of the functions; those of the members of one with it before them. */
export const callNames: readonly string[] = Object.keys(calls);

/** First parts of the modules that have such functions: what is imported from them is remembered by its name. */
export const callModules: ReadonlySet<string> = new Set(
  Object.values(calls).flatMap(({ owners }) => owners.map((owner) => owner.split(".", 1)[0] ?? owner)),
);

/** All names in their modules by which they may be come to. */
export const callNameParts: readonly string[] = Object.entries(calls).flatMap(([name, { owners }]) =>
  [name, ...owners].flatMap((each) => each.split(".")),
);

/** How a call is read that goes by this name; undefined when it is not one of them. */
export function callOf(origin: string): ReadCall | undefined {
  const member = /\.patch\.\w+$|^patch\.\w+$/.test(origin) ? origin.lastIndexOf(".patch.") : origin.lastIndexOf(".");
  const owner = member < 0 ? "" : origin.slice(0, member);
  const name = origin.startsWith("patch.") ? origin : origin.slice(member + 1);
  const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
  if (call === undefined) return undefined;
  if (owner === "") return call.bare === true ? call.read : undefined;
  return call.owners.includes(owner) || call.owners.includes("*") ? call.read : undefined;
}
