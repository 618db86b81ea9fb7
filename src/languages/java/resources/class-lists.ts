/**
 * Files with the name of a class on each line, and comments that begin with `#`. Dubbo's have a name of its own and `=` before
 * it, and stand among those of the platform as well.
 * @see https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/util/ServiceLoader.html
 */
import { binaryName } from "../facts/binary-name.ts";
import type { FoundName } from "./found-name.ts";

/** What the file says beside its lines: the service that it is called by. */
export function readClassList(text: string, service: string): readonly FoundName[] {
  const found: FoundName[] = [];
  if (binaryName.test(service)) found.push({ kind: "dynamic", name: service, start: 0 });
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const comment = line.indexOf("#");
    const written = comment < 0 ? line : line.slice(0, comment);
    const value = written.indexOf("=") + 1;
    const name = written.slice(value).trim();
    if (binaryName.test(name)) found.push({ kind: "dynamic", name, start: start + line.indexOf(name, value) });
    start = end + 1;
  }
  return found;
}
