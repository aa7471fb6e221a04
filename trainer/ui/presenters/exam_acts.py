"""What the staff of an exam can do, in one table: its words, what it asks for, what it does. No Qt.

Nothing is greyed out: an act that may not be done is refused with its reason, by the room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.state import Candidate, SessionState
from trainer.assessment.record.anchor import anchor_text
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.desk import ExamDesk
from trainer.session.exams.room import ExamRoom
from trainer.ui.presenters.exam_report import report_text
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Said = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What is shown after an act. once : it is never shown again (a PIN)."""

    heading: str
    text: str = ""
    once: bool = False
    picture: NDArray[np.uint8] | None = None


@dataclass(slots=True)
class Hand:
    """Who acts, on whom. attempt_id : the chosen try, "" where none is."""

    desk: ExamDesk
    room: ExamRoom
    by: str = ""
    candidate: str = ""
    attempt_id: str = ""
    station: str = ""
    signed_on: list[str] = field(default_factory=list)

    @property
    def state(self) -> SessionState:
        """Where the session stands."""
        return self.room.state

    @property
    def definition(self) -> ExamDefinition:
        """The exam."""
        return self.room.definition


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked for. choices : of the session; none for a free text."""

    text: str
    choices: Callable[[Hand], tuple[str, ...]] | None = None
    secret: bool = False
    given: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing the staff does. busy : said while it takes time."""

    text: str
    tip: str
    asks: tuple[str, ...]
    do: Callable[[Hand, Said], Told | None]


def _forms(hand: Hand) -> tuple[str, ...]:
    return tuple(form.id for form in hand.definition.forms)


def _people(hand: Hand) -> tuple[str, ...]:
    return tuple(hand.state.people)


def _examiners(hand: Hand) -> tuple[str, ...]:
    others = (
        name
        for name, one in hand.state.people.items()
        if one.role == "examiner" and name != hand.by
    )
    return ("", *others)


ASKS: Mapping[str, Ask] = {
    "candidate": Ask("Pseudonym"),
    "form": Ask("Form", _forms),
    "extra": Ask("Extra time, thousandths", given="0"),
    "staff": Ask("Name of the person"),
    "role": Ask("Role", lambda _hand: ("invigilator", "examiner")),
    "who": Ask("Whose PIN", _people),
    "reason": Ask("Reason"),
    "second": Ask("Second examiner", _examiners),
    "second_pin": Ask("Their PIN", secret=True),
    "anchor": Ask("File for the anchor, may be left out"),
}


def _enrol(hand: Hand, said: Said) -> Told:
    if not said["extra"].strip().isdigit():
        why = tr("the extra time is no whole number of thousandths")
        raise Refusal(tr("Nobody was enrolled"), why, tr("Correct it"), code=ExitCode.USAGE)
    extra = int(said["extra"])
    pin = hand.room.enrol(said["candidate"], said["form"], hand.by, extra)
    return _pin_told(said["candidate"], pin)


def _name(hand: Hand, said: Said) -> Told:
    return _pin_told(said["staff"], hand.room.name_staff(said["staff"], said["role"], hand.by))


def _issue(hand: Hand, said: Said) -> Told:
    return _pin_told(said["who"], hand.room.issue_pin(said["who"], hand.by))


def _pin_told(who: str, pin: str) -> Told:
    heading = tr("PIN of {who}, shown once").format(who=who)
    return Told(heading, pin, once=True)


def _close_try(hand: Hand, _said: Said) -> None:
    hand.room.close_abandoned(_chosen(hand), hand.by)


def _close_lost(hand: Hand, _said: Said) -> None:
    hand.room.close_lost(_chosen(hand), hand.by)


def _resit(hand: Hand, said: Said) -> None:
    hand.room.grant_resit(hand.candidate, hand.station, hand.by, said["reason"])


def _waive(hand: Hand, _said: Said) -> None:
    hand.room.waive_warm_up(hand.candidate, hand.by)


def _end(hand: Hand, said: Said) -> None:
    hand.room.end_sitting(hand.candidate, hand.by, said["reason"])


def _seal(hand: Hand, _said: Said) -> Told:
    return Told(tr("Receipt of {who}").format(who=hand.candidate), hand.room.seal(hand.candidate))


def _frame(hand: Hand, _said: Said) -> Told:
    needs = hand.room.needs(hand.candidate, hand.by)
    if not needs.frames:
        why = tr("every picture that must be looked at was looked at")
        raise Refusal(tr("There is no picture to look at"), why, tr("Release"), code=ExitCode.USAGE)
    attempt_id, number = needs.frames[0]
    picture = hand.room.picture(attempt_id, number or 1, hand.by)
    left = tr("{count} more to look at").format(count=len(needs.frames) - 1)
    heading = tr("{who}: exposure {number}").format(who=hand.candidate, number=number or 1)
    return Told(heading, left, picture=picture)


def _release(hand: Hand, said: Said) -> Told:
    result = hand.room.release(hand.candidate, hand.by, _second(hand, said))
    return _sealed_again(hand, report_text(hand.definition, hand.state, (result,)))


def _void(hand: Hand, said: Said) -> Told:
    hand.room.void(_chosen(hand), hand.by, _second(hand, said), said["reason"])
    return _sealed_again(hand, tr("The try counts no more; its file and its receipt stay."))


def _results(hand: Hand, _said: Said) -> Told:
    text = report_text(hand.definition, hand.state, hand.room.results())
    return Told(tr("Report of the session"), text)


def _close(hand: Hand, said: Said) -> Told:
    receipt = hand.room.close(hand.by)
    where = Path(said["anchor"]).expanduser() if said["anchor"].strip() else None
    return _anchored(hand, tr("Receipt of the session: {receipt}").format(receipt=receipt), where)


def _sealed_again(hand: Hand, text: str) -> Told:
    """A closed session gets another seal over what was added to it."""
    if hand.state.closed is None:
        return Told(tr("Done"), text)
    return _anchored(hand, text, None)


def _anchored(hand: Hand, text: str, where: Path | None) -> Told:
    anchor = hand.desk.seal(hand.room.session_id, where)
    carry = tr("Anchor: carry it away from this computer, or print it.")
    return Told(tr("Sealed"), "\n\n".join((text, carry, anchor_text(anchor))))


def _second(hand: Hand, said: Said) -> str:
    """Whoever agrees shows it by the PIN; nobody, where nobody was named."""
    second = said["second"]
    if second and not hand.room.try_pin(second, said["second_pin"]):
        what = tr("{who} has not agreed").format(who=second)
        why = tr("it is not their PIN")
        raise Refusal(what, why, tr("Type it again"), code=ExitCode.USAGE)
    return second


def _chosen(hand: Hand) -> str:
    if not hand.attempt_id:
        why = tr("no try is chosen")
        raise Refusal(
            tr("Nothing was done"), why, tr("Choose one in the table"), code=ExitCode.USAGE
        )
    return hand.attempt_id


ACTS: Mapping[str, Act] = {
    "enrol": Act(
        "Enrol",
        "A candidate by pseudonym; the PIN is shown once",
        ("candidate", "form", "extra"),
        _enrol,
    ),
    "name": Act(
        "Name staff",
        "Let somebody invigilate or examine; the PIN is shown once",
        ("staff", "role"),
        _name,
    ),
    "issue": Act("New PIN", "A new PIN in place of an earlier one; also unlocks", ("who",), _issue),
    "waive": Act("Waive the warm-up", "An examiner lets the candidate go on without", (), _waive),
    "close_try": Act(
        "Close the try", "Submit an interrupted try as it stands; it is scored", (), _close_try
    ),
    "close_lost": Act(
        "Close as lost",
        "A try whose file cannot be read any more; it counts for nothing",
        (),
        _close_lost,
    ),
    "resit": Act(
        "Grant a resit",
        "One more try at the chosen station; free where the workstation was over its limits",
        ("reason",),
        _resit,
    ),
    "end": Act(
        "End the exam",
        "End the candidate's exam with stations left; they count 0",
        ("reason",),
        _end,
    ),
    "seal": Act("Seal", "Seal the candidate's stations under one signed root", (), _seal),
    "frame": Act(
        "See a picture", "The next picture that must be looked at before the release", (), _frame
    ),
    "release": Act(
        "Release", "Let the candidate's results be seen", ("second", "second_pin"), _release
    ),
    "void": Act(
        "Void",
        "The chosen try shall not count; nothing is deleted",
        ("reason", "second", "second_pin"),
        _void,
    ),
    "results": Act("Report", "Receipts and whatever was released", (), _results),
    "close": Act("Close the session", "Nobody sits any more; seals it", ("anchor",), _close),
}


def chosen_candidate(hand: Hand) -> Candidate | None:
    """Who is chosen on the wall."""
    return hand.state.candidates.get(hand.candidate)
