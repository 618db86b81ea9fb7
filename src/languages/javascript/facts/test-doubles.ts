/**
 * What test runners stand in for a module by its specifier.
 * @see https://jestjs.io/docs/jest-object#mock-modules
 * @see https://vitest.dev/api/vi.html#mock-modules
 */

export const doublers: Readonly<Record<string, ReadonlySet<string>>> = {
  jest: new Set([
    "createMockFromModule",
    "deepUnmock",
    "doMock",
    "dontMock",
    "genMockFromModule",
    "mock",
    "requireActual",
    "requireMock",
    "setMock",
    "unmock",
    "unstable_mockModule",
    "unstable_unmockModule",
  ]),
  vi: new Set(["doMock", "doUnmock", "importActual", "importMock", "mock", "unmock"]),
};
