/**
 * The asynchronous module definition.
 * @see https://github.com/amdjs/amdjs-api/blob/master/AMD.md
 */

/** Names of what the loader hands in: no modules. */
export const amdGivens: ReadonlySet<string> = new Set(["require", "exports", "module"]);
