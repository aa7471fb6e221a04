"""How a document of an older schema becomes one of the present schema."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

Migration = Callable[[dict[str, Any]], dict[str, Any]]

# From each older schema version to the next; none yet, for the first one is the present one.
MIGRATIONS: Mapping[int, Migration] = {}


def why_not_readable(
    found: object, present: int, migrations: Mapping[int, Migration] = MIGRATIONS
) -> str | None:
    """Why a document of this schema version cannot be read; None where it can."""
    if found is None:
        return f"is missing; a scenario begins with 'schema_version: {present}'"
    if isinstance(found, bool) or not isinstance(found, int):
        return f"must be a whole number such as {present}, got {found!r}"[:120]
    if found > present:
        return f"{found} is newer than this program, which reads up to {present}"
    if any(step not in migrations for step in range(found, present)):
        return f"{found} is older than any this program can bring up to {present}"
    return None


def migrated(
    document: Mapping[str, Any], present: int, migrations: Mapping[int, Migration] = MIGRATIONS
) -> dict[str, Any]:
    """A copy of the document in the present schema; the original stays as it is."""
    fresh: dict[str, Any] = copy.deepcopy(dict(document))
    for step in range(int(fresh["schema_version"]), present):
        fresh = migrations[step](fresh) | {"schema_version": step + 1}
    return fresh
