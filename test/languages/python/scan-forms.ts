/**
 * Forms of facts beside plain imports, for generated programs: what is told by the version or the platform, what is named by
 * strings, and what comments say.
 */
import fc from "fast-check";
import { conditionTests } from "./guard-cases.ts";
import type { Age } from "./scan-expressions.ts";

const atoms: readonly string[] = [
  ...conditionTests.map(([condition]) => condition),
  "TYPE_CHECKING",
  "typing.TYPE_CHECKING",
  "TC",
  "t.TYPE_CHECKING",
  "LATE",
  "False",
  "0",
  "s.platform == 'win32'",
  "platform == 'darwin'",
  "v >= (3, 9)",
  "(3,) > v",
  "o.name in ['nt', 'java']",
  "os.name not in ('nt',)",
  "WINDOWS",
  "sys.platform[:3] == 'win'",
  "sys.version_info.minor < 8",
  "sys.version.startswith('3')",
  "'sys.platform'",
  "f'{sys.platform}'",
  "tax(lambda: sys.platform == 'win32')",
  "[x for x in cart if os.name == 'nt']",
  "hasattr(sys, 'pypy_version_info')",
  "price",
];

/** What an `if` tests: any of these, turned, joined, in brackets and over lines. */
export const conditions: fc.Arbitrary<string> = fc.letrec<{ condition: string }>((tie) => {
  const inner = tie("condition");
  const pair = fc.tuple(inner, inner);
  const joint = fc.constantFrom(" and ", " or ", " and not ", " or not ", " \\\n  and ", "\tor\t");
  const open = fc.constantFrom("\n", "\n  ", "  # import no\n", " \\\n");
  return {
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: fc.constantFrom(...atoms) },
      { weight: 1, arbitrary: inner.map((each) => `not ${each}`) },
      { weight: 1, arbitrary: inner.map((each) => `(${each})`) },
      { weight: 1, arbitrary: inner.map((each) => `not(not(${each}))`) },
      { weight: 2, arbitrary: fc.tuple(pair, joint).map(([[a, b], by]) => a + by + b) },
      { weight: 1, arbitrary: fc.tuple(pair, open).map(([[a, b], space]) => `(${space}${a}${space}or(${b})${space})`) },
    ),
  };
}).condition;

/** Imports after which names mean more than they say. */
const renaming: readonly string[] = [
  "import sys as s, os as o",
  "from sys import platform, version_info as v",
  "import typing as t",
  "from typing import TYPE_CHECKING as TC",
  "from typing_extensions import TYPE_CHECKING",
  "import contextlib as c",
  "from contextlib import suppress as quiet",
  "import importlib as il, importlib.util",
  "from importlib import import_module as load, resources, util",
  "from importlib.resources import files",
  "import pkgutil, pytest, runpy as r",
  "from pkgutil import extend_path, walk_packages, get_data as load",
  "from unittest.mock import patch as p, patch",
  "from unittest import mock",
  "from django.urls import include, path",
  "from django.test import override_settings",
  "from celery import Celery",
  "from flask import Flask",
  "import logging.config",
];

const settings: readonly string[] = [
  "pytest_plugins = ['shop.fixtures', \"tax\"]",
  "pytest_plugins = 'shop.a', 'shop.b'",
  "pytest_plugins += ('shop.c',)",
  "INSTALLED_APPS = [\n'shop',  # 'no'\n\"till.apps.Till\"]",
  "INSTALLED_APPS += ['tax']",
  "INSTALLED_APPS.append('cart')",
  "MIDDLEWARE.insert(0, 'shop.middleware.Tax')",
  "ROOT_URLCONF = 'shop.urls'",
  "AUTH_USER_MODEL = 'shop.User'",
  "LOGGING = {'handlers': {'a': {'class': 'shop.log.Handler'}}}",
  "CELERY_BEAT_SCHEDULE = {'a': {'task': 'shop.tasks.close'}}",
  "REST = {'RENDERER': 'shop.api.Renderer', 'f': f'{shop}.a'}",
  "default_app_config = 'shop.apps.Shop'",
  "imports = ['shop.tasks']",
  "app.conf.imports = app.conf.include = ('shop.more',)",
  "app.conf.beat_schedule = {'a': {'task': 'shop.tasks.close'}}",
  "handler404 = 'shop.views.gone'",
  "urlpatterns = [path('', include('shop.urls')), path('a/', include(('till.urls', 'till')))]",
  "CONFIG = {'a': {'()': 'shop.log.Filter'}}",
  "__all__ = ('a', \"b\",) + till.__all__",
  "__all__ += ['c']",
  "__all__.extend(['d', e])",
  "__path__ = __import__('pkgutil').extend_path(__path__, __name__)",
  "__path__.append(stock)",
  "WINDOWS = os.name == 'nt'",
  "LATE = t.TYPE_CHECKING",
  "DEBUG = False",
];

const sinceThree: readonly string[] = [
  "pytest_plugins: tuple = 'shop.a', 'shop.b'",
  "LATE: bool = t.TYPE_CHECKING",
  "__all__: list[str] = ['g']",
  "ROOT_URLCONF: str = 'shop.urls'",
];

const lazy: readonly string[] = [
  "lazy import tax",
  "lazy import tax.rates as r, till",
  "lazy from ..shop import cart as c",
  "lazy = lazy.x",
];

/** Statements that say more than they do. */
export function tellingStatements(age: Age): fc.Arbitrary<string> {
  const all = [...renaming, ...settings, ...(age === "old" ? [] : sinceThree), ...(age === "new" ? lazy : [])];
  return fc.constantFrom(...all);
}

const functions: readonly string[] = [
  "import_module",
  "importlib.import_module",
  "il.import_module",
  "self.import_module",
  "shop().import_module",
  "load",
  "__import__",
  "pytest.importorskip",
  "importorskip",
  "find_spec",
  "importlib.util . find_spec",
  "util.find_spec",
  "resources.files",
  "files",
  "runpy.run_module",
  "r.run_module",
  "pkgutil.get_data",
  "pkgutil.resolve_name",
  "pkgutil.iter_modules",
  "walk_packages",
  "include",
  "p.dict",
  "patch",
  "mock.patch",
  "mocker.patch.multiple",
  "monkeypatch.setattr",
  "os.environ.setdefault",
  "app.autodiscover_tasks",
  "app.config_from_object",
  "logging.config.dictConfig",
  "override_settings",
  "uvicorn.run",
];

const givens: readonly string[] = [
  "'shop.cart'",
  '"""shop"""',
  "'shop' '.cart'",
  "'.tax', 'shop.till'",
  "'..tax', package='shop.till.drawer'",
  "'.tax', __package__",
  "'.tax', package = __name__",
  "package='shop', name='.tax'",
  "'shop', globals(), locals(), ['cart'], 1",
  "'shop', level=0",
  "'shop.cart', reason='(import no'",
  "u'shop.till:Drawer'",
  "rb'shop'",
  "f'{shop}.cart'",
  "'shop' if cart else 'till'",
  "('shop.urls', 'shop'), namespace='x'",
  "['shop', 'till.books'], related_name='jobs'",
  "'DJANGO_SETTINGS_MODULE', 'shop.settings'",
  "{'a': {'class': 'shop.log.Handler'}}",
  "CONFIG",
  "ROOT_URLCONF='shop.urls', DEBUG=True",
  "__path__",
  "path=shop.__path__, prefix=shop.__name__ + '.'",
  "[os.path.dirname(__file__)]",
  "*cart",
  "lambda: 'shop'",
  "",
];

/** Calls that import what a string names, or seem to. */
export function namingCalls(spaces: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...functions), fc.constantFrom(...givens), spaces, fc.constantFrom("", " "))
    .map(([name, given, space, gap]) => `(${name}${gap}(${space}${given}${space}))`);
}

/** What a `with` clause holds. */
export const contexts: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      "suppress(ImportError)",
      "contextlib.suppress(KeyError, errors.ModuleNotFoundError)",
      "c.suppress(\n  Exception  # import no\n)",
      "quiet(ImportError) as q",
      "quiet (KeyError)",
      "suppress(*errors)",
      "loud(ImportError)",
      "open(suppress) as r",
      "till as (s, t)",
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((items) => items.join(", "));

/** Comments that mean something to some reader; `# ///` opens and closes a script's own metadata. */
export const comments: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.constantFrom(
    ["# import no", "", "   # from no import no", "\f"],
    ["# type: (shop.Till) -> None"],
    ["# type: ignore"],
    ["# -*- coding: utf-8 -*-"],
    ["# fmt: off", "# noqa: F401"],
  ),
  fc
    .array(
      fc.constantFrom(
        "# dependencies = ['rich>=13', \"shop\"]",
        "# dependencies = [",
        '#   "PyYAML",',
        "# ]",
        "#",
        "# requires-python = '>=3.11'",
        "#import no",
        "# ///",
      ),
      { maxLength: 4 },
    )
    .map((metadata) => ["# /// script"].concat(metadata, "# ///")),
);

/** What may end a line. */
export const lineEnds: fc.Arbitrary<string> = fc.constantFrom(
  "",
  "",
  ";",
  "  # import no",
  ";#",
  " ; ",
  "  # type: ignore[attr]",
  "  # type: List[shop.Till]",
);
