import { expect, test } from "vitest";
import { nearestPath } from "../../../../src/languages/java/resolve/nearness.ts";

const from = "desk/src/main/java/desk/Desk.java";

test.each<readonly [string, readonly string[], string | undefined]>([
  ["none of none", [], undefined],
  ["the one that there is", ["vault/libscale.so"], "vault/libscale.so"],
  [
    "more directories in common",
    ["desk/libscale.so", "desk/src/main/native/libscale.so"],
    "desk/src/main/native/libscale.so",
  ],
  [
    "a directory in common before a name that begins alike",
    ["deskdesk/libscale.so", "desk/libscale.so"],
    "desk/libscale.so",
  ],
  ["a name that begins alike", ["vault/libscale.so", "desk-native/libscale.so"], "desk-native/libscale.so"],
  ["the first of equals", ["core/libscale.so", "vault/libscale.so"], "core/libscale.so"],
])("%s", (_, paths, expected) => {
  expect(nearestPath(paths, from)).toBe(expected);
});
