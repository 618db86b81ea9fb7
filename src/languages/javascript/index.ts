/**
 * JavaScript and TypeScript.
 *
 * A *specifier* is the text that code imports by; a *package* is what npm installs, named by package.json; a *builtin* comes
 * with Node; an *output* is what a build writes, absent from a bare checkout and read as its source.
 */
import type { Language } from "../language.ts";
import { dialectOf } from "./facts/dialect.ts";
import { componentEndings } from "./facts/source-code.ts";
import { isTooling } from "./projects/file-scope.ts";
import { angularLibrary } from "./manifests/angular-library.ts";
import type { Manifest } from "./manifests/manifest.ts";
import { denoJson } from "./manifests/deno-json.ts";
import { packageJson } from "./manifests/package-json.ts";
import { bunLock } from "./manifests/locks/bun-lock.ts";
import { pnpmLock } from "./manifests/locks/pnpm-lock.ts";
import { yarnLock } from "./manifests/locks/yarn-lock.ts";
import { packageLock } from "./manifests/package-lock.ts";
import { pnpData } from "./manifests/pnp-data.ts";
import { pnpmWorkspace, yarnSettings } from "./manifests/pnpm-workspace.ts";
import { versionFiles } from "./manifests/runtimes.ts";
import { toolConfig } from "./manifests/tool-config.ts";
import { tsconfig } from "./manifests/tsconfig.ts";
import { unreadLock } from "./manifests/unread-lock.ts";
import { lernaJson, rushJson } from "./manifests/workspace-globs.ts";
import { erased, parse, parseTree as tree } from "./parse.ts";
import { javascriptProjects } from "./projects.ts";
import { JavaScriptResolver } from "./resolve.ts";
import { scan } from "./scan.ts";
import { npmVersions } from "./versions.ts";

export const javascript: Language<Manifest> = {
  name: "javascript",
  purlType: "npm",
  sources: [".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ...componentEndings],
  // The first that matches reads: formats of their own before tools' configuration at large.
  manifests: [
    packageJson,
    packageLock,
    yarnLock,
    pnpmLock,
    bunLock,
    unreadLock,
    pnpmWorkspace,
    denoJson,
    yarnSettings,
    lernaJson,
    rushJson,
    tsconfig,
    angularLibrary,
    pnpData,
    versionFiles,
    toolConfig,
  ],
  versions: npmVersions,
  dialect: (path) => (dialectOf(path).typescript ? "typescript" : "javascript"),
  scope: (path) => (isTooling(path) ? "test" : "main"),
  scan,
  parse,
  tree,
  installed: (_manifests, _fileSystem, { conditions }) => ({
    manifests: conditions === undefined ? [] : [{ kind: "conditions", file: "", directory: "", conditions }],
    diagnostics: [],
  }),
  erased,
  projects: javascriptProjects,
  resolver: (workspace) => new JavaScriptResolver(workspace),
};
