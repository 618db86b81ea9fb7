/** Components and pages, of which the script is code. */
import type { Case } from "./cases.ts";

function it(about: string, path: string, lines: readonly string[], drawing: string, doubt?: string): Case {
  return { about, path, text: lines.join("\n"), drawing, ...(doubt === undefined ? {} : { doubt }) };
}

export const componentCases: readonly Case[] = [
  it(
    "Vue: two scripts, markup between them",
    "Till.vue",
    [
      "<!-- <script>import './no'</script> -->",
      '<script lang="ts">',
      'import type { Coin } from "./coin"',
      "</script>",
      '<template lang="html"><template v-if="a > b"><p>import "./no" it\'s</p></template><script-like/></template>',
      '<script setup lang="ts" generic="T extends Record<string, Coin>">',
      'import Sign from "./Sign.vue"; const a = <Coin>b',
      "</script>",
      '<style>@import "./no.css"; a > b {}</style>',
    ],
    '3:27 import "./coin" {Coin} [typeOnly]\n7:18 import "./Sign.vue" {default}',
  ),
  it(
    "Vue: parts in other files",
    "Till.vue",
    [
      '<template src="./till.html"></template>',
      "<script src='./till.js'></script>",
      "<style src=./till.css></style><style></style>",
      '<docs><img src="./no.svg"></docs>',
    ],
    '1:15 include "./till.html"\n2:13 include "./till.js"\n3:12 include "./till.css"',
  ),
  it(
    "Vue: JSX",
    "Till.vue",
    ['<script lang="tsx">', 'const a: Coin = <p>don\'t</p>; import("./b")', "</script>"],
    '2:38 dynamic "./b" [dynamic]',
  ),
  it("Vue: no script", "Till.vue", ["<template><p>it's</p></template>"], ""),
  it(
    "Svelte: the module's script and the instance's",
    "Till.svelte",
    [
      "<script module>",
      "  import a from './a'",
      "</script>",
      "<script>import b from './b' // the last</script>",
      "<svelte:head><script src='https://shop.example/a.js'>import './no'</script></svelte:head>",
      "{#if a < b}<p>it's</p>{/if}",
    ],
    '2:17 import "./a" {default}\n4:23 import "./b" {default}',
  ),
  it(
    "Astro: code between fences, scripts",
    "till.astro",
    [
      "---",
      "import Layout from '../Layout.astro'",
      "const a: string = '<script>'; if (!a) return",
      "---",
      "<Layout>it's<script>import './b'</script></Layout>",
      "<script is:inline src='/no.js'>import './no'</script>",
      "<script src='../c.ts'></script>",
    ],
    '2:20 import "../Layout.astro" {default}\n5:28 import "./b"\n7:13 include "../c.ts"',
  ),
  it("Astro: no fences", "till.astro", ["<p>it's</p>", "<script>import './b'</script>"], '2:16 import "./b"'),
  it(
    "MDX: statements between paragraphs",
    "till.mdx",
    [
      "---",
      "title: import 'no'",
      "---",
      "import Coin from './coin'",
      "export * from './b'",
      "",
      "# it's a till",
      "export const meta = {",
      "",
      "  a: require('./a') }",
      "",
      "A paragraph, which may go on with",
      "import and other words. <Coin a={b}/>",
      "",
      "```js",
      "import './no'",
      "````",
      "",
      "~~~",
      "```",
      "import './no'",
      "~~~",
      "import './c'",
    ],
    '4:18 import "./coin" {default}\n5:15 export "./b" {*}\n10:14 require "./a"\n23:8 import "./c"',
  ),
  it(
    "Vue: broken",
    "Till.vue",
    ['<template src="./a.html"/>', "<script>", "import b from './b'", "let c = ;", "</script>"],
    '1:15 include "./a.html"\n3:15 import "./b" {default}\n4:9 ! Unexpected token',
    "syntax",
  ),
];
