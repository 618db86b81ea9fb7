/**
 * Which profiles of a POM are active, as far as that is known.
 * @see https://maven.apache.org/guides/introduction/introduction-to-profiles.html#details-on-profile-activation
 */
import { directoryOf } from "../../../model/directory-of.ts";
import type { Pom, PomActivation, PomProfile } from "../manifests/pom-model.ts";
import { joinPath } from "./build.ts";
import { isJdk } from "./maven-jdk.ts";
import type { MavenContext } from "./maven-context.ts";
import { interpolate } from "./maven-interpolation.ts";
import { isOperatingSystem } from "./maven-os.ts";

/**
 * In the order in which they are written. What is active by default is so only while nothing else of the same POM is; what
 * is unknown counts as inactive.
 * @param project the POM that is built, whose directory files are looked for in: it may be a child of the profile's POM
 */
export function activeProfiles(pom: Pom, project: Pom, context: MavenContext): readonly PomProfile[] {
  if (pom.profiles.length === 0) return pom.profiles;
  const active = pom.profiles.filter(
    (profile) => context.profiles.get(profile.id) ?? isActive(profile.activation, pom, project, context) === true,
  );
  if (active.length > 0) return active;
  return pom.profiles.filter(({ id, activation }) => activation.byDefault && context.profiles.get(id) !== false);
}

type Known = boolean | undefined;

/** All conditions that are given must hold; undefined where one of them is unknown and none fails. */
function isActive(activation: PomActivation, pom: Pom, project: Pom, context: MavenContext): Known {
  const { jdk, os, property, packaging, condition } = activation;
  const conditions: Known[] = [];
  if (jdk !== undefined) {
    const version = context.system.get("java.version");
    conditions.push(version === undefined ? undefined : isJdk(jdk, version));
  }
  if (os !== undefined) conditions.push(isOperatingSystem(os, context.system));
  if (property !== undefined) conditions.push(hasProperty(property, context));
  if (activation.exists !== undefined) conditions.push(isFile(activation.exists, pom, project, context));
  else if (activation.missing !== undefined) {
    const there = isFile(activation.missing, pom, project, context);
    conditions.push(there === undefined ? undefined : !there);
  }
  if (packaging !== undefined) conditions.push(packaging === project.packaging);
  if (condition !== undefined) conditions.push(undefined);
  if (conditions.length === 0) return false;
  return conditions.includes(false) ? false : conditions.includes(undefined) ? undefined : true;
}

/** Properties that Java and the shell give, not the user. */
const ofMachine = /^(?:env|java|os|user|file|line|path|sun|awt|jdk|native|maven)\./;

function hasProperty({ name: written, value }: NonNullable<PomActivation["property"]>, context: MavenContext): Known {
  const name = written.replace(/^!/, "");
  const actual = context.properties.get(name)?.value ?? context.system.get(name);
  if (actual === undefined && context.system.size === 0 && ofMachine.test(name)) return undefined;
  if (value === undefined) return (actual !== undefined && actual !== "") !== written.startsWith("!");
  return value.startsWith("!") ? value.slice(1) !== actual : value === actual;
}

function isFile(written: string, pom: Pom, project: Pom, context: MavenContext): Known {
  // A POM of a local repository lies nowhere.
  if (project.path.startsWith("m2:")) return undefined;
  const { value, missing } = interpolate(written, (name) => {
    if (name === "basedir" || name === "project.basedir") return { value: "." };
    const text = pom.properties.get(name)?.value ?? context.properties.get(name)?.value ?? context.system.get(name);
    return text === undefined ? undefined : { value: text };
  });
  if (missing !== undefined || value.startsWith("/")) return undefined;
  const path = joinPath(directoryOf(project.path), value);
  return path === undefined ? undefined : context.files.has(path) || context.files.hasDirectory(path);
}
