# /// script
# dependencies = ["packaging"]
# ///
"""What `packaging` says: a list of questions in, a list of answers out, both JSON."""

import json
import sys

from packaging.markers import InvalidMarker, Marker, UndefinedComparison, UndefinedEnvironmentName
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

# The same as in `pypi.ts`.
ENVIRONMENT = {
    "implementation_name": "cpython",
    "implementation_version": "3.11.7",
    "os_name": "posix",
    "platform_machine": "x86_64",
    "platform_python_implementation": "CPython",
    "platform_release": "6.1.0",
    "platform_system": "Linux",
    "platform_version": "#1 SMP",
    "python_full_version": "3.11.7",
    "python_version": "3.11",
    "sys_platform": "linux",
    "extra": "dev",
}


def answer(kind, first, second=None):
    if kind == "version":
        return str(Version(first))
    if kind == "order":
        left, right = Version(first), Version(second)
        return str((left > right) - (left < right))
    if kind == "contains":
        Version(second)
        # As text: `===` compares it as it is written.
        return str(SpecifierSet(first).contains(second, prereleases=True)).lower()
    return str(Marker(first).evaluate(ENVIRONMENT)).lower()


def tolerant(question):
    try:
        return answer(*question)
    except (InvalidVersion, InvalidSpecifier, InvalidMarker):
        return "invalid"
    except (UndefinedComparison, UndefinedEnvironmentName):
        return "undefined"


json.dump([tolerant(question) for question in json.load(sys.stdin)], sys.stdout)
