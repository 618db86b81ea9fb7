/** Under which switches and on which machine a POM is read: what is given, and the `.mvn` directory that is nearest to it. */
import { directoryOf } from "../../../model/directory-of.ts";
import type { FileIndex } from "../../../files/file-index.ts";
import type { BuildEnvironment } from "../../build-environment.ts";
import { type MavenConfig, switchProfiles } from "../manifests/maven-config.ts";
import { LocalRepository } from "./local-repository.ts";
import type { PropertyValue } from "./maven-interpolation.ts";

/** The caller's environment, as it joins the manifests. */
export interface MavenSettings {
  readonly kind: "maven-settings";
  readonly profiles: ReadonlyMap<string, boolean>;
  readonly properties: ReadonlyMap<string, PropertyValue>;
  readonly system: ReadonlyMap<string, string>;
  readonly repository: LocalRepository | undefined;
}

export interface MavenContext {
  /** Profiles that are switched on or off by name. */
  readonly profiles: ReadonlyMap<string, boolean>;
  readonly properties: ReadonlyMap<string, PropertyValue>;
  /** Of the machine; empty when nothing is known of it. */
  readonly system: ReadonlyMap<string, string>;
  readonly files: FileIndex;
  /** Imported BOMs are read without switched profiles. */
  readonly ofImports: MavenContext;
}

export function mavenSettings({ maven }: BuildEnvironment): MavenSettings {
  const profiles = new Map<string, boolean>();
  switchProfiles(profiles, maven?.profiles ?? []);
  const properties = Object.entries(maven?.properties ?? {}).map(([name, value]) => [name, { value }] as const);
  return {
    kind: "maven-settings",
    profiles,
    properties: new Map(properties),
    system: new Map(Object.entries(maven?.system ?? {})),
    repository: maven?.localRepository === undefined ? undefined : new LocalRepository(maven.localRepository),
  };
}

/** Contexts by the `.mvn` directory they come from. */
export class MavenContexts {
  readonly #settings: MavenSettings;
  readonly #files: FileIndex;
  /** By the directory that `.mvn` stands in. */
  readonly #configs: ReadonlyMap<string, MavenConfig>;
  readonly #known = new Map<string | undefined, MavenContext>();

  constructor(settings: MavenSettings, configs: readonly MavenConfig[], files: FileIndex) {
    this.#settings = settings;
    this.#files = files;
    this.#configs = new Map(configs.map((config) => [directoryOf(directoryOf(config.path)), config]));
  }

  of(pomPath: string): MavenContext {
    const directory = this.#nearest(directoryOf(pomPath));
    let context = this.#known.get(directory);
    if (context === undefined) {
      const config = directory === undefined ? undefined : this.#configs.get(directory);
      context = makeContext(this.#settings, config, this.#files);
      this.#known.set(directory, context);
    }
    return context;
  }

  #nearest(directory: string): string | undefined {
    for (let at = directory; ; at = directoryOf(at)) {
      if (this.#files.hasDirectory(at === "" ? ".mvn" : `${at}/.mvn`)) return at;
      if (at === "") return undefined;
    }
  }
}

/** The command line goes over the file. */
function makeContext(settings: MavenSettings, config: MavenConfig | undefined, files: FileIndex): MavenContext {
  const configured = [...(config?.switches.properties ?? [])].map(([name, { value, line }]) => {
    const evidence = { file: config?.path ?? "", line, message: `-D${name}=${value}` };
    return [name, { value, evidence }] as const;
  });
  const properties = new Map<string, PropertyValue>([...configured, ...settings.properties]);
  const profiles = new Map([...(config?.switches.profiles ?? []), ...settings.profiles]);
  const { system } = settings;
  const ofImports: MavenContext = {
    profiles: new Map(),
    properties,
    system,
    files,
    get ofImports() {
      return ofImports;
    },
  };
  return { profiles, properties, system, files, ofImports };
}
