/** What manifests name in the repository by a path, and is not there. */
import type { FileIndex } from "../../../files/file-index.ts";
import type { Fault } from "../../../model/fault.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Severity } from "../../../model/conflict.ts";
import type { PlacedText } from "../manifests/json-fields.ts";
import type { PackageManifest, TsConfigManifest } from "../manifests/manifest.ts";
import { joinPath } from "../resolve/join-path.ts";

interface Named {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** As written. */
  readonly text: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
}

export class MissingTargets {
  readonly #files: FileIndex;
  readonly diagnostics: Diagnostic[] = [];

  constructor(files: FileIndex) {
    this.#files = files;
  }

  /** Requirements by path, and members that are named without a star. */
  addPackage({ file, directory, requirements, workspaces = [] }: PackageManifest): void {
    for (const { name, range, scope, line, column, file: other = file } of requirements) {
      const [, protocol, path] = /^(file|link|portal):(.+)$/.exec(range) ?? [];
      if (protocol === undefined || path === undefined || /^[~/\\]|^[A-Za-z]:/.test(path)) continue;
      if (!this.#isMissing(directory, path)) continue;
      // A link may dangle, and what is optional may be left out.
      const severity = protocol === "link" || scope === "optional" || scope === "peer" ? "warning" : "error";
      const message = `${name} is asked for by its path, and "${path}" is not in this repository`;
      this.#add({ file: other, line, column, text: path, severity, message, fix: `correct the path, or add ${path}` });
    }
    for (const { text, line, column } of workspaces) this.#addMember({ file, directory }, { text, line, column });
  }

  /** npm, Yarn and pnpm pass over what is not there, and its members are installed by nobody. */
  #addMember(at: { readonly file: string; readonly directory: string }, { text, line, column }: PlacedText): void {
    if (/[*?[{!(]/.test(text) || !this.#isMissing(at.directory, text)) return;
    const message = `"${text}" is to be a member of the workspace, and is not in this repository`;
    const fix = `remove "${text}" from the workspace, or correct it`;
    this.#add({ file: at.file, line, column, text, severity: "warning", message, fix });
  }

  /** https://www.typescriptlang.org/tsconfig/#extends - TypeScript stops where it cannot read one. */
  addConfiguration({ file, directory, extends: bases }: TsConfigManifest): void {
    for (const { text, line, column } of bases) {
      if (!/^\.\.?\//.test(text)) continue;
      const candidates = [text, `${text}.json`, `${text}/tsconfig.json`];
      if (!candidates.every((each) => this.#isMissing(directory, each))) continue;
      const message = `this configuration extends "${text}", which is not in this repository`;
      const fix = `correct the path, or add ${text}`;
      this.#add({ file, line, column, text, severity: "error", message, fix });
    }
  }

  #isMissing(directory: string, written: string): boolean {
    const path = joinPath(directory, written.replace(/\/+$/, ""));
    if (path === undefined || path === "" || this.#files.has(path) || this.#files.hasDirectory(path)) return false;
    // A build puts it there, or a submodule brings it.
    const parts = path.split("/");
    if (parts.some((part) => madeByBuilds.test(part)) || /\.(?:tgz|tar|gz|zip)$/.test(path)) return false;
    if (this.#files.has(".gitmodules")) return false;
    return !parts.some((_, end) => this.#files.isIgnored(parts.slice(0, end + 1).join("/")));
  }

  #add({ file, line, column, text, severity, message, fix }: Named): void {
    const fault: Fault = { kind: "missing-target", severity, subject: text, fix };
    this.diagnostics.push({ code: "manifest", file, line, column, message, fault });
  }
}

/** Directories that builds fill: of frameworks those that begin with a dot. */
const madeByBuilds =
  /^(?:dist(?:[-_.].*)?|builds?|out|outputs?|target|pkg|lib|libs|bin|obj|release|generated|gen|node_modules|bower_components|\..*)$|\$|\{\{|<%/;
