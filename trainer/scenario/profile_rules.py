"""What a scenario owes its practice profile."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.scenario.draft import Draft, Finding
from trainer.scenario.profile import Profile
from trainer.scenario.profile_changes import changed_profile
from trainer.scenario.spelling import nearest
from trainer.scenario.tables import NO_PROFILE, PROFILE_IDS, profile_named


def profile_of(draft: Draft) -> Profile | None:
    """The policy that the sound parts follow; None where it cannot be told."""
    stated, name = draft.get("stated_profile"), draft.get("practice_profile")
    if stated is not None or name is None:
        return stated if isinstance(stated, Profile) else None
    named = profile_named(name)
    try:
        return None if named is None else changed_profile(named, draft.get("profile_changes") or ())
    except ValueError:
        return None


def the_profile_is_known(draft: Draft) -> Iterator[Finding]:
    """Named among the shipped ones, or stated in full under its own id."""
    stated, name = draft.get("stated_profile"), draft.get("practice_profile")
    if name is None:
        return
    if stated is None and profile_named(name) is None:
        why = f"{name!r} is not a known profile{nearest(name, (NO_PROFILE, *PROFILE_IDS))}"
        yield ("practice_profile",), why
    if stated is not None and name not in (stated.id, NO_PROFILE):
        yield ("practice_profile",), f"is {name!r}, and stated_profile is {stated.id!r}"


def the_changes_fit(draft: Draft) -> Iterator[Finding]:
    """Every change is of a setting that the profile has, to a value that it can take."""
    profile = draft.get("stated_profile") or profile_named(draft.get("practice_profile") or "")
    if profile is None:
        return
    for place, change in draft.items("profile_changes"):
        try:
            changed_profile(profile, [change])
        except ValueError as error:
            yield (*place, "setting"), str(error)
