import { expect, test } from "vitest";
import { analysis, clash, conflict, cycle, mild, printed } from "./drawn-analysis.ts";

test("errors are open, the rest is folded", () => {
  expect(printed("markdown", "check", analysis())).toBe(`## depbraid: 2 errors, 1 warning, 1 info

| | where | what |
| --- | --- | --- |
| error | \`web/src/cart.ts:2:17\`<br>and in 1 more place | left-pad is imported, but web/package.json does not declare it, and nothing that it requires is known to bring it (\`import/undeclared\`)<br>**fix:** add "left-pad" to the dependencies of web/package.json |

<details>
<summary>1 warning, 1 info more</summary>

| | where | what |
| --- | --- | --- |
| warning | \`stock/stock/book.py:1:6\` | 2 files import each other in a circle: stock/stock/book.py -&gt; stock/stock/shelf.py -&gt; stock/stock/book.py (\`import/cycle\`)<br>\`stock/stock/book.py:1:6\` imports stock/stock/shelf.py<br>\`stock/stock/shelf.py:3:6\` → imports stock/stock/book.py<br>**fix:** cut the import of stock/stock/shelf.py at stock/stock/book.py:1 |
| info | \`web/package.json:15:5\` | async is asked for, but nothing in web imports it (\`manifest/unused\`)<br>**fix:** add "left-pad" to the dependencies of web/package.json |

</details>

1,234 source files and 12 manifests read; 1 diagnostic of what was not fully read.
`);
});

test("warnings are open where there is no error, infos never", () => {
  const text = printed("markdown", "check", analysis({ conflicts: [cycle, mild] }));
  expect(text.indexOf("| warning |")).toBeLessThan(text.indexOf("<details>"));
  expect(printed("markdown", "check", analysis({ conflicts: [mild] }))).toMatch(
    /^## depbraid: 1 info\n\n<details>\n<summary>1 info<\/summary>/,
  );
});

test("causes stand below what they explain, and a fix says that it was checked", () => {
  const row = printed("markdown", "check", analysis({ conflicts: [clash] })).split("\n")[4];
  expect(row).toBe(
    "| error | `stock/requirements.txt:1:1` | no version of requests is both &lt;2.30 and &gt;=2.31 " +
      "(`version/disjoint`)<br>`stock/requirements.txt:4:1` asks for &gt;=2.31<br>&nbsp;&nbsp;`stock/base.txt:2` is where " +
      "it is from<br>&nbsp;&nbsp;... and 2 more<br>**fix (checked):** let stock/requirements.txt:1 ask for &gt;=2.31 |",
  );
});

test("nothing found", () => {
  expect(printed("markdown", "check", analysis({ conflicts: [], diagnostics: [] }))).toBe(
    "## depbraid: no conflicts\n\n1,234 source files and 12 manifests read.\n",
  );
});

test("a comment is never longer than hosts take, and says what it leaves out", () => {
  const conflicts = Array.from({ length: 10_000 }, (_, at) =>
    conflict({ subject: `p${at}`, message: `<${at}> ${"|".repeat(2000)}` }),
  );
  const text = printed("markdown", "check", analysis({ conflicts }));
  expect(text.length).toBeLessThan(65_536);
  const rows = text.split("\n").filter((line) => line.startsWith("| error |")).length;
  expect(text).toContain(`... and ${(10_000 - rows).toLocaleString("en")} more: this comment would be too long.`);
  // Each row has its own four bars and no other.
  for (const line of text.split("\n").filter((each) => each.startsWith("| error |"))) {
    expect(line.match(/(?<!\\)\|/g)).toHaveLength(4);
  }
});
