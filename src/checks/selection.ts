/** Whether a code is one of those named: `import/cycle` itself, or any of `import/*`. */
export function isNamed(code: string, names: readonly string[]): boolean {
  return names.some(
    (name) => name === code || name === "*" || (name.endsWith("/*") && code.startsWith(name.slice(0, -1))),
  );
}
