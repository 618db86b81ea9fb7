import { describe, expect, it } from "vitest";
import {
  distributionOf,
  modulesOfRecord,
  modulesOfTopLevel,
  requirementsOf,
} from "../../../../src/languages/python/installed/distribution.ts";

describe("the metadata of a distribution", () => {
  it.each([
    ["PyYAML-6.0.2.dist-info", "pyyaml", "6.0.2"],
    ["ruamel.yaml-0.18.6.dist-info", "ruamel-yaml", "0.18.6"],
    ["typing_extensions-4.12.2.dist-info", "typing-extensions", "4.12.2"],
    ["six-1.16.0-py3.11.egg-info", "six", "1.16.0"],
    ["notes.dist-info", undefined, undefined],
  ])("names it by its directory: %s", (directory, name, version) => {
    expect(distributionOf(directory)).toEqual(name === undefined ? undefined : { name, version });
  });

  it.each([
    [
      ["yaml/__init__.py,sha256=x,1", "yaml/nodes.py,,", "_yaml/__init__.py,,"],
      ["yaml", "_yaml"],
    ],
    [["six.py,,", "__pycache__/six.cpython-312.pyc,,", "../../../bin/six,,"], ["six"]],
    [["google/cloud/storage/__init__.py,,", "google/cloud/storage/blob.py,,"], ["google.cloud.storage"]],
    [
      ["google/protobuf/__init__.py,,", "google/_upb/_message.abi3.so,,"],
      ["google.protobuf", "google._upb._message"],
    ],
    [
      ["_cffi_backend.cpython-312-x86_64-linux-gnu.so,,", "cffi/__init__.py,,"],
      ["_cffi_backend", "cffi"],
    ],
    [["redis-stubs/__init__.pyi,,", "types_redis-4.dist-info/RECORD,,"], ["redis-stubs"]],
    [['"odd,name/__init__.py",,', "numpy.libs/libgomp.so,,", "_shop.pth,,"], ["odd,name"]],
    [["__editable___shop_finder.py,,", "__editable__.shop-1.pth,,"], []],
  ])("lists its modules by its files: %j", (record, modules) => {
    expect(modulesOfRecord(record.join("\r\n"))).toEqual(modules);
  });

  it("or by their names alone", () => {
    expect(modulesOfTopLevel("shop\n\ngoogle/cloud\n")).toEqual(["shop", "google.cloud"]);
  });

  it("says what it asks for", () => {
    const metadata =
      "Metadata-Version: 2.1\nName: Flask\nRequires-Dist: Werkzeug>=3.0\nRequires-Dist: importlib-metadata>=3.6; python_version < \"3.10\"\nRequires-Dist: asgiref>=3.2; extra == 'async'\n\nRequires-Dist: not-a-header\n";
    expect(requirementsOf(metadata)).toEqual(["werkzeug", "importlib-metadata"]);
  });

  it("survives any length", () => {
    const record = Array.from({ length: 50_000 }, (_, at) => `m${at}.py,,`).join("\n");
    expect(modulesOfRecord(record).length).toBe(2000);
  });
});
