/** Which files hold commands for a shell: scripts, pipelines, makefiles, images. Add a tool: a line here. */

/** By their names. */
const names: readonly RegExp[] = [
  /^netlify\.toml$/,
  /^(?:\.?lefthook|moon|Taskfile|\.pre-commit-config|\.gitlab-ci|\.travis|\.drone)\.ya?ml$/,
  /^(?:azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec)\.ya?ml$/,
  /^(?:docker-)?compose(?:\.[\w-]+)*\.ya?ml$/,
  /^(?:[\w-]+\.)?(?:Dockerfile|Containerfile)(?:\.[\w-]+)*$/,
  /^(?:Procfile|Makefile|GNUmakefile|[Jj]ustfile|Jenkinsfile)$/,
  /^[\w.-]+\.(?:sh|bash|mk)$/,
];

/** By the hidden directories that they lie in. */
const places: readonly RegExp[] = [
  /(?:^|\/)\.(?:husky|githooks)\/[\w-]+$/,
  /(?:^|\/)\.(?:moon\/tasks|circleci\/config)\.ya?ml$/,
  /(?:^|\/)\.github\/(?:workflows|actions)\/(?:[^/]+\/)*[^/]+\.ya?ml$/,
];

/** Of any of them, where the name has a dot: add that of a new line here, too. */
const endings: ReadonlySet<string> = new Set([
  "toml",
  "yml",
  "yaml",
  "sh",
  "bash",
  "mk",
  "Dockerfile",
  "Containerfile",
]);

/**
 * Asked of every file of a repository by several languages, so most are told by what their names end with.
 * @param name the last part of the path
 */
export function isCommandFile(name: string, path: string): boolean {
  const ending = endingOf(name);
  // `Dockerfile.test`
  if (ending !== name && !endings.has(ending) && !name.includes("file.")) return false;
  return names.some((form) => form.test(name)) || (isHidden(path) && places.some((form) => form.test(path)));
}

/** Without its dot; the whole name where that has none. */
export function endingOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** Whether any part of a path begins with a dot. */
export function isHidden(path: string): boolean {
  return path.startsWith(".") || path.includes("/.");
}
