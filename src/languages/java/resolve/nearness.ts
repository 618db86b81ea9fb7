/** Of several files that would do, the one that stands nearest. */

/** Length of the common beginning of two paths: longer for every directory that they share, and where names begin alike. */
export function nearness(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** The path that stands nearest to another; of equals the first. */
export function nearestPath(paths: readonly string[], from: string): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const path of paths) {
    const near = nearness(path, from);
    if (near <= most) continue;
    best = path;
    most = near;
  }
  return best;
}
