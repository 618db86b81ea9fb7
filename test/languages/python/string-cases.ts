/** Names in strings: files with the facts that both tiers must find in them. */
import type { Case } from "./scan-cases.ts";

export const calls: readonly Case[] = [
  {
    name: "literal names",
    text: "importlib.import_module('shop.cart')\ntax = import_module(\n    \"tax\", __package__)\nx = __import__('till')\npytest.importorskip('numpy', reason='slow')\n",
    drawing:
      "1:25 dynamic shop.cart [dynamic]\n3:5 dynamic tax [dynamic]\n4:16 dynamic till [dynamic]\n5:21 dynamic numpy [dynamic optional]",
  },
  {
    name: "relative names by their package",
    text: "import_module('..tax', 'shop.till.drawer')\nimport_module('.cart', package='shop')\nimport_module('.here', __package__)\nimport_module('.gone', name)\n",
    drawing: "1:15 dynamic shop.till.tax [dynamic]\n2:15 dynamic shop.cart [dynamic]\n3:15 dynamic .here [dynamic]",
  },
  {
    name: "what imports nothing that is known",
    text: "import_module(name)\nself.import_module('a')\n__import__(f'{a}')\n__import__('a', level=1)\nimportlib.import_module\nx = 'import_module(\"a\")'\nimport_module(b'a')\nimport_module('not a name')\n",
    drawing: "4:12 dynamic .a [dynamic]",
  },
  {
    name: "where it stands",
    text: "def f():\n    return import_module('a')\nx = lambda: import_module('b')\ntry: import_module('c')\nexcept ImportError: pass\ndef g(x=import_module('d')): pass\n",
    drawing:
      "2:26 dynamic a [dynamic local]\n3:27 dynamic b [dynamic local]\n4:20 dynamic c [dynamic optional]\n6:23 dynamic d [dynamic]",
  },
  {
    name: "by other names",
    text: "import importlib as il\nfrom importlib import import_module as load, util\nfrom importlib.util import find_spec\nil.import_module('a')\nload('b')\nutil.find_spec('c')\nfind_spec('.d', __package__)\n",
    drawing:
      "1:8 import importlib\n2:6 from importlib (import_module, util)\n3:6 from importlib.util (find_spec)\n4:18 dynamic a [dynamic]\n5:6 dynamic b [dynamic]\n6:16 dynamic c [dynamic optional]\n7:11 dynamic .d [dynamic optional]",
  },
  {
    name: "names before the import that tells them",
    text: "load('a')\nfrom importlib import import_module as load\nload('b')\n",
    drawing: "2:6 from importlib (import_module)\n3:6 dynamic b [dynamic]",
  },
  {
    name: "names of arguments, strings side by side, odd layout",
    text: "import_module(package='shop', name='.a')\nimport_module('shop.' 'b')\nx = (importlib\n   .import_module(  # here\n  'c'\n))\nimport_module ('d')\n__import__('e', globals(), locals(), ['f'], 2)\n__import__('g', level=0)\n",
    drawing:
      "1:36 dynamic shop.a [dynamic]\n2:15 dynamic shop.b [dynamic]\n5:3 dynamic c [dynamic]\n7:16 dynamic d [dynamic]\n8:12 dynamic ..e [dynamic]\n9:12 dynamic g [dynamic]",
  },
  {
    name: "the package of a package, and of no package",
    path: "shop/__init__.py",
    text: "import importlib\nimportlib.import_module('.a', __name__)\nimportlib.import_module('.b', package=__spec__.parent)\n",
    drawing: "1:8 import importlib\n2:25 dynamic .a [dynamic]\n3:25 dynamic .b [dynamic]\ndeclares importlib",
  },
  {
    name: "after a sentence",
    text: "# Skip without it.\npytest.importorskip('a')\n# By hand.\nimport_module('b')\n",
    drawing: "2:21 dynamic a [dynamic optional]\n4:15 dynamic b [dynamic]",
  },
  {
    name: "names of other objects",
    text: "self.files('a')\nx().import_module('b')\nspec.find_spec('c')\nimportlib.reload('d')\n",
    drawing: "",
  },
  {
    name: "resources, data and modules that are run",
    text: "from importlib import resources\nfrom importlib.resources import files\nimport pkgutil, runpy\nresources.files('shop.data') / 'x'\nfiles(anchor='shop.more')\npkgutil.get_data('shop', 'x')\nrunpy.run_module('shop.main')\npkgutil.resolve_name('shop.till:Drawer')\nfiles(shop)\n",
    drawing:
      "1:6 from importlib (resources)\n2:6 from importlib.resources (files)\n3:8 import pkgutil\n3:17 import runpy\n4:17 dynamic shop.data [dynamic]\n5:14 dynamic shop.more [dynamic]\n6:18 dynamic shop [dynamic]\n7:18 dynamic shop.main [dynamic]\n8:22 dotted-path shop.till:Drawer [dynamic]",
  },
  {
    name: "by a name that is not ASCII",
    text: "from importlib import import_module as lädt\nlädt('a')\n",
    drawing: "1:6 from importlib (import_module)\n2:6 dynamic a [dynamic]",
  },
  {
    name: "in a lambda",
    text: "x = lambda: import_module('a')\ny = lambda: import_module(b)\n",
    drawing: "1:27 dynamic a [dynamic local]",
  },
  {
    name: "the modules of a package, listed to be imported",
    path: "shop/plugins/__init__.py",
    text: "import importlib, pkgutil\nfor m in pkgutil.iter_modules(__path__): importlib.import_module(f'{__name__}.{m.name}')\n",
    drawing:
      "1:8 import importlib\n1:19 import pkgutil\n2:31 every-module . (*) [dynamic]\ndeclares importlib m pkgutil",
  },
  {
    name: "the modules of another package, and of its directory",
    text: "from shop import plugins\nfrom . import more as less\nfrom pkgutil import walk_packages; import shop\nwalk_packages(plugins.__path__, 'x')\nwalk_packages(path=less.__path__)\nwalk_packages([os.path.dirname(__file__)])\nwalk_packages(shop.deep.__path__)\nwalk_packages(paths)\n__import__(x)\n",
    drawing:
      "1:6 from shop (plugins)\n2:6 from . (more)\n3:6 from pkgutil (walk_packages)\n3:43 import shop\n4:15 every-module shop.plugins (**) [dynamic]\n5:20 every-module .more (**) [dynamic]\n6:15 every-module . (**) [dynamic]\n7:15 every-module shop.deep (**) [dynamic]\n! unsupported 8:15 the modules that are listed here, and imported, are known only when it runs",
  },
  {
    name: "modules that are listed below the file, or by a name that is set to where they are",
    text: "import pkgutil, sys\nHERE = os.path.dirname(os.path.realpath(__file__))  # here\nplugins = importlib.import_module('shop.plugins')\npkgutil.iter_modules([HERE])\npkgutil.iter_modules(plugins.__path__)\npkgutil.iter_modules([os.path.join(os.path.dirname(__file__), 'a', \"b\")])\npkgutil.iter_modules([str(pathlib.Path(__file__).resolve().parent / 'c')])\npkgutil.walk_packages(import_module('shop.tax').__path__)\npkgutil.iter_modules(path=sys.modules['shop.till'].__path__)\npkgutil.iter_modules(sys.modules[__package__].__path__)\n",
    drawing:
      "1:8 import pkgutil\n1:17 import sys\n3:35 dynamic shop.plugins [dynamic]\n4:22 every-module . (*) [dynamic]\n5:22 every-module shop.plugins (*) [dynamic]\n6:22 every-module .a.b (*) [dynamic]\n7:22 every-module .c (*) [dynamic]\n8:23 every-module shop.tax (**) [dynamic]\n8:37 dynamic shop.tax [dynamic]\n9:27 every-module shop.till (*) [dynamic]\n10:22 every-module . (*) [dynamic]",
  },
  {
    name: "the path of a package that is imported",
    text: "import pkgutil, importlib as i\nfrom .. import __path__\nfrom .stock import (  # here\n  books as b,\n  __path__ as shelves,\n)\npkgutil.iter_modules(__path__)\npkgutil.iter_modules(b.__path__)\nimport tax.rates as t, till\npkgutil.iter_modules(t.__path__); pkgutil.iter_modules(till.deep.__path__)\ni.import_module(x)\n",
    drawing:
      "1:8 import pkgutil\n1:17 import importlib\n2:6 from .. (__path__)\n3:6 from .stock (books, __path__)\n7:22 every-module .. (*) [dynamic]\n8:22 every-module .stock.books (*) [dynamic]\n9:8 import tax.rates\n9:24 import till\n10:22 every-module tax.rates (*) [dynamic]\n10:56 every-module till.deep (*) [dynamic]",
  },
  {
    name: "modules that are listed where nobody knows",
    text: "import pkgutil, shop\nimport_module(x)\npkgutil.iter_modules()\nfor a in b: pkgutil.iter_modules(a.__path__)\ndef load(shop, *, c=()):\n    pkgutil.iter_modules(shop.__path__)\nd = import_module('a')\nd = import_module('b')\npkgutil.iter_modules(d.__path__)\npkgutil.iter_modules(__path__)\npkgutil.iter_modules(shop.__path__ + more)\npkgutil.iter_modules(*paths)\npkgutil.iter_modules(None)\n",
    drawing: [
      "1:8 import pkgutil\n1:17 import shop\n7:19 dynamic a [dynamic]\n8:19 dynamic b [dynamic]",
      ...["3:22", "4:34", "6:26", "9:22", "10:22", "11:22", "12:22", "13:22"].map(
        (place) => `! unsupported ${place} the modules that are listed here, and imported, are known only when it runs`,
      ),
    ].join("\n"),
  },
  {
    name: "modules that are only listed",
    text: "import pkgutil\nprint([m.name for m in pkgutil.iter_modules(shop.__path__)])\n",
    drawing: "1:8 import pkgutil",
  },
];

/** What frameworks are told by strings. */
export const frameworks: readonly Case[] = [
  {
    name: "patches",
    text: "from unittest import mock\nfrom unittest.mock import patch as p, patch\n@mock.patch('shop.till.Drawer.open')\n@patch(\"shop.tax.rate\", return_value=1)\ndef f(mocker, monkeypatch):\n    with p.dict('shop.cart.prices', {}): pass\n    mocker.patch('shop.stock')\n    monkeypatch.setattr('shop.stock.count', lambda: 1)\n    monkeypatch.setattr(shop, 'gone', 1)\n    patch.object(shop, 'gone')\n    requests.patch('https://shop.example')\n",
    drawing:
      "1:6 from unittest (mock)\n2:6 from unittest.mock (patch, patch)\n3:13 dotted-path shop.till.Drawer.open [dynamic]\n4:8 dotted-path shop.tax.rate [dynamic]\n6:17 dotted-path shop.cart.prices [dynamic]\n7:18 dotted-path shop.stock [dynamic]\n8:25 dotted-path shop.stock.count [dynamic]",
  },
  {
    name: "a patch that is nobody's",
    text: "patch('shop.till.open')\nself.patch('shop.till.open')\n",
    drawing: "",
  },
  {
    name: "plug-ins of pytest",
    path: "conftest.py",
    text: "pytest_plugins = ['shop.fixtures', \"tax_plugin\"]\n",
    drawing: "1:19 dotted-path shop.fixtures [dynamic]\n1:36 dotted-path tax_plugin [dynamic]",
  },
  {
    name: "plug-ins of pytest without brackets",
    path: "shop/tests/fixtures.py",
    text: "pytest_plugins: tuple = 'shop.a', 'shop.b'\npytest_plugins += ('shop.c',)\npytest_plugins == 'shop.d'\n",
    drawing: "1:25 dotted-path shop.a [dynamic]\n1:35 dotted-path shop.b [dynamic]\n2:20 dotted-path shop.c [dynamic]",
  },
  {
    name: "settings of Django",
    text: "INSTALLED_APPS = [\n    'django.contrib.admin',  # here\n    'accounts',\n]\nINSTALLED_APPS += ['till.apps.TillConfig']\nMIDDLEWARE.insert(0, 'shop.middleware.Tax')\nROOT_URLCONF = 'shop.urls'\nAUTH_USER_MODEL = 'accounts.User'\nTEMPLATES = [{'BACKEND': 'django.x.Y', 'DIRS': ['a b'], 'OPTIONS': {'f': ['shop.context.tax']}}]\nREST = {'RENDERER': 'shop.api.Renderer', 'x.y': 1}\nNAME = 'shop'\n",
    drawing:
      "2:5 dotted-path django.contrib.admin [dynamic]\n3:5 dotted-path accounts [dynamic]\n5:20 dotted-path till.apps.TillConfig [dynamic]\n6:22 dotted-path shop.middleware.Tax [dynamic]\n7:16 dotted-path shop.urls [dynamic]\n8:19 dotted-path accounts.models.User [dynamic]\n9:26 dotted-path django.x.Y [dynamic]\n9:75 dotted-path shop.context.tax [dynamic]\n10:21 dotted-path shop.api.Renderer [dynamic]",
  },
  {
    name: "constants elsewhere",
    text: "REST = {'RENDERER': 'shop.api.Renderer'}\nx = '''\nINSTALLED_APPS = ['shop']\n'''\n# ROOT_URLCONF = 'shop.urls'\n",
    drawing: "",
  },
  {
    name: "settings of one test",
    text: "from django.test import override_settings\n@override_settings(ROOT_URLCONF='shop.urls', DEBUG=True)\nclass A: pass\n",
    drawing: "1:6 from django.test (override_settings)\n2:33 dotted-path shop.urls [dynamic]",
  },
  {
    name: "routes of Django",
    text: "from django.urls import include, path\nurlpatterns = [path('a/', include('shop.urls')), path('b/', include(('till.urls', 'till'), namespace='x')), path('c/', include(router.urls))]\nhandler404 = 'shop.views.gone'\n",
    drawing:
      "1:6 from django.urls (include, path)\n2:35 dotted-path shop.urls [dynamic]\n2:70 dotted-path till.urls [dynamic]\n3:14 dotted-path shop.views.gone [dynamic]",
  },
  {
    name: "somebody else's include",
    text: "include('shop.urls')\nconfig.include('shop.views')\n",
    drawing: "",
  },
  {
    name: "where settings are",
    path: "manage.py",
    text: "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\nos.environ.setdefault('PATH', 'shop.bin')\n",
    drawing: "1:8 import os\n2:49 dotted-path shop.settings [dynamic]",
  },
  {
    name: "objects that hold a configuration",
    text: "from flask import Flask\nfrom celery import Celery\ncelery.config_from_object('celeryconfig')\napp.config.from_object('shop.config:Production')\n",
    drawing:
      "1:6 from flask (Flask)\n2:6 from celery (Celery)\n3:27 dotted-path celeryconfig [dynamic]\n4:24 dotted-path shop.config:Production [dynamic]",
  },
  {
    name: "words of frameworks that the file has not imported",
    text: "app.config.from_object('shop.config')\nmonkeypatch.setattr('shop.till', 1)\npytest_plugins = ['shop.fixtures']\n",
    drawing: "",
  },
  {
    name: "Celery",
    text: "from celery import Celery\napp = Celery('shop', include=['shop.tasks'], broker='redis.example')\napp.conf.imports = ('shop.more',)\napp.conf.beat_schedule = {'x': {'task': 'shop.tasks.close', 'schedule': 'a.b'}}\napp.autodiscover_tasks(['till', 'stock.books'])\napp.autodiscover_tasks(packages=('tax',), related_name='jobs')\napp.autodiscover_tasks()\n",
    drawing:
      "1:6 from celery (Celery)\n2:31 dotted-path shop.tasks [dynamic]\n3:21 dotted-path shop.more [dynamic]\n4:41 dotted-path shop.tasks.close [dynamic]\n5:25 dotted-path till.tasks [dynamic]\n5:33 dotted-path stock.books.tasks [dynamic]\n6:34 dotted-path tax.jobs [dynamic]",
  },
  {
    name: "a configuration of Celery by its file's name",
    path: "shop/celeryconfig.py",
    text: "imports = ['shop.tasks']\nbroker_url = 'redis.example'\n",
    drawing: "1:12 dotted-path shop.tasks [dynamic]",
  },
  { name: "imports of nobody", text: "imports = ['shop.tasks']\ninclude = ('shop.x',)\n", drawing: "" },
  {
    name: "logging",
    text: "import logging.config\nCONFIG = {'handlers': {'a': {'class': 'shop.log.Handler', 'level': 'x.y'}}, 'filters': {'b': {'()': 'shop.log.Filter'}}}\nlogging.config.dictConfig(CONFIG)\nlogging.config.dictConfig({'formatters': {'c': {'class': 'shop.log.Format'}}})\nlogging.config.dictConfig(load())\n",
    drawing:
      "1:8 import logging.config\n2:39 dotted-path shop.log.Handler [dynamic]\n2:101 dotted-path shop.log.Filter [dynamic]\n4:58 dotted-path shop.log.Format [dynamic]",
  },
  {
    name: "objects by their names",
    text: "from django.utils.module_loading import import_string\nimport uvicorn\nimport_string('shop.till.Drawer')\nuvicorn.run('shop.main:app', port=1)\nuvicorn.run(app)\nsubprocess.run('a.b')\n",
    drawing:
      "1:6 from django.utils.module_loading (import_string)\n2:8 import uvicorn\n3:15 dotted-path shop.till.Drawer [dynamic]\n4:13 dotted-path shop.main:app [dynamic]",
  },
];
