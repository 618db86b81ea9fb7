import { describe, expect, it } from "vitest";
import { drawImports, lines } from "./drawn.ts";

describe("what a package hands on", () => {
  const files = {
    "bank/__init__.py":
      "from .ledger import post, Entry\nfrom bank.vault import Vault\nfrom . import teller\nfrom .forms import *\ntry:\n    from ._fast import audit\nexcept ImportError:\n    from .slow import audit\n",
    "bank/ledger/__init__.py": "from .entries import Entry\ndef post(): ...\n",
    "bank/ledger/entries.py": "class Entry: ...\n",
    "bank/vault.py": "class Vault: ...\n",
    "bank/teller.py": "",
    "bank/slow.py": "def audit(): ...\n",
    "bank/forms/__init__.py": "from .deposit import Deposit\n",
    "bank/forms/deposit.py": "class Deposit: ...\n",
    "main.py":
      "from bank import post, Entry, Vault, teller, audit\nfrom bank import Deposit\nfrom bank import Missing, __doc__\nimport bank\n",
  };

  it("names the file it has it from, one step on", () => {
    expect(drawImports(files, "main.py")).toBe(
      lines(
        "1 bank.teller -> bank/teller.py",
        "1 bank -> bank/__init__.py via bank/ledger/__init__.py",
        "1 bank -> bank/__init__.py via bank/vault.py",
        "1 bank -> bank/__init__.py via bank/slow.py",
        "2 bank -> bank/__init__.py via bank/forms/__init__.py",
        "3 bank -> bank/__init__.py",
        "4 bank -> bank/__init__.py",
      ),
    );
  });

  it("is of the only module that it takes all names from", () => {
    const star = {
      "bank/__init__.py": "from .models import *\nfrom .own import rate\n",
      "bank/models.py": "class Loan: ...\n",
      "bank/own.py": "rate = 1\n",
      "bank/two/__init__.py": "from .first import *\nfrom .second import *\n",
      "bank/two/first.py": "",
      "bank/two/second.py": "",
      "main.py": "from bank import Loan, rate\nfrom bank.two import Loan\n",
    };
    expect(drawImports(star, "main.py")).toBe(
      lines(
        "1 bank -> bank/__init__.py via bank/models.py",
        "1 bank -> bank/__init__.py via bank/own.py",
        "2 bank.two -> bank/two/__init__.py",
      ),
    );
  });

  it("is the submodule where it imports that from itself, whichever way it is written", () => {
    const own = (statement: string): string =>
      drawImports(
        {
          "bank/__init__.py": `${statement}\n`,
          "bank/vault.py": "",
          "bank/safe.py": "vault = 1\n",
          "main.py": "from bank import vault\n",
        },
        "main.py",
      );
    const submodule = "1 bank.vault -> bank/vault.py";
    expect(own("")).toBe(submodule);
    expect(own("from . import vault")).toBe(submodule);
    expect(own("from bank import vault")).toBe(submodule);
    expect(own("from .safe import vault")).toBe("1 bank -> bank/__init__.py via bank/safe.py");
    expect(own("def vault(): ...")).toBe("1 bank -> bank/__init__.py");
    // An import inside a function binds nothing when the package loads.
    expect(own("def open():\n    from .safe import vault")).toBe(submodule);
  });

  it("is not looked for in circles", () => {
    const circle = {
      "bank/__init__.py": "from .vault import open\n",
      "bank/vault/__init__.py": "from bank import open\n",
      "main.py": "from bank import open\n",
    };
    expect(drawImports(circle, "main.py")).toBe("1 bank -> bank/__init__.py via bank/vault/__init__.py");
  });
});

describe("packages that join directories of several roots", () => {
  const project = (name: string, needs = ""): string =>
    `[project]\nname = "${name}"\ndependencies = [${needs}]\n[tool.setuptools.packages.find]\nwhere = ["src"]\n`;

  it.each([
    ["pkgutil", "from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\n"],
    ["pkgutil in one line", "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n"],
    ["pkg_resources", "__import__('pkg_resources').declare_namespace(__name__)\n"],
    ["pkg_resources by name", "from pkg_resources import declare_namespace\ndeclare_namespace(__name__)\n"],
  ])("by %s", (_, init) => {
    const files = {
      "core/pyproject.toml": project("acme-core"),
      "core/src/acme/__init__.py": init,
      "core/src/acme/core.py": "",
      "web/pyproject.toml": project("acme-web", '"acme-core"'),
      "web/src/acme/__init__.py": init,
      "web/src/acme/web.py": "from acme import core, web, gone\nimport acme.core\nfrom acme.web import page\n",
    };
    expect(drawImports(files, "web/src/acme/web.py")).toBe(
      lines(
        "1 acme.core -> core/src/acme/core.py (declared)",
        "1 acme -> web/src/acme/__init__.py",
        "2 acme.core -> core/src/acme/core.py (declared)",
      ),
    );
  });

  it("not where the first is an ordinary package", () => {
    const files = {
      "core/pyproject.toml": project("acme-core"),
      "core/src/acme/__init__.py": "",
      "core/src/acme/core.py": "",
      "web/pyproject.toml": project("acme-web", '"acme-core"'),
      "web/src/acme/__init__.py": "",
      "web/src/acme/web.py": "from acme import core\n",
    };
    expect(drawImports(files, "web/src/acme/web.py")).toBe("1 acme -> web/src/acme/__init__.py");
  });
});
