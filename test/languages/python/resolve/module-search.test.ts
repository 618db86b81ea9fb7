import { describe, expect, it } from "vitest";
import { drawImports, lines } from "./drawn.ts";

describe("names that differ in case alone", () => {
  it("are told with the file that was meant", () => {
    const files = {
      "pyproject.toml": '[project]\nname = "bank"\n',
      "src/bank/__init__.py": "",
      "src/bank/vault.py": "",
      "src/bank/Ledger/__init__.py": "",
      "src/bank/use.py":
        "from .Vault import key\nfrom bank.ledger import post\nimport Bank.vault\nfrom . import VAULT\nimport bank.gone\n",
      "tools/run.py": "import Helper\n",
      "tools/helper.py": "",
    };
    expect(drawImports(files, "src/bank/use.py")).toBe(
      lines(
        "1 .Vault -> unresolved:python/src/bank/Vault! {case of src/bank/vault.py}",
        "2 bank.ledger -> unresolved:python/bank.ledger! {case of src/bank/Ledger/__init__.py}",
        "3 Bank.vault -> unresolved:python/Bank.vault {case of src/bank/vault.py}",
        "4 . -> src/bank/__init__.py",
        "5 bank.gone -> unresolved:python/bank.gone!",
      ),
    );
    const compiled = { ...files, "src/bank/_fast.pyx": "" };
    expect(drawImports(compiled, "src/bank/use.py").split("\n")[0]).toBe(
      "1 .Vault -> unresolved:python/src/bank/Vault! {case of src/bank/vault.py}",
    );
    expect(drawImports(files, "tools/run.py")).toBe("1 Helper -> unresolved:python/Helper {case of tools/helper.py}");
  });
});
