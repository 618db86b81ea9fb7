import { describe, expect, test } from "vitest";
import { decode } from "../../../src/files/source-text.ts";
import { declaredEncoding } from "../../../src/languages/python/encoding.ts";

describe("the coding line", () => {
  test.each([
    ["# -*- coding: latin-1 -*-\n", "iso-8859-1"],
    ["#!/usr/bin/python\n# vim: set fileencoding=iso-8859-15 :\n", "iso-8859-15"],
    ["\n# coding=cp1252\n", "windows-1252"],
    ["# coding: utf_8\n", "utf-8"],
    ["# coding: UTF8\r\n", "utf-8"],
    ["# coding: latin_1-unix\r", "iso-8859-1"],
    ["# coding: shift_jis\n", "shift_jis"],
    ["# coding: cp932\n", "shift_jis"],
    ["# coding: euc_jp\n", "euc-jp"],
    ["# coding: koi8_r\n", "koi8-r"],
    ["# coding: mac_roman\n", "macintosh"],
    ["# coding: cp866\n", "ibm866"],
    ["# coding: uft8\n", "uft8"],
    ["x = 1\n# coding: latin-1\n", undefined],
    ["\n\n# coding: latin-1\n", undefined],
    ["x = 'coding: latin-1'\n", undefined],
    ["", undefined],
  ])("%j", (text, label) => {
    expect(declaredEncoding(Buffer.from(text, "latin1"))).toBe(label);
  });
});

test("a file of its own encoding is decoded by it, without a word", () => {
  const bytes = Buffer.from("# coding: koi8-r\nимя = 1\n".replace("имя", "\xC9\xCD\xD1"), "latin1");
  expect(decode("shop/names.py", bytes, declaredEncoding)).toEqual({
    path: "shop/names.py",
    text: "# coding: koi8-r\nимя = 1\n",
    diagnostics: [],
  });
});
