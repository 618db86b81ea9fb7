/**
 * What the commands of a text run: a script for a shell, the steps of a pipeline, the targets of a makefile. A name counts
 * where a command begins, after what runs the commands of packages, and after an option by which Node loads a module: other
 * words are arguments, and prove nothing.
 */

/** What stands before a command in the formats that hold one. */
const lead =
  /^(?:[@+-]|-\s+|RUN|CMD|ENTRYPOINT|(?:run|command|script|entry|entrypoint|args|before_script|after_script|[\w-]+)\s*:)\s*/;

/** Programs whose first argument is the command of a package. */
const runners =
  /^(?:npx|pnpx|bunx|cross-env|cross-env-shell|dotenv|env-cmd|nohup|time|sudo|exec|env|yarn|pnpm|npm|bun|dlx|x|run)$/;

/** https://nodejs.org/api/cli.html */
const loading = /^(?:-r|--require|--import|--loader|--experimental-loader)$/;

/** Every such word to the line of its first mention. */
export function commandWords(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [index, row] of text.split("\n").entries()) {
    if (row.length > maxRow) continue;
    for (const word of wordsOfRow(row)) if (!found.has(word)) found.set(word, index + 1);
  }
  return found;
}

/** Longer ones are data. */
const maxRow = 4000;

function wordsOfRow(row: string): readonly string[] {
  const found: string[] = [];
  for (const [installed] of row.matchAll(/node_modules\/[@\w./-]+/g)) found.push(installed);
  const plain = row.replace(/(?:^|\s)#.*$/, "").trim();
  for (const command of plain.split(/&&|\|\||[;|&`]|\$\(/)) {
    let rest = command.trim();
    for (let cut = rest.replace(lead, ""); cut !== rest; cut = rest.replace(lead, "")) rest = cut;
    const words = rest.split(/[\s"',[\](){}]+/).filter((word) => word !== "");
    found.push(...commandsAmong(words));
  }
  return found;
}

function commandsAmong(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  let isCommand = true;
  for (const [at, word] of words.entries()) {
    if (loading.test(words[at - 1] ?? "")) found.push(word);
    else if (isCommand && !word.startsWith("-") && !/^\w+=/.test(word)) {
      found.push(word);
      isCommand = runners.test(word);
    }
  }
  return found;
}
