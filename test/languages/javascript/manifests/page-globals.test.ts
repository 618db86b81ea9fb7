import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";
import { pageGlobals } from "../../../../src/languages/javascript/manifests/page-globals.ts";

test.each([
  [
    "keys with and without quotes",
    `module.exports = { externals: { jquery: 'jQuery',\n "react-dom": "ReactDOM" } }`,
    ["jquery", "react-dom"],
  ],
  ["set later", `config.externals = {\n  jquery: "window.jQuery",\n}`, ["jquery"]],
  ["of a kind", `externals: { d3: "var d3", chart: "commonjs chart", ms: "commonjs2 ms" }`, ["d3"]],
  ["a list or a function leaves it to the loader", `externals: ["react"], y: { externals: [nodeExternals()] }`, []],
  ["nothing", `const internals = { jquery: "jQuery" }`, []],
])("%s", (_name, text, expected) => {
  expect([...pageGlobals(text)]).toEqual(expected);
});

test("what the page brings is asked for by nobody, in its own project", async () => {
  const files = {
    "shop/package.json": '{"name":"shop","dependencies":{"ms":"2"}}',
    "shop/build/webpack.base.conf.js": "module.exports = { externals: { jquery: 'jQuery' } };\n",
    "shop/src/till.js": 'import $ from "jquery";\nimport ms from "ms";\n',
    "till/package.json": '{"name":"till","dependencies":{"ms":"2"}}',
    "till/src/till.js": 'import $ from "jquery";\nimport ms from "ms";\n',
  };
  const { conflicts } = await analyze({ fileSystem: memoryFileSystem(files) });
  expect(conflicts.map(({ code, file }) => `${code} ${file}`)).toEqual(["import/undeclared till/src/till.js"]);
});
