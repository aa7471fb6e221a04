"""The anchor: a few lines that leave the house, so that nobody inside can turn a record back."""

from __future__ import annotations

from dataclasses import dataclass, fields

from trainer.refusal import Refusal

TITLE = "Rhizotomy Trainer record anchor 1"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One seal of a session. seal_sha256 : of its stored line. signed_by : fingerprints."""

    session_id: str
    seal_number: int
    seal_sha256: str
    root: str
    receipt: str
    sealed_utc: str
    signed_by: str


def anchor_text(anchor: Anchor) -> str:
    """The file to carry away or to print: its title, then a name and a value a line."""
    lines = (f"{field.name} {getattr(anchor, field.name)}" for field in fields(anchor))
    return "\n".join((TITLE, *lines)) + "\n"


def read_anchor(text: str, name: str) -> Anchor:
    """The anchor of such a file. Raises Refusal."""
    title, *lines = text.strip().splitlines() or [""]
    told = dict(line.strip().split(" ", 1) for line in lines if " " in line.strip())
    wanted = {field.name for field in fields(Anchor)}
    if title.strip() != TITLE or set(told) != wanted or not _counts(told["seal_number"]):
        raise Refusal(
            f"{name} is no anchor",
            f"it does not say {TITLE!r} and the seven lines that follow",
            "Choose the file that was made when the session was sealed",
        )
    return Anchor(**{**told, "seal_number": int(told["seal_number"])})  # type: ignore[arg-type]


def _counts(number: str) -> bool:
    """Whether it is a seal's number, from 1."""
    return number.isdecimal() and int(number) > 0
