import { expect, test } from "vitest";
import { analyze } from "../../../../src/analyze.ts";
import { memoryFileSystem } from "../../../../src/files/file-system.ts";

/** The distributions that nothing is seen to use, of those that the bank asks for to run. */
async function unused(
  names: readonly string[],
  files: Readonly<Record<string, string>>,
  more = "",
): Promise<readonly string[]> {
  const dependencies = ["requests", "beautifulsoup4", ...names].map((name) => `"${name}"`).join(", ");
  const fileSystem = memoryFileSystem({
    "bank/pyproject.toml": `[project]\nname = "bank"\nversion = "1"\ndependencies = [${dependencies}]\n${more}`,
    "bank/bank/__init__.py": "import requests",
    ...files,
  });
  const { conflicts } = await analyze({ fileSystem, only: ["manifest/unused"] });
  return conflicts.map(({ subject }) => subject.slice("pkg:pypi/".length));
}

test.each<[what: string, file: string, text: string, names: readonly string[]]>([
  ["an image", "Dockerfile", 'FROM python\nCMD ["celery", "-A", "bank", "worker"]\n', ["celery"]],
  ["an image, in a shell", "Dockerfile", "FROM python\nRUN python -m celery -A bank worker\n", ["celery"]],
  ["a Procfile", "Procfile", "web: flask run --port 80\n", ["flask"]],
  ["compose", "docker-compose.yml", "services:\n  bank:\n    command: alembic upgrade head\n", ["alembic"]],
  ["a makefile", "Makefile", "check:\n\t@scrapy check\n\tpoetry run celery status\n", ["scrapy", "celery"]],
  [
    "a workflow",
    ".github/workflows/ci.yml",
    "jobs:\n  a:\n    steps:\n      - run: python -m alembic check && uv run celery status\n",
    ["alembic", "celery"],
  ],
  [
    "tox",
    "tox.ini",
    "[testenv]\ncommands =\n    alembic check {posargs}\n    python -m celery\n",
    ["alembic", "celery"],
  ],
  ["nox", "noxfile.py", 'def lint(session):\n    session.run("alembic", "check")\n', ["alembic"]],
  ["a script", "run.sh", "#!/bin/sh\nexec flask run\n", ["flask"]],
  ["a command named otherwise", "Makefile", "check:\n\tdjango-admin check\n", ["django"]],
  ["mypy", "mypy.ini", "[mypy]\nplugins = pydantic.mypy, sqlalchemy.ext.mypy.plugin\n", ["pydantic", "sqlalchemy"]],
  ["setup.cfg's mypy", "setup.cfg", "[mypy]\nplugins =\n    pydantic.mypy\n", ["pydantic"]],
  ["pytest", "pytest.ini", "[pytest]\naddopts = -p hypothesis -q\n", ["hypothesis"]],
  [
    "MkDocs",
    "mkdocs.yml",
    "nav:\n  - beautifulsoup4: a.md\nplugins:\n- search\n- pelican:\n    plugins:\n      - celery: {}\nmarkdown_extensions: [markdown_include]\n",
    ["pelican", "celery", "markdown-include"],
  ],
  ["a worker of gunicorn", "Procfile", "web: gunicorn -k tornado bank:app\n", ["tornado"]],
  [
    "Django",
    "bank/settings.py",
    'INSTALLED_APPS = ["rest_framework", "corsheaders"]\nMIDDLEWARE = ["whitenoise.middleware.WhiteNoiseMiddleware"]\n',
    ["djangorestframework", "django-cors-headers", "whitenoise"],
  ],
])("%s", async (_, file, text, names) => {
  expect(await unused(names, { [`bank/${file}`]: text })).toEqual(["beautifulsoup4"]);
  expect((await unused(names, {})).length).toBeGreaterThan(1);
});

test.each<[table: string, names: readonly string[]]>([
  ['[tool.mypy]\nplugins = ["pydantic.mypy"]\n', ["pydantic"]],
  ['[tool.pytest.ini_options]\naddopts = "-p hypothesis"\n', ["hypothesis"]],
  ['[tool.poe.tasks]\ncheck = "alembic check ."\n', ["alembic"]],
  ['[tool.hatch.envs.default.scripts]\ncheck = ["alembic check", "python -m celery"]\n', ["alembic", "celery"]],
  ['[tool.pdm.scripts]\nserve = "flask run"\n', ["flask"]],
  ['[tool.taskipy.tasks]\nserve = { cmd = "flask run" }\n', ["flask"]],
])("pyproject.toml's %s", async (table, names) => {
  expect(await unused(names, {}, table)).toEqual(["beautifulsoup4"]);
  expect((await unused(names, {})).length).toBeGreaterThan(1);
});

test.each([
  ["a server", "gunicorn"],
  ["a driver of a database", "psycopg2-binary"],
  ["a driver of SQLAlchemy", "asyncpg"],
  ["a plug-in of pytest", "pytest-xdist"],
  ["a plug-in of flake8", "flake8-bugbear"],
  ["an extension of Sphinx", "sphinx-copybutton"],
  ["a theme of MkDocs", "mkdocs-material"],
  ["types", "types-requests"],
])("%s works by being installed: %s", async (_, name) => {
  expect(await unused([name], {})).toEqual(["beautifulsoup4"]);
});

test("a word that only stands somewhere is no use", async () => {
  const files = {
    "bank/Makefile": "# alembic\ncheck:\n\tls celery flask\n",
    "bank/README.md": "flask run",
    "bank/pyproject.toml.orig": "flask",
  };
  expect(await unused(["alembic", "celery", "flask"], files)).toEqual(["beautifulsoup4", "alembic", "celery", "flask"]);
});

test("what another project runs is no use of this one", async () => {
  const files = { "shop/pyproject.toml": '[project]\nname = "shop"\nversion = "1"', "shop/Procfile": "web: flask run" };
  expect(await unused(["flask"], files)).toEqual(["beautifulsoup4", "flask"]);
});

test("a project in a hidden directory uses what is run in it or around it, not beside it", async () => {
  const project = '[project]\nname = "desk"\nversion = "1"\ndependencies = ["flask", "celery", "alembic"]\n';
  const files = {
    ".ci/desk/pyproject.toml": project,
    ".ci/desk/desk.py": "",
    "other/run.sh": "flask run\n",
    ".ci/desk/run.sh": "celery status\n",
    ".github/workflows/check.yml": "jobs:\n  a:\n    steps:\n      - run: alembic check\n",
  };
  expect(await unused([], files)).toEqual(["flask", "beautifulsoup4"]);
});
