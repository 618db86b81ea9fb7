import { expect, test } from "vitest";
import { javascript } from "../../../../src/languages/javascript/index.ts";
import { pnpData } from "../../../../src/languages/javascript/manifests/pnp-data.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";
import { imports } from "../drawn-imports.ts";

/** A workspace of a shop that has two packages of one name: only the table tells which is meant. */
const state = JSON.stringify(
  {
    packageRegistryData: [
      [null, [[null, { packageLocation: "./", packageDependencies: [["shop", "workspace:."]], linkType: "SOFT" }]]],
      [
        "app",
        [
          [
            "workspace:app",
            {
              packageLocation: "./app/",
              packageDependencies: [
                ["app", "workspace:app"],
                ["till", "workspace:old/till"],
                ["drawer", ["till", "workspace:new/till"]],
                ["react", "npm:18.2.0"],
                ["peer", null],
              ],
              linkType: "SOFT",
            },
          ],
        ],
      ],
      [
        "till",
        [
          ["workspace:new/till", { packageLocation: "./new/till/", packageDependencies: [], linkType: "SOFT" }],
          ["workspace:old/till", { packageLocation: "./old/till/", packageDependencies: [], linkType: "SOFT" }],
        ],
      ],
      ["react", [["npm:18.2.0", { packageLocation: "../cache/react.zip/node_modules/react/", linkType: "HARD" }]]],
    ],
  },
  null,
  2,
);
const program = `/* eslint-disable */
// @ts-nocheck
"use strict";

const RAW_RUNTIME_STATE =
'${state.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\\n")}';

function $$SETUP_STATE(hydrateRuntimeState, basePath) { return hydrateRuntimeState(JSON.parse(RAW_RUNTIME_STATE)); }
`;

test.each([
  [".pnp.data.json", state],
  [".pnp.cjs", program],
])("%s tells which package of the repository a workspace means", (name, text) => {
  const { drawing, diagnostics } = resolveRepository(javascript, {
    "package.json": '{"name":"shop","workspaces":["app","new/*","old/*"]}',
    [name]: text,
    "app/package.json": '{"name":"app","dependencies":{"till":"workspace:*","react":"18"}}',
    "app/main.js": imports("till", "react"),
    "old/till/package.json": '{"name":"till","version":"1.0.0"}',
    "old/till/index.js": "",
    "new/till/package.json": '{"name":"till","version":"2.0.0"}',
    "new/till/index.js": "",
  });
  expect(diagnostics.filter(({ file }) => file === name)).toEqual([]);
  expect(drawing.split("\n").filter((line) => line.startsWith("app/"))).toEqual([
    "app/main.js:1 till -> old/till/index.js (declared)",
    "app/main.js:2 react -> pkg:npm/react (declared)",
  ]);
});

test.each([
  ["a program whose data lies beside it", ".pnp.cjs", 'require("./.pnp.data.json");', []],
  ["another program", ".pnp.cjs", "module.exports = {};", ["holds no table of packages that is known"]],
  ["another table", ".pnp.data.json", '{"packages":[]}', ["holds no table of packages that is known"]],
])("%s", (_, path, text, expected) => {
  const { manifest, diagnostics } = pnpData.read({ path, text, diagnostics: [] });
  expect(manifest).toBeUndefined();
  expect(diagnostics.map(({ message }) => message)).toEqual(expected);
});
