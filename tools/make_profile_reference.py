"""Write docs/profiles.md from the data: ``python -m tools.make_profile_reference``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path

from trainer.anatomy.convention import CONFIDENCE
from trainer.scenario.profile import Difference, Evidence, Profile
from trainer.scenario.tables import NO_PROFILE, PROFILE_IDS, profiles, usual_talk

PAGE = Path(__file__).resolve().parents[1] / "docs" / "profiles.md"

HEAD = f"""# Practice profiles

<!-- Written by `python -m tools.make_profile_reference`; change trainer/scenario/profiles. -->

How many blocks, how much relief, which volumes, when to stimulate, how hot: societies and payers
differ, and an attempt can only be judged fairly by a policy that was stated before. A scenario
names one in `practice_profile`; the candidate reads it in the briefing, the attempt carries the
whole of it, and scores follow it. `{NO_PROFILE}` means that nothing in the case depends on one: the
values of `{PROFILE_IDS[0]}` then stand in.

A profile is a file with a version. Every setting rests on an entry of its evidence, with the
confidence of that entry; a file that leaves one out is refused. A scenario can differ in single
settings (`profile_changes`, each with its reason), or state a whole profile of a department's own
(`stated_profile`). **For training; no clinician has reviewed these pages; not for planning real
treatment.**
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The whole page."""
    known = profiles()
    parts = [HEAD, *_tags(), *_overview(known), *_agents(known[PROFILE_IDS[0]])]
    for profile in known.values():
        parts += _section(profile)
    return "\n".join([*parts, *_talk()])


def _tags() -> Iterator[str]:
    yield from ("| tag | how sure |", "|---|---|")
    yield from (f"| [{tag}] | {meaning} |" for tag, meaning in CONFIDENCE.items())
    yield ""


def _overview(known: Mapping[str, Profile]) -> Iterator[str]:
    """Every setting but those of the agents, side by side."""
    yield from ("## Side by side", "", f"| setting | {' | '.join(known)} |")
    yield "|---" * (1 + len(known)) + "|"
    values = [dict(profile.settings()) for profile in known.values()]
    for setting in dict.fromkeys(name for each in values for name in each):
        if not setting.startswith("agents.") and not setting.endswith(".text"):
            yield f"| `{setting}` | {' | '.join(_cell(p, setting) for p in known.values())} |"
    yield ""


def _cell(profile: Profile, setting: str) -> str:
    """A value with its confidence; a dash where the profile has no such setting."""
    found = dict(profile.settings())
    if setting not in found:
        return "-"
    evidence = profile.evidence_for(setting)
    assert evidence is not None  # a profile without it cannot be built
    return f"{_shown(found[setting])} [{evidence.tag}]"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        joint = " to " if all(isinstance(one, int) for one in value) else ", "
        return joint.join(_shown(one) for one in dict.fromkeys(value)) or "none"
    return "no limit" if value is None else str(value)


_COLUMNS = ("ug_per_ml", "rate_ul_s", "usual_ul", "onset_s", "lasts_s", "most_mg", "vessel_mg")


def _agents(profile: Profile) -> Iterator[str]:
    """What can be drawn up; the same in every shipped profile."""
    yield from ("## Agents", "", f"| id | label | kind | {' | '.join(_COLUMNS)} |")
    yield "|---" * (3 + len(_COLUMNS)) + "|"
    for agent in profile.agents:
        cells = (_cell(profile, f"agents.{agent.id}.{name}") for name in _COLUMNS)
        yield f"| `{agent.id}` | {agent.title} | {agent.kind.value} | {' | '.join(cells)} |"
    yield ""


def _section(profile: Profile) -> Iterator[str]:
    reviewer = profile.reviewer or "not reviewed by a clinician"
    yield from (f"## {profile.id} (version {profile.version})", "", f"**{profile.title}.**", "")
    yield from (_line(profile.text), "", f"Reviewer: {reviewer}.", "")
    for name, text in profile.settings():
        if name.endswith(".text"):
            yield from (f"* `{name}`: {_line(text)}",)
    yield from ("", "| about | sure | claim | source |", "|---|---|---|---|")
    yield from (_evidence(entry) for entry in profile.evidence)
    yield from ("", "Where societies differ:", "")
    yield from (_difference(one) for one in profile.differences)
    yield ""


def _evidence(entry: Evidence) -> str:
    about = ", ".join(f"`{name}`" for name in entry.about)
    return f"| {about} | [{entry.tag}] | {_line(entry.claim)} | {entry.source} |"


def _difference(one: Difference) -> str:
    return f"* `{one.topic}` [{one.tag}]: {_line(one.text)}"


def _talk() -> Iterator[str]:
    """The usual conversation before consent: what the patient asks, hears and answers."""
    yield from ("## The usual talk before consent", "")
    yield from ("| point | the patient asks | the physician says | the patient answers |",)
    yield "|---|---|---|---|"
    for point, talk in usual_talk().items():
        yield f"| `{point.value}` | {talk.asked or '-'} | {_line(talk.told)} | {talk.answered} |"
    yield ""


def _line(text: object) -> str:
    return " ".join(str(text).split())


if __name__ == "__main__":
    main()
