import type { Project } from "./project.ts";
import { type Purl, purlType } from "./purl.ts";
import type { VersionScheme } from "./version-scheme.ts";

/** What a language knows of versions. */
interface Versions {
  readonly purlType: string;
  readonly versions: VersionScheme;
  readonly otherVersions?: readonly VersionScheme[];
}

/** The scheme of each project: that of its tool, else that of its ecosystem. */
export class VersionSchemes {
  readonly #byEcosystem: ReadonlyMap<string, VersionScheme>;
  readonly #byName: ReadonlyMap<string, VersionScheme>;

  constructor(languages: readonly Versions[]) {
    this.#byEcosystem = new Map(languages.map(({ purlType, versions }) => [purlType, versions]));
    const others = languages.flatMap(({ otherVersions = [] }) => otherVersions);
    this.#byName = new Map(others.map((scheme) => [scheme.name, scheme]));
  }

  of({ ecosystem, versionScheme }: Project): VersionScheme | undefined {
    return versionScheme === undefined ? this.#byEcosystem.get(ecosystem) : this.#byName.get(versionScheme);
  }

  /** By what a project asks for a package: one of another registry is compared as that one does. */
  asked(project: Project, wanted: Purl): VersionScheme | undefined {
    const type = purlType(wanted);
    return type === project.ecosystem ? this.of(project) : (this.#byEcosystem.get(type) ?? this.#byName.get(type));
  }
}
