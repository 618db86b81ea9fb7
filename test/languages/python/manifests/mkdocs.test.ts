import { expect, test } from "vitest";
import { mkdocsMentions } from "../../../../src/languages/python/manifests/mkdocs.ts";

test.each([
  ["a page of the name of a package", "nav:\n  - requests: requests.md\n  - Guide:\n    - flask.md\n", ""],
  [
    "a list",
    "plugins:\n  - search # finds\n  - 'weather.maps'\n  - material/blog\n",
    "search:2 weather.maps:3 material:4",
  ],
  ["a list as far out as its key", "plugins:\n- search\n- tides:\nnav:\n- rain: a.md\n", "search:2 tides:3"],
  ["a list in a row", "plugins: [search, tides]\n", "search:1 tides:1"],
  [
    "settings of plug-ins",
    "plugins:\n  - search:\n      lang: en\n      paths:\n        - requests\n  - tides\n",
    "search:2 tides:6",
  ],
  ["plug-ins by their names", "plugins:\n  search:\n    lang: en\n  tides: {}\n", "search:2 tides:4"],
  [
    "extensions",
    "markdown_extensions:\n  - pymdownx.superfences:\n      custom_fences:\n        - name: rain\n          format: !!python/name:tides.fence\n  - toc\n",
    "pymdownx.superfences:2 toc:6",
  ],
  ["a theme", "theme: tides\n", "tides:1"],
  ["a theme with settings", "theme:\n  name: tides\n  features:\n    - rain\nextra:\n  name: flask\n", "tides:2"],
  [
    "plug-ins of a plug-in",
    "plugins:\n  - group:\n      plugins:\n        - tides\n  - rain\n",
    "group:2 tides:4 rain:5",
  ],
])("%s", (_, text, expected) => {
  expect(
    mkdocsMentions(text)
      .map((mention) => `${mention.text}:${mention.line}`)
      .join(" "),
  ).toBe(expected);
});
