/** All builds of the repository from all its manifests. */
import { compareText } from "../../model/compare-text.ts";
import { VersionFiles } from "../../files/version-files.ts";
import type { FileIndex } from "../../files/file-index.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { JavaBuild } from "./projects/build.ts";
import { placedCatalogs } from "./projects/gradle-catalogs.ts";
import { gradleBuilds } from "./projects/gradle-builds.ts";
import type { JavaManifest } from "./manifests/manifest.ts";
import { ivyBuilds } from "./projects/ivy-builds.ts";
import { mavenBuilds } from "./projects/maven-builds.ts";
import { SourcesSeen } from "./projects/sources-seen.ts";

export interface JavaBuilds {
  /** In order of their manifests' paths, a Maven build before a Gradle one of the same directory. */
  readonly builds: readonly JavaBuild[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Asked for twice a run, for the projects and for the resolver: put together once. */
const known = new WeakMap<readonly JavaManifest[], { readonly files: FileIndex; readonly builds: JavaBuilds }>();

export function javaBuilds(manifests: readonly JavaManifest[], files: FileIndex): JavaBuilds {
  const before = known.get(manifests);
  if (before?.files === files) return before.builds;
  const builds = assemble(manifests, files);
  known.set(manifests, { files, builds });
  return builds;
}

function assemble(manifests: readonly JavaManifest[], files: FileIndex): JavaBuilds {
  const maven = mavenBuilds(
    {
      poms: manifests.filter((each) => each.kind === "pom"),
      configs: manifests.filter((each) => each.kind === "maven-config"),
      extensions: manifests.filter((each) => each.kind === "maven-extensions"),
      settings: manifests.find((each) => each.kind === "maven-settings"),
    },
    files,
  );
  const settings = manifests.filter((each) => each.kind === "gradle-settings");
  const gradle = gradleBuilds(
    {
      scripts: manifests.filter((each) => each.kind === "gradle"),
      settings,
      properties: manifests.filter((each) => each.kind === "gradle-properties"),
      catalogs: placedCatalogs(
        manifests.filter((each) => each.kind === "gradle-catalog"),
        settings,
      ),
      constants: manifests.filter((each) => each.kind === "gradle-constants"),
      locks: manifests.filter((each) => each.kind === "gradle-lock"),
      verifications: manifests.filter((each) => each.kind === "gradle-verification"),
    },
    files,
  );
  const builds = [...maven.builds, ...gradle.builds.map((build) => secondary(build, maven.builds))];
  const ivy = ivyBuilds(
    manifests.filter((each) => each.kind === "ivy"),
    new Set(builds.map(({ project }) => project.directory)),
    files,
  );
  builds.push(...ivy.builds);
  const seen = new SourcesSeen(builds, files);
  const versions = new VersionFiles(manifests.flatMap((each) => (each.kind === "java-version" ? each.runtimes : [])));
  for (const [index, build] of builds.entries()) builds[index] = managed(seen.judged(build), versions);
  builds.sort(
    (a, b) =>
      compareText(a.project.directory, b.project.directory) || compareText(b.project.manifest, a.project.manifest),
  );
  return {
    builds,
    diagnostics: [...maven.diagnostics, ...gradle.diagnostics, ...ivy.diagnostics, ...otherTools(manifests)],
  };
}

/** Where Maven and Gradle build one directory, its files are judged by the POM: nothing of the other is called unused. */
function secondary(build: JavaBuild, maven: readonly JavaBuild[]): JavaBuild {
  if (!maven.some(({ project }) => project.directory === build.project.directory)) return build;
  const requirements = build.project.requirements.map((each) => ({ ...each, observable: false }));
  return { ...build, project: { ...build.project, requirements } };
}

/** With the JDK that a version manager picks. */
function managed(build: JavaBuild, versions: VersionFiles): JavaBuild {
  const picked = versions.of(build.project.directory);
  if (picked.length === 0) return build;
  const runtimes = [...(build.project.runtimes ?? []), ...picked];
  return { ...build, project: { ...build.project, runtimes } };
}

/** One diagnostic a tool, at the first of its files. */
function otherTools(manifests: readonly JavaManifest[]): readonly Diagnostic[] {
  const files = new Map<string, string[]>();
  for (const manifest of manifests) {
    if (manifest.kind !== "other-build") continue;
    files.set(manifest.tool, [...(files.get(manifest.tool) ?? []), manifest.path]);
  }
  return [...files].map(([tool, paths]) => ({
    code: "unsupported",
    file: paths[0] ?? "",
    line: 0,
    column: 0,
    message: `${tool} builds are not read: what ${paths.length === 1 ? "this file" : `these ${paths.length} files`} declare${paths.length === 1 ? "s" : ""} is unknown`,
  }));
}
