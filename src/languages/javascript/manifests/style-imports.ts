/**
 * Packages that a style sheet takes in.
 * @see https://sass-lang.com/documentation/at-rules/use/
 * @see https://lesscss.org/features/#import-atrules-feature
 * @see https://tailwindcss.com/docs/functions-and-directives
 */
const rule =
  /@(?:import|use|forward|plugin|config|reference|source)\s+(?:\([\w\s,]*\)\s*)?((?:url\(\s*)?["']?[^"';)\s]+["']?(?:\s*,\s*["'][^"']+["'])*)/g;

/** A path of the repository's, unless it leads to what is installed; or a URL. */
const own = /^(?:\.{0,2}\/(?!(?:.*\/)?node_modules\/)|\w+:)/;

/** Every text that names one to the line of its first mention. */
export function styleImports(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let line = 1;
  let counted = 0;
  for (const { 1: targets = "", index } of text.matchAll(rule)) {
    for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line++;
    for (const target of targets.split(",")) {
      const name = target
        .trim()
        .replace(/^(?:url\(\s*)?["']?(?:pkg:|npm:)?/, "")
        .replace(/["']$/, "");
      if (name !== "" && !own.test(name) && !found.has(name)) found.set(name, line);
    }
  }
  return found;
}
