/**
 * A class as the machine calls it, nested ones by `$`; with a package, because other texts are too often one word.
 * @see https://docs.oracle.com/javase/specs/jls/se25/html/jls-13.html#jls-13.1
 */
export const binaryName: RegExp = /^[\p{ID_Start}_$][\p{ID_Continue}$]*(?:\.[\p{ID_Start}_$][\p{ID_Continue}$]*)+$/u;
