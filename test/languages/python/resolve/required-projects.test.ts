import { describe, expect, it } from "vitest";
import { drawImports, lines } from "./drawn.ts";

function project(name: string, ...needs: readonly string[]): string {
  return `[project]\nname = "${name}"\ndependencies = [${needs.map((each) => `"${each}"`).join(", ")}]\n`;
}

describe("projects of one repository", () => {
  const monorepo = {
    "wires/pyproject.toml": project("acme-wires"),
    "wires/src/acme/wires/__init__.py": "",
    "gauges/pyproject.toml": project("acme-gauges", "acme-wires>=1"),
    "gauges/src/acme/gauges/__init__.py": "",
    "dials/pyproject.toml": project("acme-dials"),
    "dials/src/acme/dials/__init__.py": "",
  };

  it("find what they ask for, and what that asks for", () => {
    const files = {
      ...monorepo,
      "panel/pyproject.toml": project("acme-panel", "acme-gauges"),
      "panel/src/acme/panel/__init__.py": "from acme import gauges, wires, dials, panel\n",
    };
    expect(drawImports(files, "panel/src/acme/panel/__init__.py")).toBe(
      lines(
        "1 acme.gauges -> gauges/src/acme/gauges/__init__.py (declared)",
        "1 acme.wires -> wires/src/acme/wires/__init__.py (transitive)",
        "1 acme.dials -> dials/src/acme/dials/__init__.py (unknown) ~inferred",
      ),
    );
  });

  it("in a namespace that others share come before a distribution of the name", () => {
    const files = {
      "common/pyproject.toml": project("googleapis-common-protos"),
      "common/google/longrunning/operations_pb2.py": "",
      "storage/pyproject.toml": project("google-cloud-storage"),
      "storage/google/cloud/storage/__init__.py":
        "from google.longrunning import operations_pb2\nfrom google.cloud import bigquery\n",
    };
    expect(drawImports(files, "storage/google/cloud/storage/__init__.py")).toBe(
      lines(
        "1 google.longrunning.operations_pb2 -> common/google/longrunning/operations_pb2.py (unknown) ~inferred",
        "2 google.cloud.bigquery -> pkg:pypi/google-cloud-bigquery (unknown)",
      ),
    );
  });
});

describe("a package in a namespace", () => {
  const files = {
    "pyproject.toml": project("exporter", "grpcio"),
    "src/telemetry/exporter/grpc/__init__.py": "",
    "src/telemetry/exporter/grpc/logs.py": "import grpc\nfrom telemetry.exporter.grpc import logs\n",
  };

  it("is not on the path under its last name", () => {
    expect(drawImports(files, "src/telemetry/exporter/grpc/logs.py")).toBe("1 grpc -> pkg:pypi/grpcio (declared)");
  });
});

describe("a package that joins all directories of its name", () => {
  it("leaves to distributions what they are known for", () => {
    const files = {
      "airflow/__init__.py": '__path__ = __import__("pkgutil").extend_path(__path__, __name__)\n',
      "airflow/dag.py": "from airflow.providers.celery.executors import run\nimport airflow.gone\nimport airflow.dag\n",
    };
    expect(drawImports(files, "airflow/dag.py")).toBe(
      lines(
        "1 airflow.providers.celery.executors -> pkg:pypi/apache-airflow-providers-celery ~inferred",
        "2 airflow.gone -> airflow/__init__.py ~inferred",
      ),
    );
  });
});
