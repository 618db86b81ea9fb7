/** depbraid's public API. */
export { analyze, RootError } from "./analyze.ts";
export type { AnalyzeOptions, MavenOptions, Phase } from "./analyze-options.ts";
export { analyzeChange, type ChangeAnalysis, type ChangeOptions } from "./analyze-change.ts";
export { GitProblem } from "./files/git/command.ts";
export {
  type DirectoryEntry,
  type EntryKind,
  type FileSystem,
  FileTooLarge,
  memoryFileSystem,
  UnreadableFile,
} from "./files/file-system.ts";
export { findSettings } from "./settings/read-settings.ts";
export { SettingsError } from "./settings/problem.ts";
export type { Settings } from "./model/settings.ts";
export type { Analysis, Stats } from "./model/analysis.ts";
export type { Conflict, Severity } from "./model/conflict.ts";
export type { Diagnostic, DiagnosticCode } from "./model/diagnostic.ts";
export type { Edge, EdgeAttributes, EdgeKind, Node, NodeAttributes, NodeKind } from "./model/graph-types.ts";
export type { Graph } from "./model/graph.ts";
export type { Evidence, Location } from "./model/location.ts";
export type { Project, SourceRoot } from "./model/project.ts";
export type { Purl } from "./model/purl.ts";
export type { LockEntry, Requirement, RequirementScope } from "./model/requirement.ts";
export type { Confidence, Declaration } from "./model/resolution.ts";
