/** Reads the small repositories of a page: fenced files, ended by the findings that are expected of them. */

export interface PageRepository {
  readonly files: Readonly<Record<string, string>>;
  /** `error import/cycle a.ts:1:1 file:a.ts`, in any order. */
  readonly findings: readonly string[];
  /** Where its findings stand in the page, 1-based. */
  readonly line: number;
}

/** Throws on a block that is neither a file nor findings: nothing on a page goes unread. */
export function pageRepositories(page: string): readonly PageRepository[] {
  const repositories: PageRepository[] = [];
  let files: Record<string, string> = {};
  let block: { readonly info: string; readonly line: number; readonly text: string[] } | undefined;
  for (const [at, line] of page.split("\n").entries()) {
    if (!line.startsWith("```")) {
      block?.text.push(line);
      continue;
    }
    if (block === undefined) {
      block = { info: line.slice(3).trim(), line: at + 1, text: [] };
      continue;
    }
    const [language = "", path] = block.info.split(" ");
    if (language === "findings") {
      repositories.push({ files, findings: block.text.filter((text) => text.trim() !== ""), line: block.line });
      files = {};
    } else if (path === undefined) {
      throw new Error(`line ${block.line}: a block without a path: "${block.info}"`);
    } else {
      files[path] = block.text.map((text) => `${text}\n`).join("");
    }
    block = undefined;
  }
  if (block !== undefined) throw new Error(`line ${block.line}: the block has no end`);
  if (Object.keys(files).length > 0) throw new Error("the last files have no findings");
  return repositories;
}
