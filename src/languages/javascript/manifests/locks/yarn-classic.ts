/** yarn.lock as yarn 1 writes it. https://classic.yarnpkg.com/lang/en/docs/yarn-lock/ */
import type { LockedNeed } from "../../../../model/locked-package.ts";
import { childrenOf, type IndentedNode, valueOf } from "./indented-text.ts";
import type { LockManifest } from "../manifest.ts";
import { type NpmPackage, lockManifest, splitAt } from "./lock-builder.ts";

export function classicLock(file: string, nodes: readonly IndentedNode[]): LockManifest {
  const byDescriptor = new Map<string, IndentedNode>();
  for (const node of nodes) for (const descriptor of descriptorsOf(node.key)) byDescriptor.set(descriptor, node);
  const packages = nodes.flatMap((node): readonly NpmPackage[] => {
    const [descriptor] = descriptorsOf(node.key);
    const version = valueOf(node.children, "version");
    if (descriptor === undefined || version === undefined || isLocal(descriptor)) return [];
    const { line, column, children } = node;
    const needs = [...childrenOf(children, "dependencies"), ...childrenOf(children, "optionalDependencies")];
    const requires = needs.map(({ key, value }): LockedNeed => {
      const got = byDescriptor.get(`${key}@${value}`);
      return {
        name: packageOf(`${key}@${value}`),
        range: value,
        version: got === undefined ? undefined : valueOf(got.children, "version"),
      };
    });
    const integrity = valueOf(children, "integrity");
    // It says nothing of commands or of peers.
    return [{ name: packageOf(descriptor), version, line, column, integrity, requires, bins: [], peers: undefined }];
  });
  return lockManifest(file, "yarn", packages, (_directory, name, range) => {
    const got = byDescriptor.get(`${name}@${range}`);
    if (got === undefined) return "nothing";
    const version = valueOf(got.children, "version");
    return version === undefined ? undefined : { name: packageOf(`${name}@${range}`), version };
  });
}

/** `a@^1, "@acme/b@^1 || ^2"`: what asked for this version. */
function descriptorsOf(key: string): readonly string[] {
  return [...key.matchAll(/"([^"]*)"|([^,\s"]+(?: [^,"]+)*)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

/** The package itself: an alias is asked for under another name. */
function packageOf(descriptor: string): string {
  const [name, range] = splitAt(descriptor);
  return range.startsWith("npm:") ? splitAt(range.slice("npm:".length))[0] : name;
}

/** A directory of the repository, whose version is not a locked one. */
function isLocal(descriptor: string): boolean {
  return /^(?:file:|link:|\.{0,2}\/)/.test(splitAt(descriptor)[1]) && !descriptor.endsWith(".tgz");
}
