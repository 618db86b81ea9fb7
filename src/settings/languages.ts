/** The languages that a setting may be about; a test holds them to those that there are. */
export const languageNames: readonly string[] = ["java", "python", "javascript"];
/** Those whose code names modules, and not what is installed: what provides them may have to be told. */
export const languagesOfModules: readonly string[] = ["java", "python"];
