import { describe, expect, it } from "vitest";
import { drawImports } from "./drawn.ts";

/** Two packages of one search path; what is asked for is of neither. */
const files = {
  "shop/__init__.py": "",
  "shop/till/__init__.py": "",
  "shop/till/pay.py": "import prices\n",
  "shop/stock/__init__.py": "",
  "shop/stock/count.py": "import prices\n",
};

describe("what lies near to one of two places of a search path", () => {
  const absent = "1 prices -> unresolved:python/prices";

  it("is nothing to either where nothing lies there", () => {
    expect(drawImports(files, "shop/till/pay.py")).toBe(absent);
    expect(drawImports(files, "shop/stock/count.py")).toBe(absent);
  });

  // The first place that asks is `shop/stock`, by the order of the paths.
  it.each(["stock", "till"])("is found from shop/%s alone", (owner) => {
    const near = { ...files, [`shop/${owner}/lib/prices.py`]: "" };
    const found = `1 prices -> shop/${owner}/lib/prices.py ~inferred`;
    expect(drawImports(near, "shop/stock/count.py")).toBe(owner === "stock" ? found : absent);
    expect(drawImports(near, "shop/till/pay.py")).toBe(owner === "till" ? found : absent);
  });

  it.each(["stock", "till"])("is found where it lies in the directory of shop/%s itself", (owner) => {
    const near = { ...files, [`shop/${owner}/prices.py`]: "" };
    const found = `1 prices -> shop/${owner}/prices.py ~inferred`;
    expect(drawImports(near, "shop/stock/count.py")).toBe(owner === "stock" ? found : absent);
    expect(drawImports(near, "shop/till/pay.py")).toBe(owner === "till" ? found : absent);
  });
});
