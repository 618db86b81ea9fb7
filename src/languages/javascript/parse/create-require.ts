/** Names that stand for `require`: `const load = createRequire(import.meta.url)`. */
import type { Node } from "@babel/types";
import { isCreateRequire } from "./calls.ts";
import { childrenOf } from "./children.ts";

/** Wherever in the file they are bound; `require` itself is told from others by its scope. */
export function createdRequires(program: Node, text: string): ReadonlySet<string> {
  const names = new Set<string>();
  if (!text.includes("createRequire")) return names;
  const pending: Node[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && isCreateRequire(node.init)) {
      if (node.id.name !== "require") names.add(node.id.name);
    }
    for (const { child } of childrenOf(node)) pending.push(child);
  }
  return names;
}
