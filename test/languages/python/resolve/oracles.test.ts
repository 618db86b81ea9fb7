/** What comparing with other tools over published packages brought to light. */
import { describe, expect, it } from "vitest";
import { python } from "../../../../src/languages/python/index.ts";
import { resolveRepository } from "../../../drawn/resolve.ts";

/** The lines of one file, without its path. */
function draw(files: Readonly<Record<string, string>>, path: string): string {
  const { drawing } = resolveRepository(python, files);
  return drawing
    .split("\n")
    .filter((line) => line.startsWith(`${path}:`))
    .map((line) => line.slice(path.length + 1))
    .join("\n");
}

describe("a package that imports its own submodules", () => {
  it.each([
    ["from bank.vault import keys"],
    ["from . import keys"],
    ["from ..vault import keys"],
    ["import bank.vault.keys as keys"],
    ["if True:\n    from bank.vault import keys"],
  ])("by %s binds the submodules themselves", (statement) => {
    const files = {
      "pyproject.toml": '[project]\nname = "bank"\n',
      "src/bank/__init__.py": "",
      "src/bank/vault/__init__.py": `${statement}\n`,
      "src/bank/vault/keys.py": "",
      "src/bank/teller.py": "from bank.vault import keys\n",
    };
    expect(draw(files, "src/bank/teller.py")).toBe("1 bank.vault.keys -> src/bank/vault/keys.py");
    expect(draw(files, "src/bank/vault/__init__.py")).toContain("src/bank/vault/keys.py");
  });

  it("under another name binds what it says", () => {
    const files = {
      "bank/__init__.py": "from bank import ledger as keys\nfrom bank.ledger import safe\n",
      "bank/ledger.py": "",
      "bank/keys.py": "",
      "bank/safe.py": "",
      "bank/teller.py": "from bank import keys, safe\n",
    };
    expect(draw(files, "bank/teller.py")).toBe("1 bank -> bank/__init__.py");
  });
});

describe("projects side by side that share a namespace", () => {
  const files = {
    "core/pyproject.toml": '[project]\nname = "google-api-core"\n',
    "core/google/api_core/__init__.py": "",
    "storage/pyproject.toml": '[project]\nname = "google-cloud-storage"\n',
    "storage/google/cloud/storage/__init__.py": "import google.api_core\nfrom google.cloud import bigquery, kms\n",
  };

  it("answer for what they publish before any knowledge does", () => {
    expect(draw(files, "storage/google/cloud/storage/__init__.py")).toBe(
      [
        "1 google.api_core -> core/google/api_core/__init__.py (unknown) ~inferred",
        "2 google.cloud.bigquery -> pkg:pypi/google-cloud-bigquery (unknown)",
        "2 google.cloud.kms -> pkg:pypi/google-cloud-kms (unknown) ~inferred",
      ].join("\n"),
    );
  });
});

describe("a package in a namespace", () => {
  it("is reached by its whole name, not by its last part", () => {
    const files = {
      "pyproject.toml": '[project]\nname = "meter"\ndependencies = ["grpcio"]\n',
      "src/meter/export/grpc/__init__.py": "",
      "src/meter/export/grpc/sender.py": "import grpc\nfrom meter.export import grpc as own\n",
    };
    expect(draw(files, "src/meter/export/grpc/sender.py")).toBe(
      "1 grpc -> pkg:pypi/grpcio (declared)\n2 meter.export.grpc -> src/meter/export/grpc/__init__.py",
    );
  });
});
