import { describe, expect, test } from "vitest";
import { analyze } from "../../../src/analyze.ts";
import { memoryFileSystem } from "../../../src/files/file-system.ts";
import { FactsPacker, FactsUnpacker } from "../../../src/model/packed-facts.ts";
import { drawing } from "./drawn-imports.ts";
import { parsed } from "./facts-drawing.ts";

const shop = {
  "package.json": '{"name":"shop","dependencies":{"vue":"^3.5.0"}}',
  "src/main.js": 'import Till from "./Till.vue"',
  "src/Till.vue":
    '<script setup lang="ts">\nimport { coin } from "./coin.js"\nimport Sign from "./Sign.svelte"\n</script>\n<style src="./till.css"/>',
  "src/Sign.svelte": '<script>import page from "./page.mdx"; import "vue"; import "./gone"</script>',
  "src/page.mdx": 'import Home from "./home.astro"\n\n# Till',
  "src/home.astro": '---\nimport "./coin"\n---\n<p/>',
  "src/coin.js": "",
  "src/coin.ts": "",
  "src/till.css": "",
};

describe("components", () => {
  test("are reached and followed; what they are written in decides between files", () => {
    expect(drawing(shop)).toMatchInlineSnapshot(`
      "src/Sign.svelte:1 ./page.mdx -> src/page.mdx
      src/Sign.svelte:1 vue -> pkg:npm/vue (declared)
      src/Sign.svelte:1 ./gone -> unresolved:javascript/src/gone!
      src/Till.vue:2 ./coin.js -> src/coin.js
      src/Till.vue:3 ./Sign.svelte -> src/Sign.svelte
      src/Till.vue:5 ./till.css -> src/till.css
      src/home.astro:2 ./coin -> src/coin.ts
      src/main.js:1 ./Till.vue -> src/Till.vue
      src/page.mdx:1 ./home.astro -> src/home.astro"
    `);
  });

  test("count as what they are written in", async () => {
    const { graph, stats } = await analyze({ fileSystem: memoryFileSystem(shop) });
    expect(stats.files).toMatchObject({ javascript: 4, typescript: 3 });
    expect(graph.node("file:src/Till.vue")).toMatchObject({ language: "typescript" });
    expect(graph.node("file:src/Sign.svelte")).toMatchObject({ language: "javascript" });
  });

  test("the dialect and the choice of a glob survive the way between threads", () => {
    const facts = [
      parsed("Till.vue", '<script lang="ts">import.meta.glob(["./*.ts", "!./a.ts"])</script>'),
      parsed("a.js", 'require.context("./views", true, /\\.vue$/i)'),
    ];
    const packer = new FactsPacker();
    for (const each of facts) packer.add(each);
    const unpacker = new FactsUnpacker(packer.finish());
    expect(facts[0]?.dialect).toBe("typescript");
    expect([unpacker.next(), unpacker.next()]).toEqual(facts);
  });
});
