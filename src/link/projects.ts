import type { GraphBuilder } from "../model/graph-builder.ts";
import type { Project } from "../model/project.ts";
import { versionedPurl } from "../model/purl.ts";
import type { LockEntry } from "../model/requirement.ts";

/** What manifests and lockfiles say: projects, what they provide, declare and lock, and what locked versions ask for. */
export function linkProjects(builder: GraphBuilder, projects: readonly Project[]): void {
  for (const project of projects) builder.node(project.id, "project", versionOf(project));
  for (const project of projects) {
    const from = builder.node(project.id, "project");
    if (project.package !== undefined) {
      builder.edge(from, builder.node(project.package, "package"), "provides", {
        confidence: "declared",
        file: project.manifest,
      });
    }
    for (const requirement of project.requirements) {
      const { range, scope, group, marker, file, line, column } = requirement;
      builder.edge(from, builder.node(requirement.package, "package"), "declares", {
        confidence: "declared",
        range,
        scope,
        ...(group === undefined ? {} : { group }),
        ...(marker === undefined ? {} : { marker }),
        file,
        line,
        column,
      });
    }
    linkLocks(builder, from, project.locks);
  }
}

function versionOf(project: Project): { readonly version?: string } {
  return project.version === undefined ? {} : { version: project.version };
}

function linkLocks(builder: GraphBuilder, from: number, locks: readonly LockEntry[]): void {
  for (const entry of locks) {
    const { package: name, version, file, line, column, integrity } = entry;
    const locked = builder.node(versionedPurl(name, version), "version");
    builder.edge(from, locked, "locks", {
      confidence: "declared",
      file,
      line,
      column,
      ...(integrity === undefined ? {} : { integrity }),
    });
    for (const requirement of entry.requires) {
      // Without a version the lockfile does not say which one is meant: no edge is better than a guess.
      if (requirement.version === undefined) continue;
      const to = builder.node(versionedPurl(requirement.package, requirement.version), "version");
      builder.edge(locked, to, "requires", { confidence: "declared", range: requirement.range, file, line, column });
    }
  }
}
