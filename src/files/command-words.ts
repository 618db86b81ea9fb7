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
  /^(?:npx|pnpx|bunx|cross-env|cross-env-shell|dotenv|env-cmd|nohup|time|sudo|exec|env|yarn|pnpm|npm|bun|dlx|x|run|poetry|pdm|uv|uvx|pipx|pipenv|hatch|rye|pixi|tox)$/;

/** Options that have a program load what the next word names, by the program. */
const loading: readonly (readonly [program: RegExp, option: RegExp])[] = [
  // https://nodejs.org/api/cli.html
  [/./, /^(?:-r|--require|--import|--loader|--experimental-loader)$/],
  [/^(?:python|pypy)[\d.]*$/, /^-m$/],
  [/^(?:pytest|py\.test)$/, /^-p$/],
  [/^gunicorn$/, /^(?:-k|--worker-class)$/],
  [/^uvicorn$/, /^--(?:loop|http|ws)$/],
  [/^celery$/, /^(?:-P|--pool)$/],
];

interface Reading {
  readonly text: string;
  readonly words: ReadonlyMap<string, number>;
}

/** Every language asks for those of one file, one after the other. */
let last: Reading | undefined;

/** Every such word to the line of its first mention. */
export function commandWords(text: string): ReadonlyMap<string, number> {
  if (last?.text !== text) last = { text, words: readWords(text) };
  return last.words;
}

function readWords(text: string): ReadonlyMap<string, number> {
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
  let program = "";
  for (const [at, word] of words.entries()) {
    const before = words[at - 1] ?? "";
    const byOption = loading.find(([who, option]) => option.test(before) && who.test(program))?.[1];
    if (byOption !== undefined) {
      found.push(word);
      // `python -m pytest -p x`: what is run by its module is the program now.
      if (before === "-m") program = word;
    } else if (isCommand && !word.startsWith("-") && !/^\w+=/.test(word)) {
      found.push(word);
      program = word.slice(word.lastIndexOf("/") + 1);
      isCommand = runners.test(program);
    }
  }
  return found;
}
