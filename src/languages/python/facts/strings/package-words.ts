/** What a package's `__init__` says of its own modules: `__all__` and `__path__`. */
import { valueAfter } from "./framework-names.ts";
import { labelledStrings } from "./labelled.ts";
import { isModuleName } from "./module-names.ts";

/** The words at which it is said. */
export const packageWords: readonly string[] = ["__all__", "__path__"];

/**
 * The names that `__all__`, which ends at `end`, is given there: a star import brings in the submodules among them.
 * @see https://docs.python.org/3/tutorial/modules.html#importing-from-a-package
 */
export function exportedNames(text: string, end: number): readonly string[] {
  const from = valueAfter(text, end);
  if (from < 0) return [];
  return labelledStrings(text, from, "").flatMap(({ value }) => (isModuleName(value) ? [value] : []));
}

/**
 * Whether `__path__`, which ends at `end`, is changed there by something else than the two known ways to share a namespace.
 * @see https://packaging.python.org/en/latest/guides/packaging-namespace-packages/
 */
export function changesPath(text: string, end: number): boolean {
  const from = valueAfter(text, end);
  if (from < 0) return false;
  const lineEnd = text.slice(from).search(/[\r\n]/);
  return !/\bextend_path\b|\bdeclare_namespace\b/.test(text.slice(from, lineEnd < 0 ? undefined : from + lineEnd));
}
