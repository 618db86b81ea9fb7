# /// script
# dependencies = ["py-rattler"]
# ///
"""What rattler says of conda's versions: a list of questions in, a list of answers out, both JSON."""

import json
import sys

from rattler import Version, VersionSpec


def answer(kind, first, second):
    if kind == "order":
        left, right = Version(first), Version(second)
        return str((left > right) - (left < right))
    return str(VersionSpec(first).matches(Version(second))).lower()


def tolerant(question):
    try:
        return answer(*question)
    except Exception:  # Each kind of invalid text has an exception of its own.
        return "invalid"


json.dump([tolerant(question) for question in json.load(sys.stdin)], sys.stdout)
