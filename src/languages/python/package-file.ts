/**
 * Whether a file is a regular package's own: what it binds are names of the package.
 * @see https://docs.python.org/3/reference/import.html#regular-packages
 */
export function isPackageFile(path: string): boolean {
  return /(?:^|\/)__init__\.pyi?$/.test(path);
}
