"""A packaged profile with a few settings changed by a scenario's author."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Field, ValidationError

from trainer.scenario.part import Part
from trainer.scenario.profile import Profile, Setting
from trainer.scenario.spelling import nearest
from trainer.scenario.text import Line

_Whole = Annotated[int, Field(ge=-1_000_000, le=1_000_000)]


class ProfileChange(Part):
    """One setting that differs from the named profile, and why."""

    setting: Setting = Field(description='Which one, e.g. "blocks.relief_percent".')
    value: bool | _Whole | Line | tuple[_Whole, _Whole] = Field(description="What it is here.")
    why: Line = Field(description="Why; shown with the setting as what it rests on.")


def changed_profile(profile: Profile, changes: Iterable[ProfileChange]) -> Profile:
    """The profile with every change made and accounted for.

    Raises ValueError for a setting that the profile has not, or a value that does not fit it.
    """
    changes = tuple(changes)
    if not changes:  # most scenarios; checking a policy anew takes longer than reading the file
        return profile
    document = profile.model_dump(mode="json")
    for change in changes:
        _check_known(profile, change)
        _set(document, change.setting, change.model_dump(mode="json")["value"])
        document["evidence"].insert(0, _account(change))
    try:
        return Profile.model_validate_json(json.dumps(document))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ValueError(f"{place or 'profile'}: {first['msg']}") from None


def _check_known(profile: Profile, change: ProfileChange) -> None:
    known = [path for path, _ in profile.settings()]
    if change.setting not in known:
        raise ValueError(
            f"{profile.id} has no setting {change.setting!r}{nearest(change.setting, known)}"
        )


def _set(node: Any, path: str, value: object) -> None:
    """Write a value at a path as `Profile.settings` spells it."""
    if isinstance(node, list):
        named = ((item, item.get("id") or item["mode"]) for item in node)
        item, name = next((i, n) for i, n in named if path.startswith(f"{n}."))
        _set(item, path[len(name) + 1 :], value)
        return
    name, _, rest = path.partition(".")
    if rest:
        _set(node[name], rest, value)
    else:
        node[name] = value


def _account(change: ProfileChange) -> dict[str, object]:
    source = "this scenario's author"
    return {"about": [change.setting], "tag": "X", "claim": change.why, "source": source}
