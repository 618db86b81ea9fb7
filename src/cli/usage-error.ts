/** The user's mistake, in words for the user. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
