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
    expect(draw(files, "bank/teller.py")).toBe(
      "1 bank -> bank/__init__.py\n1 bank -> bank/__init__.py via bank/ledger.py",
    );
  });
});

describe("projects side by side that share a namespace", () => {
  const files = {
    "core/pyproject.toml": '[project]\nname = "google-api-core"\n',
    "core/google/api_core/__init__.py": "",
    "storage/pyproject.toml": '[project]\nname = "google-cloud-storage"\n',
    "storage/google/cloud/storage/__init__.py": "import google.api_core\nfrom google.cloud import bigquery, kms\n",
  };

  it("are not thought to hold what they do not", () => {
    const kiosk = {
      ...files,
      "base/pyproject.toml": '[project]\nname = "google-cloud-core"\n',
      "base/google/cloud/client/__init__.py": "",
      "kiosk/pyproject.toml": '[project]\nname = "kiosk"\ndependencies = ["google-cloud-core"]\n',
      "kiosk/main.py": "from google.cloud import client, kms\n",
    };
    expect(draw(kiosk, "kiosk/main.py")).toBe(
      [
        "1 google.cloud.client -> base/google/cloud/client/__init__.py (declared)",
        "1 google.cloud.kms -> pkg:pypi/google-cloud-kms (unknown) ~inferred",
      ].join("\n"),
    );
  });

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

describe("a package that other distributions add to", () => {
  it("has what they are known to add from them", () => {
    const files = {
      "pyproject.toml": '[project]\nname = "apache-airflow"\ndependencies = ["apache-airflow-providers-ftp"]\n',
      "airflow/__init__.py": '__path__ = __import__("pkgutil").extend_path(__path__, __name__)\n',
      "airflow/models.py":
        "from airflow.providers.ftp.hooks import Hook\nfrom airflow.providers.cncf.kubernetes import pod\n" +
        "import airflow.providers.fab.models\nimport airflow.made\nfrom airflow import providers\n",
    };
    expect(draw(files, "airflow/models.py")).toBe(
      [
        "1 airflow.providers.ftp.hooks -> pkg:pypi/apache-airflow-providers-ftp (declared) ~declared",
        "2 airflow.providers.cncf.kubernetes -> pkg:pypi/apache-airflow-providers-cncf-kubernetes (unknown) ~inferred",
        "3 airflow.providers.fab.models -> pkg:pypi/apache-airflow-providers-fab (unknown) ~inferred",
        "4 airflow.made -> airflow/__init__.py ~inferred",
        "5 airflow -> airflow/__init__.py",
      ].join("\n"),
    );
  });
});

describe("what builds the project", () => {
  const setup = 'from setuptools import setup\nsetup(name="till", install_requires=["click"])\n';
  it.each([
    ["", "(declared)"],
    ["[tool.black]\n", "(declared)"],
    ['[build-system]\nrequires = ["setuptools"]\n', "(declared)"],
    ['[build-system]\nrequires = ["hatchling"]\n', "(unknown)"],
  ])("is setuptools for a setup.py beside %j", (pyproject, state) => {
    const files = { "setup.py": setup, ...(pyproject === "" ? {} : { "pyproject.toml": pyproject }) };
    expect(draw(files, "setup.py")).toBe(`1 setuptools -> pkg:pypi/setuptools ${state}`);
  });
});

describe("a tree of packages without any manifest", () => {
  it("is a root to the packages of its namespaces", () => {
    const files = {
      "google/auth/__init__.py": "",
      "google/auth/crypt/__init__.py": "",
      "google/auth/engine.py":
        "import google.auth.crypt\nfrom google.auth import crypt\nfrom google.cloud import kms\n",
      "docker/compose/values.py": "import docker\n",
    };
    expect(draw(files, "google/auth/engine.py")).toBe(
      [
        "1 google.auth.crypt -> google/auth/crypt/__init__.py ~inferred",
        "2 google.auth.crypt -> google/auth/crypt/__init__.py ~inferred",
        "3 google.cloud.kms -> pkg:pypi/google-cloud-kms ~inferred",
      ].join("\n"),
    );
    expect(draw(files, "docker/compose/values.py")).toBe("1 docker -> pkg:pypi/docker ~inferred");
  });
});

describe("a directory of modules without an __init__", () => {
  it("is a package, of which there is no file to reach", () => {
    const files = {
      "pyproject.toml": '[project]\nname = "station"\n',
      "station/api/http.py": "from .. import store, gone\nfrom . import absent\n",
      "station/store/table.py": "from station import api, gone\n",
    };
    expect(draw(files, "station/store/table.py")).toBe("1 station -> unresolved:python/station");
    expect(draw(files, "station/api/http.py")).toBe(
      "1 ..gone -> unresolved:python/station/gone!\n2 .absent -> unresolved:python/station/api/absent!",
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
