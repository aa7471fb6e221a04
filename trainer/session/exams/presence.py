"""Who of the staff is here: PINs shown in this program, and what they open."""

from __future__ import annotations

import secrets
import unicodedata
from typing import TYPE_CHECKING

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.decide_people import may_try
from trainer.assessment.exams.evolve import CANDIDATE
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.keeper import SessionKeeper

if TYPE_CHECKING:
    from trainer.session.exams.ports import ExamStore

CANDIDATE_DIGITS, STAFF_DIGITS = 6, 8  # NIST 800-63B 5.1.1: random, six digits at least


class Presence:
    """The PINs of one session. Its attempts stay locked until somebody of the staff was here."""

    def __init__(self, keeper: SessionKeeper, exams: ExamStore) -> None:
        self._keeper, self._exams = keeper, exams
        self._session_id = keeper.header.session_id
        self._pins = exams.pins(self._session_id)
        self._here: set[str] = set()

    def new_pin(self, who: str, by: str) -> str:
        """A PIN in place of an earlier one, shown once; one of the staff opens what is locked."""
        self._keeper.may(c.IssuePin(who, by))
        is_candidate = self._keeper.state.people[who].role == CANDIDATE
        digits = CANDIDATE_DIGITS if is_candidate else STAFF_DIGITS
        pin = f"{secrets.randbelow(10**digits):0{digits}d}"
        if not is_candidate:
            self._exams.keep_pin(self._session_id, who, pin)
        self._pins.set(who, pin)
        self._keeper.do(c.IssuePin(who, by))
        return pin

    def try_pin(self, who: str, pin: str) -> bool:
        """Whether it is the PIN; a wrong one is on disk before anybody is told.

        Raises Refusal where it is not even looked at: too many wrong ones, or too soon.
        """
        state, mono_ms = self._keeper.state, self._keeper.readings().mono_ms
        may_try(state, who, mono_ms)
        typed = unicodedata.normalize("NFKC", pin).strip()
        right = self._pins.is_right(who, typed)
        self._keeper.do(c.TryPin(who, right, mono_ms))
        if right and who not in self._keeper.state.candidates:
            self._exams.unlock(self._session_id, who, typed)
            self._here.add(who)
        return right

    def comes(self, who: str) -> None:
        """Somebody is here who was just given the PIN."""
        self._here.add(who)

    def goes(self, who: str) -> None:
        """Somebody goes; for the next act the PIN is asked again."""
        self._here.discard(who)

    def check(self, *staff: str) -> None:
        """Refuse where one of them has not signed on."""
        for one in staff:
            if one not in self._here:
                raise Refusal(
                    f"{one or 'Nobody'} has not signed on",
                    "acts of the staff need their PIN",
                    "Type the PIN first",
                    code=ExitCode.USAGE,
                )
