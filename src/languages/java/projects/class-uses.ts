import type { Evidence } from "../../../model/location.ts";
import { purlName } from "../../../model/purl.ts";
import type { ClassMentions } from "../manifests/class-mentions.ts";
import { type ArtifactName, artifactKnowledge } from "../resolve/artifacts.ts";
import type { JavaBuild } from "./build.ts";

/** Artifacts of which a build's resources name a class. */
export class ClassUses {
  readonly #mentions: readonly ClassMentions[];

  constructor(mentions: readonly ClassMentions[]) {
    this.#mentions = mentions;
  }

  /** The build with the mention of each requirement that has one. */
  told(build: JavaBuild): JavaBuild {
    const { directory } = build.project;
    const own = this.#mentions.filter(({ path }) => directory === "" || path.startsWith(`${directory}/`));
    const used = artifactsOf(own);
    if (used.size === 0) return build;
    const requirements = build.project.requirements.map((requirement) => {
      const usedBy = requirement.observable ? used.get(purlName(requirement.package).replace("/", ":")) : undefined;
      return usedBy === undefined ? requirement : Object.assign({}, requirement, { usedBy });
    });
    return { ...build, project: { ...build.project, requirements } };
  }
}

function artifactsOf(mentions: readonly ClassMentions[]): ReadonlyMap<ArtifactName, Evidence> {
  const used = new Map<ArtifactName, Evidence>();
  for (const { path, classes } of mentions) {
    for (const [name, line] of classes) {
      const packageName = name.slice(0, name.lastIndexOf("."));
      for (const artifact of artifactKnowledge().byPackage(packageName)?.candidates ?? []) {
        if (!used.has(artifact)) used.set(artifact, { file: path, line, message: `${name} is named here` });
      }
    }
  }
  return used;
}
