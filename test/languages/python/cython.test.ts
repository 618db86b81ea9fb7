import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../../src/languages/python/parse.ts";
import { scan } from "../../../src/languages/python/scan.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
import { cythonPrograms } from "./cython-programs.ts";
import { drawFacts, sourceOf } from "./scan-drawing.ts";

const syntax = createSyntax();

test.each([
  ["cimport", "cimport numpy as np\nimport numpy\n", "1:9 import numpy\n2:8 import numpy"],
  ["from cimport", "from shop.till cimport Till, total\n", "1:6 from shop.till (Till, total)"],
  ["relative", "from .till cimport Till\n", "1:6 from .till (Till)"],
  ["what Cython brings", "from libc.stdlib cimport malloc\ncimport cython\nfrom cpython.ref cimport Py_INCREF\n", ""],
  ["within functions", "cdef int total(int price) nogil:\n    import tax\n    return <int> price\n", "2:12 import tax"],
  ["within a guard", "try:\n    import tax\nexcept ImportError:\n    tax = None\n", "2:12 import tax [optional]"],
  ["a header", 'cdef extern from "till.h":\n    int total(int)\nimport tax\n', "3:8 import tax"],
  [
    "what is pasted in",
    "import tax\ninclude \"shared.pxi\"  # here\nIF WINDOWS:\n    include 'desk/keys.pxi'\nfrom till cimport Till\n",
    "1:8 import tax\n2:9 include shared.pxi\n4:13 include desk/keys.pxi\n5:6 from till (Till)",
  ],
  [
    "what is pasted in by a name that is not plain",
    'include "a\\x.pxi"\nimport tax\n',
    "2:8 import tax\n! unsupported 1:9 the file that is pasted in here is not named plainly: it has no edge",
  ],
  [
    "what is pasted in before a string",
    'include \'keys.pxi\'\n"""\nimport no\n"""\nimport tax\n',
    "1:9 include keys.pxi\n5:8 import tax",
  ],
  ["what only looks so", 'include = 1\ninclude("a.pxi")\n# include "a.pxi"\nx = """\ninclude "a.pxi"\n"""\n', ""],
  [
    "a statement of which the tree has only the end",
    "cdef int total(Till[:] view) except? -1 nogil:\n    with nogil, parallel(num_threads=4):\n        pass\n    pass\ncimport tax\nfrom shop import cart as c\nfrom till \\\n  import Till; import stock\n",
    "5:9 import tax\n6:6 from shop (cart)\n7:6 from till (Till)\n8:23 import stock",
  ],
  ["not within strings", 'cdef str note = """\nimport tax\n"""\n', ""],
])("%s", (_name, text, drawing) => {
  const file = sourceOf(text, "shop/till.pyx");
  expect(scan(file).doubt).toBe("cython");
  expect(drawFacts(parse(file, syntax).facts)).toBe(drawing);
});

test("all that files made by chance import, and nothing else", { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(cythonPrograms, fc.constantFrom("pyx", "pxd", "pxi"), ({ text, imports }, ending) => {
      const { facts } = parse(sourceOf(text, `shop/till.${ending}`), syntax);
      expect(facts.imports.map(({ kind, specifier }) => `${kind} ${specifier}`)).toEqual(imports);
      expect(facts.diagnostics).toEqual([]);
    }),
    { numRuns: process.env["DEPBRAID_INVARIANT"] === "all" ? 5000 : 300 },
  );
});
