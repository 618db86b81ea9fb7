/**
 * Conda's match specs: `conda-forge::numpy>=2,<3`, `python=3.12=*_cpython`, `numpy 2.* py312*`, `numpy[version=">=2"]`.
 * @see https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#package-match-specifications
 */
import { normalizeName } from "../versions/distribution-name.ts";
import type { CondaSpec } from "./manifest.ts";

const spec = /^(?:([^\s[\]=<>!~:]+)::)?([A-Za-z0-9_][A-Za-z0-9_.-]*)\s*(.*)$/s;

/** Undefined for what is none. */
export function readMatchSpec(text: string): CondaSpec | undefined {
  const [, channel, name, rest = ""] = spec.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  const [, written = "", bracketed] = /^([^[]*)(?:\[([^\]]*)\])?$/.exec(rest) ?? [];
  if (written === "" && bracketed === undefined && rest !== "") return undefined;
  const fields = new Map(
    [...(bracketed ?? "").matchAll(/([a-z_]+)\s*=\s*("[^"]*"|'[^']*'|[^,\s]+)/g)].map(
      ([, key = "", value = ""]) => [key, value.replace(/^["']|["']$/g, "")] as const,
    ),
  );
  const [version, build] = versionAndBuild(written.trim());
  const found = {
    version: fields.get("version") ?? version,
    build: fields.get("build") ?? build,
    channel: fields.get("channel") ?? channel,
  };
  if (found.version !== undefined && /[^A-Za-z0-9_.*!+,|<>=~()^$ -]/.test(found.version)) return undefined;
  if (found.build !== undefined && /[^A-Za-z0-9_.*+^$()-]/.test(found.build)) return undefined;
  return {
    name: normalizeName(name),
    ...(found.version === undefined ? {} : { version: found.version }),
    ...(found.build === undefined ? {} : { build: found.build }),
    ...(found.channel === undefined ? {} : { channel: found.channel }),
  };
}

/** `>=2, <3 py312*`, `2.1|2.2`, `2.1.0=py312_0` */
const versionThenBuild =
  /^((?:[<>=!~]+\s*)?[^\s=<>!~,|]+(?:\s*[,|]\s*(?:[<>=!~]+\s*)?[^\s=<>!~,|]+)*)\s*(?:[=\s]\s*(\S+))?$/;

/** `=1.2=py_0` and `==1.2 py_0`; one `=` alone means any version that begins so. */
function versionAndBuild(written: string): readonly [version: string | undefined, build: string | undefined] {
  if (written === "") return [undefined, undefined];
  const [, fuzzy, fuzzyBuild] = /^=(?!=)\s*([^=\s]+)(?:[=\s]\s*(\S+))?$/.exec(written) ?? [];
  if (fuzzy !== undefined) return [fuzzyBuild === undefined ? `${fuzzy.replace(/\.?\*$/, "")}.*` : fuzzy, fuzzyBuild];
  const [, version, build] = versionThenBuild.exec(written) ?? [];
  return [(version ?? written).replaceAll(/\s/g, ""), build];
}
