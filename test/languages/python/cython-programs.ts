/** Files of Cython made by chance, with what each of them imports. */
import fc from "fast-check";

export interface MadeCython {
  readonly text: string;
  /** In the order of the text: `kind specifier`. */
  readonly imports: readonly string[];
}

/** Statements that stand by themselves, with what they import. */
const statements: readonly (readonly [text: string, ...imports: string[]])[] = [
  ["cimport tax", "import tax"],
  ["cimport tax.rates as r, till", "import tax.rates", "import till"],
  ["cimport cython, numpy as np", "import numpy"],
  ["from .till cimport Till, total as t", "from .till"],
  ["from ..shop  cimport (Cart,\n    Stock)", "from ..shop"],
  ["from libc.stdlib cimport malloc, free"],
  ["from cpython.ref cimport PyObject"],
  ["import tax", "import tax"],
  ["from shop import cart as c", "from shop"],
  ['include "units.pxi"', "include units.pxi"],
  ["include '../desk/keys.pxi'  # here", "include ../desk/keys.pxi"],
  ["cdef int price = <int> 3, *more = NULL"],
  ["cdef Till[:, ::1] view = till"],
  ["ctypedef unsigned long size"],
  ["DEF LIMIT = 3"],
  ["price = <double*> malloc(LIMIT * sizeof(double))"],
  ["x = &price"],
  ["note = 'import no'"],
  ["# cimport no"],
  ["pass"],
];

/** Strings of more lines would not survive being indented. */
const outer: readonly string[] = [
  '"""\nimport no\ninclude "no.pxi"\n"""',
  'cdef extern from "till.h" nogil:\n    int total(int) except -1\n    ctypedef struct cart:\n        int size',
  "cdef struct stock:\n    int count",
];

const headers: readonly string[] = [
  "cdef int total(int price, Till[:] view) except? -1 nogil:",
  "cpdef inline double rate(self, double x=*):",
  "def sell(int count, *, object till not None):",
  "cdef class Till(Shop):",
  "cdef public api class Cart [object Cart, type CartType]:",
  "with nogil, parallel(num_threads=4):",
  "for i in prange(3, nogil=True):",
  "for i from 0 <= i < n:",
  "try:\n    pass\nexcept ImportError:",
  "IF WINDOWS:",
  "if price is not NULL:",
  "@cython.boundscheck(False)\ndef open_till():",
];

const one: fc.Arbitrary<MadeCython> = fc
  .constantFrom(...statements)
  .map(([text, ...imports]) => ({ text: `${text}\n`, imports }));
const text: fc.Arbitrary<MadeCython> = fc.constantFrom(...outer).map((each) => ({ text: `${each}\n`, imports: [] }));

function joined(parts: readonly MadeCython[]): MadeCython {
  return { text: parts.map((each) => each.text).join(""), imports: parts.flatMap((each) => each.imports) };
}

const some: fc.Arbitrary<MadeCython> = fc.letrec<{ block: MadeCython; statement: MadeCython }>((tie) => ({
  block: fc.array(tie("statement"), { minLength: 1, maxLength: 4 }).map(joined),
  statement: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: one },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...headers), tie("block")).map(([header, { text: body, imports }]) => ({
        text: `${header}\n${body.replaceAll(/^(?=.)/gm, "    ")}    pass\n`,
        imports,
      })),
    },
  ),
})).block;

export const cythonPrograms: fc.Arbitrary<MadeCython> = fc
  .array(fc.oneof({ weight: 3, arbitrary: some }, { weight: 1, arbitrary: text }), { minLength: 1, maxLength: 4 })
  .map(joined);
