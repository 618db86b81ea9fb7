/**
 * The modules of Python's standard library, by version: data, in `knowledge/python-stdlib.json`.
 * @see https://docs.python.org/3/library/sys.html#sys.stdlib_module_names
 * @see https://peps.python.org/pep-0594/
 */
import { readKnowledge } from "../../../knowledge/index.ts";
import { parseSpecifiers, type VersionRange, versionRange } from "../versions/specifiers.ts";
import { parseVersion } from "../versions/version.ts";

/** `3.9-`, `-3.11`, `3.9-3.9` */
type Span = string;

interface StandardLibrary {
  /** In every version. */
  readonly always: readonly string[];
  readonly bounded: Readonly<Record<string, Span>>;
  /** Those whose versions are not their parent's. */
  readonly submodules: Readonly<Record<string, Span>>;
  /** What CPython is tested by: installed with it, and never meant by another program's module of the name. */
  readonly own_tests: readonly string[];
  readonly python2: readonly string[];
}

interface Minors {
  readonly from: number;
  readonly to: number;
}

interface Names {
  readonly always: ReadonlySet<string>;
  readonly bounded: ReadonlyMap<string, Minors>;
  readonly ownTests: ReadonlySet<string>;
  readonly python2: ReadonlySet<string>;
}

/** Minor versions that the data knows. */
const oldest = 6;
const newest = 15;

/** Every type checker brings it with its stubs of the standard library; it is never there at run time. */
const typeshed = "_typeshed";

let loaded: Names | undefined;

function names(): Names {
  if (loaded === undefined) {
    const data = readKnowledge("python-stdlib") as StandardLibrary;
    const bounded = Object.entries({ ...data.bounded, ...data.submodules });
    loaded = {
      always: new Set([...data.always, typeshed]),
      bounded: new Map(bounded.map(([name, span]) => [name, minorsOf(span)])),
      ownTests: new Set(data.own_tests),
      python2: new Set(data.python2),
    };
  }
  return loaded;
}

function minorsOf(span: Span): Minors {
  const [from = "", to = ""] = span.split("-");
  const minor = (version: string): number => Number(version.slice(version.indexOf(".") + 1));
  return { from: from === "" ? oldest : minor(from), to: to === "" ? newest : minor(to) };
}

/** Whether a module (`os.path`) is in the standard library of any Python that a project allows (`>=3.10`). */
export function isStandardModule(module: string, requiresPython: VersionRange | undefined): boolean {
  const { always, bounded } = names();
  const dot = module.indexOf(".");
  const top = dot < 0 ? module : module.slice(0, dot);
  const minors = bounded.get(top);
  if (minors === undefined ? !always.has(top) : !allowsAny(minors, requiresPython)) return false;
  // Each longer name in turn: `importlib.resources`, then `importlib.resources.abc`.
  for (let end = dot; end >= 0 && end < module.length;) {
    const next = module.indexOf(".", end + 1);
    end = next < 0 ? module.length : next;
    const own = bounded.get(module.slice(0, end));
    if (own !== undefined && !allowsAny(own, requiresPython)) return false;
  }
  return true;
}

/** Modules that come with Python and that nearly nobody means: asked when nothing else has the name. */
export function isLastResort(module: string, requiresPython: VersionRange | undefined): boolean {
  const { ownTests, python2 } = names();
  const dot = module.indexOf(".");
  const top = dot < 0 ? module : module.slice(0, dot);
  if (dot < 0 ? ownTests.has(top) && top !== "test" : top === "test") return true;
  if (!python2.has(top)) return false;
  const last = parseVersion("2.7.18");
  return requiresPython === undefined || (last !== undefined && requiresPython.contains(last));
}

function allowsAny({ from, to }: Minors, requiresPython: VersionRange | undefined): boolean {
  if (requiresPython === undefined) return true;
  const allowed = allowedMinors(requiresPython);
  for (let minor = from; minor <= to; minor++) if (allowed.has(minor)) return true;
  return false;
}

const kept = new WeakMap<VersionRange, ReadonlySet<number>>();

/** Any release of a minor version will do: `>=3.10.4` allows 3.10. */
function allowedMinors(requiresPython: VersionRange): ReadonlySet<number> {
  const known = kept.get(requiresPython);
  if (known !== undefined) return known;
  const allowed = new Set<number>();
  for (let minor = oldest; minor <= newest; minor++) {
    const series = versionRange(parseSpecifiers(`==3.${minor}.*`) ?? []);
    const first = parseVersion(`3.${minor}`);
    const holdsFirst = first !== undefined && requiresPython.contains(first);
    if (holdsFirst || series?.intersect(requiresPython).isEmpty() === false) allowed.add(minor);
  }
  kept.set(requiresPython, allowed);
  return allowed;
}
