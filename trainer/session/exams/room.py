"""The room an exam is held in: one session, one workstation, everything safe before it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.definition import ExamDefinition
from trainer.assessment.exams.leaves import candidate_leaves, session_leaves, signed_message
from trainer.assessment.exams.results import (
    CandidateResult,
    ReleaseNeeds,
    candidate_result,
    release_needs,
)
from trainer.assessment.exams.session_log import SessionHeader, SessionLog
from trainer.assessment.exams.state import Candidate, SessionState
from trainer.assessment.merkle import root as merkle_root
from trainer.assessment.receipt import receipt_code
from trainer.refusal import Refusal
from trainer.session import playing
from trainer.session.exams.after_a_crash import AfterACrash, Files
from trainer.session.exams.keeper import Listener, SessionKeeper
from trainer.session.exams.live import LiveStation
from trainer.session.exams.meter import Readings, read_clocks
from trainer.session.exams.ports import SessionJournal
from trainer.session.exams.presence import Presence
from trainer.session.exams.reading import checked_tries, marks_of, results_of
from trainer.session.exams.stations import NO_HASH, Stations
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting


@dataclass(frozen=True, slots=True)
class Offered:
    """What the workstation offers a candidate."""

    input_profile: str
    width_px: int
    height_px: int


class ExamRoom:
    """One session held open by this program. Staff must have shown their PIN in it: `try_pin`.

    Everything raises Refusal; what was refused was not done.
    """

    def __init__(
        self,
        services: Services,
        log: SessionLog,
        journal: SessionJournal,
        readings: Readings = read_clocks,
    ) -> None:
        self._own = services
        self._keeper = SessionKeeper(log, journal, readings)
        self._files = Files(services.exams, log.header.session_id)
        self._presence = Presence(self._keeper, services.exams)
        self._stations = Stations(services, self._keeper, self._files)
        self._after = AfterACrash(self._keeper, self._files)

    @property
    def header(self) -> SessionHeader:
        """What was fixed when it opened."""
        return self._keeper.header

    @property
    def definition(self) -> ExamDefinition:
        """The exam."""
        return self._keeper.header.definition

    @property
    def session_id(self) -> str:
        """Its id, which is its folder's name."""
        return self._keeper.header.session_id

    @property
    def state(self) -> SessionState:
        """Where it stands; all of it is safe."""
        return self._keeper.state

    def listen(self, listener: Listener) -> None:
        """Call `listener` with the state after every change, from whichever thread made it."""
        self._keeper.listen(listener)

    def leave(self) -> None:
        """Let the session go, locked; it can be entered again."""
        self._own.exams.lock(self.session_id)
        self._keeper.close()

    def name_staff(self, staff: str, role: str, by: str) -> str:
        """Let somebody invigilate or examine; returns the PIN, which is shown once."""
        self._presence.check(by)
        self._keeper.do(c.NameStaff(staff, role, by))
        return self._presence.new_pin(staff, by)

    def enrol(self, candidate: str, form: str, by: str, extra_time_permille: int = 0) -> str:
        """Enrol a candidate by pseudonym; returns the PIN, which is shown once."""
        self._presence.check(by)
        self._keeper.do(c.Enrol(candidate, form, by, extra_time_permille))
        return self._presence.new_pin(candidate, by)

    def issue_pin(self, who: str, by: str) -> str:
        """A new PIN in place of an earlier one; also unlocks."""
        self._presence.check(by)
        return self._presence.new_pin(who, by)

    def try_pin(self, who: str, pin: str) -> bool:
        """Whether it is the PIN; a wrong one is on disk before anybody is told.

        Raises Refusal where it is not even looked at: too many wrong ones, or too soon.
        """
        right = self._presence.try_pin(who, pin)
        self._after.settle()
        return right

    def sign_off(self, by: str) -> None:
        """Somebody of the staff goes; for the next act the PIN is asked again."""
        self._presence.goes(by)

    def start(self, candidate: str, by: str, offered: Offered) -> None:
        """The invigilator has seen who it is; the exam of a candidate begins."""
        self._presence.check(by)
        self._keeper.do(
            c.Start(candidate, by, offered.input_profile, offered.width_px, offered.height_px)
        )

    def warm_up(self, candidate: str, waiting: Waiting = IN_SILENCE) -> LiveStation:
        """A familiarisation; it ends by Submit or by its time."""
        return self._stations.warm_up(candidate, waiting)

    def waive_warm_up(self, candidate: str, by: str) -> None:
        """An examiner lets a candidate go on without."""
        self._presence.check(by)
        self._keeper.do(c.WaiveWarmUp(candidate, by))

    def begin(self, candidate: str, station: str, waiting: Waiting = IN_SILENCE) -> LiveStation:
        """Begin a try at a station. The clock runs from the moment this returns."""
        return self._stations.begin(candidate, station, waiting)

    def resume(self, attempt_id: str, by: str, waiting: Waiting = IN_SILENCE) -> LiveStation:
        """Let a try go on that was interrupted, from what is on disk; time away is not charged."""
        self._presence.check(by)
        return self._stations.resume(attempt_id, by, waiting)

    def close_abandoned(self, attempt_id: str, by: str) -> None:
        """Submit an interrupted try as it stands: nobody comes back, or its time is up."""
        self._presence.check(by)
        self._stations.close_abandoned(attempt_id, by)

    def close_lost(self, attempt_id: str, by: str) -> None:
        """Close a try whose file cannot be read any more: it counts for nothing.

        A resit may follow. For examiners; refused while the file can be read.
        """
        self._presence.check(by)
        self._stations.close_lost(attempt_id, by)

    def end_sitting(self, candidate: str, by: str, reason: str) -> None:
        """End a candidate's exam with stations left; they count as nothing."""
        self._presence.check(by)
        self._keeper.do(c.EndSitting(candidate, by, reason))

    def grant_resit(self, candidate: str, station: str, by: str, reason: str) -> None:
        """One more try; free, and an invigilator's to grant, where it was over the limits."""
        self._presence.check(by)
        self._keeper.do(c.GrantResit(candidate, station, by, reason))

    def seal(self, candidate: str) -> str:
        """Seal a candidate's stations under one signed root; returns the receipt code."""
        self._keeper.may(c.SealCandidate(candidate, NO_HASH, ""))
        found = self.state.candidates[candidate]
        self._checked(found)
        root = merkle_root(candidate_leaves(self.header.identity, found))
        self._keeper.do(c.SealCandidate(candidate, *self._signed(root)))
        return receipt_code(root)

    def picture(self, attempt_id: str, exposure: int, by: str) -> NDArray[np.uint8]:
        """The picture of an exposure of a submitted try, drawn again; noted as seen by `by`."""
        self._presence.check(by)
        self._keeper.may(c.SeeFrame(attempt_id, exposure, by))
        found = playing.frames_of(self._stations.within, self._files.path(attempt_id))
        picture = next((one for number, one in found if number == exposure), None)
        if picture is None:
            raise Refusal(
                "Nothing was noted", f"there is no exposure {exposure}", "Check its number"
            )
        self._keeper.do(c.SeeFrame(attempt_id, exposure, by))
        return picture

    def needs(self, candidate: str, by: str) -> ReleaseNeeds:
        """What a release of a candidate's results still asks for; for examiners."""
        self._presence.check(by)
        found = self._candidate(candidate)
        return release_needs(self.definition, found, self._marks(found))

    def release(self, candidate: str, by: str, second: str = "") -> CandidateResult:
        """Let the results be seen; the attempts are unlocked too."""
        self._presence.check(by, *([second] if second else []))
        marks = self._marks(self._candidate(candidate))
        self._keeper.do(c.Release(candidate, by, second, tuple(marks.values())))
        self._stations.reveal(self._candidate(candidate))
        return candidate_result(self.definition, self.state, candidate, marks)

    def void(self, attempt_id: str, by: str, second: str, reason: str) -> None:
        """A try shall not count; file and facts stay."""
        self._presence.check(by, second)
        self._keeper.do(c.Void(attempt_id, by, second, reason))

    def results(self) -> tuple[CandidateResult, ...]:
        """What may be seen of every candidate: nothing of those not released."""
        return results_of(self._stations.services, self.header, self.state)

    def close(self, by: str) -> str:
        """Nobody sits any more, everything is unlocked; returns the session's receipt code."""
        self._presence.check(by)
        self._keeper.may(c.Close(by, NO_HASH, ""))
        sealed = [one.sealed.root for one in self.state.candidates.values() if one.sealed]
        root = merkle_root(session_leaves(self.header.identity, sealed))
        self._keeper.do(c.Close(by, *self._signed(root)))
        self._files.reveal()
        return receipt_code(root)

    def open_by(self, by: str, workstation: str) -> str:
        """The first act of a new session; returns the first examiner's PIN."""
        self._keeper.do(c.Open(by, workstation))
        pin = self._presence.new_pin(by, by)
        self._presence.comes(by)
        return pin

    def _candidate(self, name: str) -> Candidate:
        if name not in self.state.candidates:
            raise Refusal(f"There is no candidate {name!r}", "nobody enrolled one", "Check it")
        return self.state.candidates[name]

    def _checked(self, candidate: Candidate) -> None:
        for _ in checked_tries(self._stations.services, self.header, candidate):
            pass

    def _marks(self, candidate: Candidate) -> Mapping[str, c.TryMark]:
        return marks_of(self._stations.services, self.header, candidate)

    def _signed(self, root: bytes) -> tuple[str, str, str, str]:
        signer = self._own.exams.signer()
        signature = signer.sign(signed_message(root)).hex()
        return root.hex(), receipt_code(root), signer.key_id, signature
