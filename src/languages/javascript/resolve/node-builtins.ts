/**
 * Node's builtin modules. A list of our own rather than `module.builtinModules`, so that the answer is the same on every
 * version of Node that depbraid runs on.
 * @see https://nodejs.org/api/module.html#modulebuiltinmodules
 */

/** Known with and without `node:`. */
const builtins: ReadonlySet<string> = new Set(
  `assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns
  dns/promises domain events fs fs/promises http http2 https inspector inspector/promises module net os path path/posix
  path/win32 perf_hooks process punycode querystring readline readline/promises repl stream stream/consumers
  stream/promises stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types v8 vm
  wasi worker_threads zlib`.split(/\s+/),
);

/** The name under `node:` when a specifier means a builtin. `node:` names nothing else, listed here or not. */
export function nodeBuiltin(specifier: string): string | undefined {
  if (specifier.startsWith("node:")) return specifier.slice("node:".length);
  return builtins.has(specifier) ? specifier : undefined;
}
