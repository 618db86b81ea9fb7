/**
 * Plug-ins that a project's scripts ask for, as the marker artifacts by which Gradle finds them. What has no version is a
 * plug-in of Gradle itself, or of the build's own, and asks for nothing.
 * @see https://docs.gradle.org/current/userguide/plugins.html#sec:plugin_markers
 */
import type { Evidence } from "../../../model/location.ts";
import type { Requirement } from "../../../model/requirement.ts";
import type { GradlePlugin } from "../manifests/gradle-model.ts";
import { mavenPurl, toolGroup } from "./build.ts";
import { lookUpCatalog, type PlacedCatalog } from "./gradle-catalogs.ts";
import type { Member } from "./gradle-members.ts";
import { evaluate, ownScopes } from "./gradle-values.ts";

export function pluginRequirements(member: Member, catalogs: readonly PlacedCatalog[]): readonly Requirement[] {
  const settings = member.settings;
  const managed = new Map(
    (settings?.managedPlugins ?? []).map((plugin) => [plugin.id, { plugin, file: settings?.path ?? "" }]),
  );
  const out = new Map<string, Requirement>();
  const add = (
    file: string,
    { line, column }: GradlePlugin,
    id: string,
    range: string,
    origin: readonly Evidence[],
  ) => {
    if (range === "" || id === "" || out.has(id)) return;
    const place = { file, line, column, scope: "build", group: toolGroup, observable: false } as const;
    out.set(id, {
      package: mavenPurl(id, `${id}.gradle.plugin`),
      range,
      ...place,
      ...(origin.length === 0 ? {} : { origin }),
    });
  };
  for (const script of member.scripts) {
    const scopes = [...ownScopes(script, member.scripts), ...member.scopes];
    for (const plugin of script.pluginRequests) {
      const { accessor, id, version } = plugin;
      if (accessor !== undefined) {
        const known = lookUpCatalog(catalogs, accessor, script.path, (catalog, key) =>
          key.startsWith("plugins.") ? catalog.plugins.get(key.slice("plugins.".length)) : undefined,
        );
        if (known === undefined) continue;
        const message = `${accessor} is ${known.found.id}`;
        const origin = [{ file: known.catalog.path, line: known.found.line, message }];
        add(script.path, plugin, known.found.id, known.found.version ?? "*", origin);
      } else if (version === undefined) {
        const given = managed.get(id);
        if (given?.plugin.version === undefined) continue;
        const { file, plugin: where } = given;
        const message = `${id} is given its version here`;
        const origin = [{ file, line: where.line, column: where.column, message }];
        add(script.path, plugin, id, evaluate(given.plugin.version, scopes).value, origin);
      } else {
        const { value, missing, origin } = evaluate(version, scopes);
        add(script.path, plugin, id, missing === undefined ? value : "*", origin);
      }
    }
  }
  // What the settings load is the root's.
  for (const plugin of member.path === ":" ? (settings?.plugins ?? []) : []) {
    if (plugin.version === undefined) continue;
    const { value, missing, origin } = evaluate(plugin.version, member.scopes);
    add(settings?.path ?? "", plugin, plugin.id, missing === undefined ? value : "*", origin);
  }
  return [...out.values()];
}
