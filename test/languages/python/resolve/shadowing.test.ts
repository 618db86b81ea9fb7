import { describe, expect, it } from "vitest";
import { drawImports, lines } from "./drawn.ts";

describe("a module that hides another", () => {
  const project = '[project]\nname = "shop"\ndependencies = ["pyyaml"]\n';

  it("beside a script says what it hides", () => {
    const files = {
      "jobs/run.py": "import random\nfrom json import dumps\nimport yaml\n",
      "jobs/random.py": "",
      "jobs/json/__init__.py": "",
      "jobs/yaml.py": "",
      "jobs/requirements.txt": "pyyaml\n",
    };
    expect(drawImports(files, "jobs/run.py")).toBe(
      lines(
        "1 random -> jobs/random.py shadows builtin:python/random",
        "2 json -> jobs/json/__init__.py shadows builtin:python/json",
        "3 yaml -> jobs/yaml.py shadows pkg:pypi/pyyaml",
      ),
    );
  });

  it("in a source root says so at what it may hide", () => {
    const files = {
      "pyproject.toml": project,
      "src/shop/__init__.py": "import calendar\nimport yaml.nodes\nimport types\n",
      "src/shop/types.py": "",
      "src/calendar.py": "",
      "src/yaml/__init__.py": "",
      "src/yaml/nodes.py": "",
    };
    expect(drawImports(files, "src/shop/__init__.py")).toBe(
      lines(
        "1 calendar -> builtin:python/calendar shadowed by src/calendar.py",
        "2 yaml.nodes -> src/yaml/nodes.py shadows pkg:pypi/pyyaml",
        "3 types -> builtin:python/types",
      ),
    );
  });

  it("not where the import is relative, the name a namespace, or the distribution this repository's own", () => {
    const files = {
      "pyproject.toml": '[project]\nname = "shop"\ndependencies = ["till"]\n',
      "shop/__init__.py": "from . import random\nfrom google.cloud import shelf\nimport till\n",
      "shop/random.py": "",
      "google/cloud/shelf.py": "",
      "till/pyproject.toml": '[project]\nname = "till"\n',
      "till/till/__init__.py": "",
    };
    expect(drawImports(files, "shop/__init__.py")).toBe(
      lines(
        "1 .random -> shop/random.py",
        "2 google.cloud.shelf -> google/cloud/shelf.py",
        "3 till -> till/till/__init__.py (declared)",
      ),
    );
  });
});
