/**
 * Facts: what one source file says by itself, before anything is resolved. Both tiers of a language give the same facts
 * for the same text (the invariant of `DESIGN`), so they are plain data: comparable, packable, cacheable.
 */
import type { Diagnostic } from "./diagnostic.ts";
import type { IgnoreComment } from "./settings.ts";
import type { Requirement } from "./requirement.ts";

/** How an import is written. */
export type ImportKind =
  | "import" // import x from "y"; import a.b; import a.b.C;
  | "export" // export { x } from "y"; requires transitive y;
  | "require" // require("y")
  | "require-resolve" // require.resolve("y")
  | "dynamic" // import("y"), importlib.import_module("y")
  | "import-equals" // import x = require("y")
  | "import-resolve" // import.meta.resolve("y")
  | "glob" // import(`./${x}.js`), import.meta.glob("./*.js"), require.context("./shop"): all files that match
  | "url" // new URL("./y", import.meta.url), new Worker("./y"): a file by its address, loaded apart
  | "mock" // jest.mock("y"), vi.importActual("y"): a test's stand-in for a module, or the way around it
  | "amd" // define(["y"], f), require(["y"], f): names that a loader's settings may map
  | "jsdoc" // import("y") in a type of a comment, @import { z } from "y"
  | "augmentation" // declare module "y" in a module: adds to the types of y
  | "reference-path" // <reference path="y" /> at the head of a file
  | "reference-types" // <reference types="y" />
  | "from" // from a.b import c
  | "static" // import static a.b.C.m;
  | "on-demand" // import a.b.*;
  | "static-on-demand" // import static a.b.C.*;
  | "dotted-path" // "a.b.C" in a string that a framework imports by: only what is known counts
  | "include" // include "a.pxi", <script src="./a.js"> of a component: a file by its path, pasted in
  | "every-module"; // all modules of a package, found by listing it: names are `*`, or `**` with those below

/** One import as it is written. */
export interface ImportFact {
  readonly kind: ImportKind;
  /**
   * The module specifier, escapes decoded: `./a`, `..pkg.mod`, `java.util.List`. On-demand forms stand without `.*`;
   * a static import has its member as the last part.
   */
  readonly specifier: string;
  /** Imported names: `default`, `*`, `readFile`. Empty when only the module itself is named. */
  readonly names: readonly string[];
  /** UTF-16 offsets of the specifier as written, its quotes included. */
  readonly start: number;
  readonly end: number;
  /** 1-based line and column of `start`. */
  readonly line: number;
  readonly column: number;
  /** Erased before it runs: `import type`, `if TYPE_CHECKING:`. */
  readonly typeOnly: boolean;
  /** Evaluated when reached, not when the file loads: `import("x")`. */
  readonly dynamic: boolean;
  /** Its failure is caught: inside try/except ImportError, try/catch. */
  readonly optional: boolean;
  /** Inside a function or method body: it runs later than the file loads. */
  readonly local: boolean;
  /**
   * What holds wherever it runs, by the tests of the version or the platform around it, as a requirement's marker says it:
   * `python_version >= "3.11"`. More may be needed for it to run.
   */
  readonly marker?: string;
  /** Of a glob that is written as one: what the files must be besides. Absent for a path that is put together. */
  readonly choice?: GlobChoice;
}

/** Which of the files that a glob matches are meant. */
export interface GlobChoice {
  /** Patterns of files that are left out, as written, without their `!`. */
  readonly except: readonly string[];
  /** The source and flags of a regular expression over the path from the pattern's directory on, with its `./`. */
  readonly matching?: { readonly source: string; readonly flags: string };
}

/** A name used without an import of its own (Java: same package, qualified, on-demand). The first use in the file. */
export interface ReferenceFact {
  /** A simple name (`Helper`) or a dotted chain as written (`org.acme.Helper.run`). */
  readonly name: string;
  readonly start: number;
  readonly line: number;
  readonly column: number;
}

/** A supertype as it is written, without type arguments: what a type inherits may be named by it. */
export interface SupertypeFact {
  /** The full name of the subtype, as `declarations` have it; `""` for local and anonymous classes. */
  readonly type: string;
  readonly name: string;
}

/** What the far end of a bridge is, as far as this file tells. */
export type BridgeTarget =
  /**
   * A path, relative to this file's directory (`__dirname`, `__file__`), to a working directory that is unknown but is most
   * likely the project's or the repository's, or to a directory that only running the program would tell (`unknown`: then it
   * is the end of a path).
   */
  | {
      readonly kind: "path";
      readonly path: string;
      readonly base: "file" | "working-directory" | "unknown";
      /** Paths that do as well when there is nothing at `path`, in order: `worker/index.js`, the source of an output. */
      readonly also?: readonly string[];
      /** Started by a program of no ecosystem of ours (a shell): without its file there is no bridge. */
      readonly foreign?: true;
    }
  /** A module by its name in a language: `python -m acme.tool`. It is the file that defines it. */
  | { readonly kind: "module"; readonly language: string; readonly name: string }
  /** A class by its name in a language: `java -cp x org.acme.Main`. It is one of several things in its file. */
  | { readonly kind: "class"; readonly language: string; readonly name: string }
  /** A script by its name in a manifest: `npm run build`. The nearest manifest at or above `directory` has it. */
  | {
      readonly kind: "script";
      readonly name: string;
      /** The name of the manifest's file: `package.json`. */
      readonly manifest: string;
      readonly directory: string;
      readonly base: "file" | "working-directory" | "unknown";
      /** It may be a program of that name instead: where no manifest has such a script, none is missing. */
      readonly loose?: true;
    }
  /** A tool without a file of the repository: its arguments are computed or name none. */
  | { readonly kind: "tool" };

/** One link by which this file's code reaches another language's. */
export interface BridgeFact {
  readonly mechanism: string;
  /** The program started: `node`, `python3`, `java`, `mvn`. */
  readonly tool: string;
  readonly target: BridgeTarget;
  /** UTF-16 offset, 1-based line and column of the call. */
  readonly start: number;
  readonly line: number;
  readonly column: number;
  readonly confidence: "exact" | "inferred";
}

/** What a file says of the environment that it runs in, by itself: the metadata of a script, what a notebook installs. */
export interface OwnEnvironment {
  readonly requirements: readonly Requirement[];
  /** The versions of its language's runtime, as a manifest would say them: `>=3.11`. */
  readonly runtime?: string;
  /** Nothing else is there: what the project around it asks for does not count. */
  readonly isWhole: boolean;
}

/** What a source file tells a loader of modules by name: `require.config({ baseUrl, paths })` of AMD. */
export interface LoaderSettings {
  /** The directory that names count from, as written. */
  readonly base?: string;
  /** Paths from there, by names or beginnings of names. */
  readonly paths: readonly (readonly [name: string, path: string])[];
}

/** Everything one file says. Imports and references are in order of `start`. */
export interface FileFacts {
  readonly imports: readonly ImportFact[];
  readonly references: readonly ReferenceFact[];
  /** Names that only comments send their readers to (Javadoc's `{@link}`), in order of `start`. Absent when there are none. */
  readonly mentions?: readonly ReferenceFact[] | undefined;
  /**
   * Names this file defines that other files may ask for. Java: its types, nested ones as `Outer.Inner`, without the
   * package; a module declaration as `module org.acme.shop`. Kotlin, Groovy, Scala: top-level classes that Java can name,
   * after a package below the file's own as `desk.Till`. Python: names bound at the top level of an `__init__` file, and
   * nothing for other files. JavaScript: modules that a script of TypeScript declares, as patterns: `*.svg`, `virtual:shop`.
   */
  readonly declarations: readonly string[];
  /** Java: in order of the bodies, those of one class without a name once. Absent when there are none. */
  readonly supertypes?: readonly SupertypeFact[] | undefined;
  /** Java: of the nested declarations those that no subtype inherits. Absent when there are none. */
  readonly privateTypes?: readonly string[] | undefined;
  /** Java: of the nested declarations those that only subtypes of the same package inherit. Absent when there are none. */
  readonly packageTypes?: readonly string[] | undefined;
  /**
   * Names that an import of everything brings in, where a file lists them. Python: `__all__` of an `__init__` file.
   * Java: the packages that a module exports; `shop.till bank mill` is exported to `bank` and `mill` alone. Kotlin, Scala: what
   * stands at the top and is no class. */
  readonly exports?: readonly string[];
  /** JavaScript: absent for most files. */
  readonly loader?: LoaderSettings;
  /** Absent for most files, which have their project's. */
  readonly environment?: OwnEnvironment;
  /** Java's package (`""` for the unnamed one); absent where the language has none written in the file. */
  readonly package?: string;
  /** What to call the file in the graph, where its text tells it and not its name: `<script lang="ts">`. */
  readonly dialect?: string;
  readonly bridges: readonly BridgeFact[];
  /** Comments that accept conflicts. */
  readonly ignores?: readonly IgnoreComment[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a scanner returns: facts, and the reason if it is not sure of them. */
export interface Scan {
  readonly facts: FileFacts;
  /** A short reason, one of a small set, when the file must be parsed: `regex`, `jsx`, `unbalanced`. */
  readonly doubt?: string;
}

/** No facts: what an empty file says. */
export const noFacts: FileFacts = { imports: [], references: [], declarations: [], bridges: [], diagnostics: [] };
