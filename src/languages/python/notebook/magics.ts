/**
 * What IPython takes for itself is no Python: lines for its magics, for a shell, for help. They are masked by statements
 * that do nothing, as long as they were.
 * @see https://ipython.readthedocs.io/en/stable/interactive/magics.html
 */

/** Cell magics whose cell is still Python. */
const pythonCells: ReadonlySet<string> = new Set(["time", "timeit", "capture", "prun", "python", "python3", "debug"]);

export function withoutMagics(cell: string): string {
  const magic = /^\s*%%(\w+)/.exec(cell)?.[1];
  if (magic !== undefined && !pythonCells.has(magic)) return cell.replaceAll(/[^\r\n]/g, " ");
  let before: "python" | "magic" = "python";
  let goesOn = false;
  return cell
    .split("\n")
    .map((line) => {
      const masked = !goesOn ? maskLine(line) : before === "magic" ? " ".repeat(line.length) : line;
      if (!goesOn) before = masked === line ? "python" : "magic";
      goesOn = line.trimEnd().endsWith("\\");
      return masked;
    })
    .join("\n");
}

/** `%matplotlib inline`, `!pip install x`, `?open`, `open?`; and `files = !ls`, where the value is what is masked. */
function maskLine(line: string): string {
  const whole = /^(\s*)(?:%{1,2}\w.*|[!?].*|[\w.]+\?{1,2}\s*)$/.exec(line);
  if (whole !== null) return mask(line, (whole[1] ?? "").length, "pass");
  const assigned = /^\s*[\w., ]+=\s*(?=%\w|!)/.exec(line);
  return assigned === null ? line : mask(line, assigned[0].length, "0");
}

function mask(line: string, from: number, statement: string): string {
  const room = line.length - from;
  return line.slice(0, from) + (statement.length <= room ? statement : "0").padEnd(room);
}
