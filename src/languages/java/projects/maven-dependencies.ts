/**
 * The dependencies of an effective POM, completed by what manages them.
 * @see https://maven.apache.org/guides/introduction/introduction-to-dependency-mechanism.html#dependency-management
 */
import type { Evidence } from "../../../model/location.ts";
import type { PomDependency } from "../manifests/pom-model.ts";
import type { Declared, EffectivePom } from "./maven-effective.ts";
import type { Interpolated } from "./maven-interpolation.ts";
import type { PomSet } from "./maven-poms.ts";

export interface EffectiveDependency extends Declared {
  readonly groupId: Interpolated;
  readonly artifactId: Interpolated;
  readonly type: string;
  readonly classifier: string;
  /** Undefined when nothing gives one. */
  readonly version: Interpolated | undefined;
  readonly scope: string;
  readonly optional: boolean;
  /** `group:artifact`, either may be `*`. */
  readonly exclusions: readonly string[];
  /** Where its values came from. */
  readonly origin: readonly Evidence[];
}

export function effectiveDependencies(effective: EffectivePom, set: PomSet): readonly EffectiveDependency[] {
  return effective.declared().map((declared) => complete(declared, effective, set));
}

/** One dependency, wherever it stands, with what the POM manages: version, scope and exclusions, never `optional`. */
export function complete(declared: Declared, effective: EffectivePom, set: PomSet): EffectiveDependency {
  const { dependency } = declared;
  const inferred = inferredCoordinates(dependency, effective, set);
  const written = { ...dependency, ...inferred?.coordinates };
  const managed = effective.managed(effective.key(written));
  const version = written.version === undefined ? managed?.version : effective.interpolate(written.version);
  const exclusions = dependency.exclusions.length > 0 ? dependency.exclusions : (managed?.exclusions ?? []);
  return {
    ...declared,
    groupId: effective.interpolate(written.groupId),
    artifactId: effective.interpolate(written.artifactId),
    type: effective.interpolate(written.type ?? "jar").value,
    classifier: effective.interpolate(written.classifier ?? "").value,
    version: version?.value === "" ? undefined : version,
    scope: effective.interpolate(written.scope ?? managed?.scope ?? "compile").value,
    optional: effective.interpolate(written.optional ?? "false").value === "true",
    exclusions: exclusions.map((each) => effective.interpolate(each).value),
    origin: [
      ...(inferred === undefined ? [] : [inferred.evidence]),
      ...(written.version === undefined && managed !== undefined ? [managed.evidence] : []),
      ...(version?.origin ?? []),
    ],
  };
}

/**
 * Since model 4.1.0 a project of the same build may be asked for without its version, or without its group.
 * @see https://maven.apache.org/whatsnewinmaven4.html
 */
function inferredCoordinates(
  { groupId, artifactId, version }: PomDependency,
  effective: EffectivePom,
  set: PomSet,
): { readonly coordinates: Pick<PomDependency, "groupId" | "version">; readonly evidence: Evidence } | undefined {
  if (effective.pom.modelVersion === "4.0.0" || (version !== undefined && groupId !== "")) return undefined;
  const named = set.named(effective.interpolate(groupId).value, effective.interpolate(artifactId).value);
  if (named === undefined || named.version.value === "") return undefined;
  const evidence = { file: named.pom.path, line: 1, message: `${artifactId} is a project of this build` };
  return { coordinates: { groupId: named.groupId, version: version ?? named.version.value }, evidence };
}
