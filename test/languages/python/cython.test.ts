import { expect, test } from "vitest";
import { parse } from "../../../src/languages/python/parse.ts";
import { scan } from "../../../src/languages/python/scan.ts";
import { createSyntax } from "../../../src/syntax/syntax.ts";
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
    "what is pasted in is told",
    'import tax\ninclude "shared.pxi"\n',
    '1:8 import tax\n! unsupported 2:1 what "shared.pxi" brings in here is not followed: it has no edge',
  ],
  ["not within strings", 'cdef str note = """\nimport tax\n"""\n', ""],
])("%s", (_name, text, drawing) => {
  const file = sourceOf(text, "shop/till.pyx");
  expect(scan(file).doubt).toBe("cython");
  expect(drawFacts(parse(file, syntax).facts)).toBe(drawing);
});
