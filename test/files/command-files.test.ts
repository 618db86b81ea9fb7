import { expect, test } from "vitest";
import { isCommandFile } from "../../src/files/command-files.ts";

test.each([
  ["Dockerfile", true],
  ["till/Dockerfile.test", true],
  ["till/shop.Dockerfile", true],
  ["Makefile", true],
  ["make/till.mk", true],
  ["open-till.sh", true],
  [".husky/pre-commit", true],
  ["shop/.husky/pre-commit", true],
  [".github/workflows/till.yml", true],
  [".github/actions/open/action.yaml", true],
  [".circleci/config.yml", true],
  [".gitlab-ci.yml", true],
  ["compose.test.yaml", true],
  ["netlify.toml", true],
  ["husky/pre-commit", false],
  [".husky/till.js", false],
  ["workflows/till.yml", false],
  ["circleci/config.yml", false],
  ["Makefile.md", false],
  ["till.profile.js", false],
  ["sh", false],
  ["yml", false],
])("%s holds commands: %s", (path, expected) => {
  expect(isCommandFile(path.slice(path.lastIndexOf("/") + 1), path)).toBe(expected);
});
