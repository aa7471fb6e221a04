"""Acts on the story of a case: pages, blocks, reasons, by table; no Qt."""

from __future__ import annotations

from typing import Any

from trainer.scenario.case_words import CaseTopic
from trainer.scenario.manuscript.edits import AddItem, Edit, Remove, SetValue
from trainer.ui.presenters.studio import StudioPresenter
from trainer.ui.presenters.texts import tr

TOPICS = tuple(topic.value for topic in CaseTopic if topic is not CaseTopic.REFERRAL)
REFERRAL = CaseTopic.REFERRAL.value
USUAL_AGENT, USUAL_UL = "lidocaine-1", 500


def items(presenter: StudioPresenter, name: str) -> list[dict[str, Any]]:
    """A list of the story."""
    found = presenter.value(("story", name), [])
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def page_text(presenter: StudioPresenter, topic: str) -> str:
    """What stands under a topic."""
    if topic == REFERRAL:
        return str(presenter.value(("story", "history"), "") or "")
    pages = items(presenter, "pages")
    return next((str(one.get("text", "")) for one in pages if one.get("topic") == topic), "")


def write_page(presenter: StudioPresenter, topic: str, text: str) -> None:
    """Put a text under a topic; an empty page goes."""
    words = text.strip()
    if words == page_text(presenter, topic).strip():
        return
    edit: Edit
    if topic == REFERRAL:
        edit = SetValue(("story", "history"), words)
    else:
        at = _place(presenter, "pages", "topic", topic)
        if at is None:
            edit = AddItem(("story", "pages"), {"topic": topic, "text": words})
        elif words:
            edit = SetValue(("story", "pages", at, "text"), words)
        else:
            edit = Remove(("story", "pages", at))
    presenter.change(edit, label=tr("Case file"), stroke=f"write {topic}")


def judge_reason(presenter: StudioPresenter, reason: str, verdict: str) -> None:
    """What a reason is worth here; "" takes it out."""
    at = _place(presenter, "reasons", "reason", reason)
    edit: Edit
    if at is None:
        if not verdict:
            return
        fresh = {"reason": reason, "verdict": verdict, "teaching": tr("Say why.")}
        edit = AddItem(("story", "reasons"), fresh)
    elif verdict:
        edit = SetValue(("story", "reasons", at, "verdict"), verdict)
    else:
        edit = Remove(("story", "reasons", at))
    presenter.change(edit, label=tr("Reason"))


def verdict_of(presenter: StudioPresenter, reason: str) -> str:
    """What a reason is worth; "" where it is beside the point."""
    found = (one for one in items(presenter, "reasons") if one.get("reason") == reason)
    return str(next((one.get("verdict") for one in found), ""))


def add_block(presenter: StudioPresenter) -> None:
    """One more diagnostic block in the diary, at the first target's joint."""
    first = presenter.value(("targets", 0), {}) or {}
    joint = f"{first.get('joint', 'T7-T8')} {first.get('side', 'left')}"
    fresh = {
        "joint": joint,
        "agent": USUAL_AGENT,
        "volume_ul": USUAL_UL,
        "weeks_ago": 4,
        "relief_percent": 80,
        "hours": 3,
    }
    presenter.change(AddItem(("story", "diary"), fresh), label=tr("Block in the diary"))


def _place(presenter: StudioPresenter, name: str, key: str, value: str) -> int | None:
    found = presenter.value(("story", name), [])
    return next(
        (at for at, one in enumerate(found) if isinstance(one, dict) and one.get(key) == value),
        None,
    )
