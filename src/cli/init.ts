/** `depbraid init`: a configuration that says what it could say. */
import { writeNewFile } from "../files/user-files.ts";
import { settingsFile } from "../settings/read-settings.ts";
import { UsageError } from "./usage-error.ts";

const example = `{
  // Editors complete and check this file by its schema.
  "$schema": "./node_modules/depbraid/schemas/config.json",

  // How bad each kind of conflict is here: error, warning, info or off. "depbraid explain" lists the kinds.
  "severity": {
    // "import/cycle": "error",
    // "version/*": "warning"
  },

  // Conflicts that are known and accepted. A reason is required; an entry that ignores nothing is reported.
  // In source files the same is said by a comment: depbraid-ignore import/cycle: they start together
  "ignore": [
    // { "code": "import/undeclared", "path": "examples/**", "subject": "pkg:npm/*", "reason": "examples are copied, not run" }
  ],

  // What may depend on what, over all languages. A string is a pattern over paths.
  "rules": [
    // { "name": "no-tests-in-code", "forbidden": { "from": "src/**", "to": "test/**" } },
    // { "name": "layers", "layers": ["src/web/**", "src/core/**", "src/model/**"], "comment": "see ARCHITECTURE.md" }
  ],

  // Names for files, projects and packages, for rules to select by: { "tag": "legacy" }.
  "tags": {
    // "legacy": ["old/**"]
  },

  // Directories from which module names are counted, beside those that manifests name.
  "sourceRoots": {
    // "python": { "main": ["lib"], "test": ["checks"] }
  },

  // Specifiers that stand for others; "./" begins a path from here.
  "aliases": {
    // "javascript": { "@/*": "./src/*" }
  },

  // Files that a program wrote, and imports of what a build writes.
  "generated": {
    // "files": "src/gen/**", "imports": ["acme.pb.*"]
  },

  // What provides a module, where its name does not tell.
  "packages": {
    // "python": { "cv2": "opencv-python" }, "java": { "com.acme.ledger": "com.acme:ledger-core" }
  },

  // Where the code runs and how it is built.
  "environment": {
    // "python": ">=3.11", "platforms": ["linux"], "conditions": "browser", "mavenProfiles": "release"
  },

  // Files to leave out, as in .gitignore.
  "exclude": []
}
`;

/** Throws `UsageError` where there is one already. */
export function writeExample(directory: string): string {
  let path: string | undefined;
  try {
    path = writeNewFile(directory, settingsFile, example);
  } catch (error) {
    throw new UsageError(
      `cannot write ${settingsFile} in "${directory}": ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (path === undefined) throw new UsageError(`there is a ${settingsFile} already: it was left as it is`);
  return `wrote ${path}\n`;
}
