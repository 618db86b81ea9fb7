/** Python: what it is made of. */
import type { Language } from "../language.ts";
import { declaredEncoding } from "./encoding.ts";
import { pythonChoices } from "./installed/choices.ts";
import { installedDistributions } from "./installed/installed.ts";
import { cargo } from "./manifests/cargo.ts";
import { cmake } from "./manifests/cmake.ts";
import { lockFiles } from "./manifests/locks/lock-files.ts";
import { meson } from "./manifests/meson.ts";
import { condaEnvironment } from "./manifests/conda-environment.ts";
import { hatchToml } from "./manifests/hatch.ts";
import { noxfile } from "./manifests/noxfile.ts";
import { pipfile } from "./manifests/pipfile.ts";
import { pixiToml } from "./manifests/pixi.ts";
import type { PythonManifest } from "./manifests/manifest.ts";
import { pyproject } from "./manifests/pyproject.ts";
import { requirementsFile } from "./manifests/requirements.ts";
import { setupCfg } from "./manifests/setup-cfg.ts";
import { setupPy } from "./manifests/setup-py.ts";
import { mentioningFiles, withMentions } from "./manifests/mentions.ts";
import { toolConfigurations } from "./manifests/tool-configurations.ts";
import { toxFiles } from "./manifests/tox.ts";
import { unsupportedManifests } from "./manifests/unsupported.ts";
import { jsii } from "./manifests/jsii.ts";
import { versionFiles } from "./manifests/required-python.ts";
import { parse } from "./parse.ts";
import { scopeOfPath } from "./projects/source-layout.ts";
import { pythonProjects } from "./projects.ts";
import { pythonResolver } from "./resolve.ts";
import { scan } from "./scan.ts";
import { condaVersions, pythonVersions } from "./versions.ts";

export const python: Language<PythonManifest> = {
  name: "python",
  purlType: "pypi",
  sources: [".py", ".pyi", ".ipynb", ".pyx", ".pxd", ".pxi"],
  manifests: [
    withMentions(pyproject),
    withMentions(setupCfg),
    setupPy,
    requirementsFile,
    cargo,
    meson,
    cmake,
    ...toolConfigurations.map(withMentions),
    ...lockFiles,
    pipfile,
    pixiToml,
    condaEnvironment,
    ...toxFiles.map(withMentions),
    withMentions(noxfile),
    hatchToml,
    versionFiles,
    jsii,
    ...unsupportedManifests,
    withMentions(mentioningFiles),
  ],
  versions: pythonVersions,
  otherVersions: [condaVersions],
  dialect: () => "python",
  scope: scopeOfPath,
  encoding: declaredEncoding,
  scan,
  parse,
  installed(manifests, fileSystem, environment) {
    const installed = installedDistributions(manifests, fileSystem);
    const choices = pythonChoices(environment, this.name);
    return choices === undefined ? installed : { ...installed, manifests: [...installed.manifests, choices] };
  },
  projects: pythonProjects,
  resolver: pythonResolver,
};
