/** Programs that are named by an address and loaded apart: of workers and of service workers. */

/** Constructors of workers, of the web's and of Node's. */
export const workers: ReadonlySet<string> = new Set(["Worker", "SharedWorker"]);

/** A queue may be called Worker, too: what it is given then is no path. */
export function isProgramPath(text: string): boolean {
  return /^(?:\.{0,2}\/)[^\s]*[^\s/]$/.test(text) && !text.startsWith("//");
}
