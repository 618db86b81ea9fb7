/**
 * yarn.lock as yarn 2 and later write it: by descriptors (what is asked for), each with the locator (what it got).
 * @see https://yarnpkg.com/advanced/lexicon#locator
 */
import type { LockedNeed } from "../../../../model/locked-package.ts";
import { purl } from "../../../../model/purl.ts";
import type { LockedPeer } from "../../../../model/requirement.ts";
import { isPackageName } from "../../resolve/package-name.ts";
import { childrenOf, type IndentedNode, valueOf } from "./indented-text.ts";
import type { LockManifest } from "../manifest.ts";
import { type NpmPackage, lockManifest, splitAt } from "./lock-builder.ts";

export function berryLock(file: string, nodes: readonly IndentedNode[]): LockManifest {
  const entries = nodes.filter(({ key }) => key !== "__metadata");
  const byDescriptor = new Map<string, IndentedNode>();
  for (const node of entries) {
    for (const descriptor of node.key.split(", ")) byDescriptor.set(descriptor, node);
  }
  const packages = entries.flatMap((node): readonly NpmPackage[] => {
    const { children, line, column } = node;
    const version = valueOf(children, "version");
    // A soft link leads to a directory: a workspace, a portal.
    if (version === undefined || valueOf(children, "linkType") === "soft") return [];
    const needs = [...childrenOf(children, "dependencies"), ...childrenOf(children, "optionalDependencies")];
    return [
      {
        name: nameOf(node),
        version,
        line,
        column,
        integrity: valueOf(children, "checksum"),
        requires: needs.map((need) => needOf(need, byDescriptor)),
        bins: childrenOf(children, "bin").map(({ key }) => key),
        peers: childrenOf(children, "peerDependencies").map(({ key }) => key),
        wants: wantsOf(children),
      },
    ];
  });
  return lockManifest(file, "yarn", packages, (_directory, name, range) => {
    if (!byDescriptor.has(`${name}@${range}`) && !byDescriptor.has(`${name}@npm:${range}`)) return "nothing";
    const { name: real, version } = needOf({ key: name, value: range }, byDescriptor);
    return version === undefined ? undefined : { name: real, version };
  });
}

/** What it gets is what whoever asks for it has. */
function wantsOf(children: readonly IndentedNode[]): readonly LockedPeer[] {
  const optional = new Set(
    childrenOf(children, "peerDependenciesMeta").flatMap(({ key, children: meta }) =>
      valueOf(meta, "optional") === "true" ? key : [],
    ),
  );
  return childrenOf(children, "peerDependencies").flatMap(({ key, value }) =>
    isPackageName(key) ? { package: purl("npm", key), range: value, optional: optional.has(key) } : [],
  );
}

/** An alias's locator has the name of the package itself. */
function nameOf({ key, children }: IndentedNode): string {
  return splitAt(valueOf(children, "resolution") ?? key)[0];
}

/** Before yarn 4 ranges of versions are written without their protocol. */
function needOf(
  { key, value }: Pick<IndentedNode, "key" | "value">,
  byDescriptor: ReadonlyMap<string, IndentedNode>,
): LockedNeed {
  const got = byDescriptor.get(`${key}@${value}`) ?? byDescriptor.get(`${key}@npm:${value}`);
  const isLocked = got !== undefined && valueOf(got.children, "linkType") !== "soft";
  return {
    name: got === undefined ? key : nameOf(got),
    range: value.replace(/^npm:/, ""),
    version: isLocked ? valueOf(got.children, "version") : undefined,
  };
}
