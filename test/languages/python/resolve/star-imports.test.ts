import { expect, it } from "vitest";
import { python } from "../../../../src/languages/python/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";

it("a star import brings in the submodules that are listed and not bound", () => {
  const { drawing } = resolveRepository(python, {
    "bank/__init__.py": "from .rates import rate as loans\n__all__ = ['tills', 'loans', 'gone', 'safes', 'rates']\n",
    "bank/tills.py": "",
    "bank/loans.py": "",
    "bank/rates.py": "",
    "bank/safes/__init__.py": "",
    "bank/hidden.py": "",
    "main.py": "from bank import *\n",
    "bank/desk.py": "from . import *\n",
    "bank/safes/key.py": "from ..safes import *\n",
  });
  expect(drawing).toBe(
    [
      "bank/__init__.py:1 .rates -> bank/rates.py",
      "bank/desk.py:1 .rates -> bank/rates.py",
      "bank/desk.py:1 .safes -> bank/safes/__init__.py",
      "bank/desk.py:1 .tills -> bank/tills.py",
      "bank/desk.py:1 . -> bank/__init__.py",
      "bank/safes/key.py:1 ..safes -> bank/safes/__init__.py",
      "main.py:1 bank.rates -> bank/rates.py",
      "main.py:1 bank.safes -> bank/safes/__init__.py",
      "main.py:1 bank.tills -> bank/tills.py",
      "main.py:1 bank -> bank/__init__.py",
    ].join("\n"),
  );
});
