import { type Format, formats, reports } from "../reports/index.ts";
import { type Command, commands } from "./commands.ts";
import { UsageError } from "./usage-error.ts";

/** The formats that make sense for a command; what `explain` and `init` say is only text. */
export function formatsOf(command: Command): readonly Format[] {
  return command === "explain" || command === "init"
    ? ["text"]
    : formats.filter((format) => reports[format][command] !== undefined);
}

/** `--format sarif` of a command. Throws `UsageError` for a format that is not known, or not for this command. */
export function checkFormat(command: Command, value: string): Format {
  const own = formatsOf(command);
  const format = formats.find((each) => each === value);
  if (format === undefined) throw new UsageError(`--format must be one of ${own.join(", ")}, not "${value}"`);
  if (own.includes(format)) return format;
  const others = commands.filter((each) => formatsOf(each).includes(format));
  throw new UsageError(`--format ${format} is for ${others.join(", ")}; ${command} has ${own.join(", ")}`);
}
