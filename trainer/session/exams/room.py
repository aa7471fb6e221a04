"""The room an exam is held in: one session, one workstation, everything safe before it is shown."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.decide_people import may_try
from trainer.assessment.exams.decide_stations import limit_ms, station_of
from trainer.assessment.exams.definition import WARM_UP, ExamDefinition
from trainer.assessment.exams.evolve import CANDIDATE
from trainer.assessment.exams.leaves import candidate_leaves, session_leaves, signed_message
from trainer.assessment.exams.results import (
    CandidateResult,
    ReleaseNeeds,
    candidate_result,
    release_needs,
)
from trainer.assessment.exams.session_log import SessionHeader, SessionLog
from trainer.assessment.exams.state import LOST, Candidate, SessionState, Where
from trainer.assessment.merkle import root as merkle_root
from trainer.assessment.receipt import receipt_code
from trainer.attempt.commands import Submit
from trainer.attempt.replay import last_state
from trainer.attempt.sitting import Sitting
from trainer.attempt.step import step
from trainer.refusal import ExitCode, Refusal
from trainer.session import playing, review
from trainer.session.exams import opening as openings
from trainer.session.exams.after_a_crash import Files, forget_never_begun, settle
from trainer.session.exams.familiar import is_familiar
from trainer.session.exams.keeper import Listener, SessionKeeper
from trainer.session.exams.live import LiveStation
from trainer.session.exams.marks import header_sha256, sitting_of
from trainer.session.exams.meter import Readings, StationMeter, read_clocks
from trainer.session.exams.ports import SessionJournal
from trainer.session.exams.reading import checked_tries, marks_of, results_of
from trainer.session.live_attempt import LiveAttempt
from trainer.session.opening import Opening
from trainer.session.services import Services
from trainer.session.waiting import IN_SILENCE, Waiting

CANDIDATE_DIGITS, STAFF_DIGITS = 6, 8  # NIST 800-63B 5.1.1: random, six digits at least
_NOTHING = "0" * 64


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
        self._services = openings.on_its_shelf(services, log.header.session_id)
        self._keeper = SessionKeeper(log, journal, readings)
        self._files = Files(services.exams, log.header.session_id)
        self._pins = services.exams.pins(log.header.session_id)
        self._present: set[str] = set()
        settle(self._keeper, self._files)

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
        """Let the session go; it can be entered again."""
        self._keeper.close()

    def name_staff(self, staff: str, role: str, by: str) -> str:
        """Let somebody invigilate or examine; returns the PIN, which is shown once."""
        self._is_here(by)
        self._keeper.do(c.NameStaff(staff, role, by))
        return self._new_pin(staff, by)

    def enrol(self, candidate: str, form: str, by: str, extra_time_permille: int = 0) -> str:
        """Enrol a candidate by pseudonym; returns the PIN, which is shown once."""
        self._is_here(by)
        self._keeper.do(c.Enrol(candidate, form, by, extra_time_permille))
        return self._new_pin(candidate, by)

    def issue_pin(self, who: str, by: str) -> str:
        """A new PIN in place of an earlier one; also unlocks."""
        self._is_here(by)
        return self._new_pin(who, by)

    def try_pin(self, who: str, pin: str) -> bool:
        """Whether it is the PIN; a wrong one is on disk before anybody is told.

        Raises Refusal where it is not even looked at: too many wrong ones, or too soon.
        """
        mono_ms = self._keeper.readings().mono_ms
        may_try(self.state, who, mono_ms)
        right = self._pins.is_right(who, unicodedata.normalize("NFKC", pin).strip())
        self._keeper.do(c.TryPin(who, right, mono_ms))
        if right and who not in self.state.candidates:
            self._present.add(who)
        return right

    def sign_off(self, by: str) -> None:
        """Somebody of the staff goes; for the next act the PIN is asked again."""
        self._present.discard(by)

    def start(self, candidate: str, by: str, offered: Offered) -> None:
        """The invigilator has seen who it is; the exam of a candidate begins."""
        self._is_here(by)
        self._keeper.do(
            c.Start(candidate, by, offered.input_profile, offered.width_px, offered.height_px)
        )

    def warm_up(self, candidate: str, waiting: Waiting = IN_SILENCE) -> LiveStation:
        """A familiarisation; it ends by Submit or by its time."""
        wanted = self.definition.familiarisation
        if wanted is None:
            raise Refusal("There is no warm-up", "the exam asks for none", "Begin a station")
        self._keeper.may(c.BeginWarmUp(candidate, "", _NOTHING))
        scenario = openings.pinned(self._services, wanted.scenario, wanted.scenario_sha256)
        sitting = self._sitting(candidate, WARM_UP, 1)
        opening = openings.opened(self._services, scenario, secrets.randbits(32), sitting, waiting)
        attempt_id, first = opening.header.attempt_id, header_sha256(opening.header)
        begin = c.BeginWarmUp(candidate, attempt_id, first)
        return self._begun(opening, begin, wanted.at_most_s * 1000)

    def waive_warm_up(self, candidate: str, by: str) -> None:
        """An examiner lets a candidate go on without."""
        self._is_here(by)
        self._keeper.do(c.WaiveWarmUp(candidate, by))

    def begin(self, candidate: str, station: str, waiting: Waiting = IN_SILENCE) -> LiveStation:
        """Begin a try at a station. The clock runs from the moment this returns."""
        self._keeper.may(c.BeginStation(candidate, station, "", _NOTHING))
        found = self.state.candidates[candidate]
        wanted = station_of(self.definition, found, station, f"{station} was not begun")
        scenario = openings.pinned(self._services, wanted.scenario, wanted.scenario_sha256)
        number = 1 + len(found.stations[station].tries)
        sitting = self._sitting(candidate, station, number)
        opening = openings.opened(self._services, scenario, wanted.seed, sitting, waiting)
        first = header_sha256(opening.header)
        begin = c.BeginStation(candidate, station, opening.header.attempt_id, first)
        return self._begun(opening, begin, limit_ms(self.definition, found, wanted))

    def resume(self, attempt_id: str, by: str, waiting: Waiting = IN_SILENCE) -> LiveStation:
        """Let a try go on that was interrupted, from what is on disk; time away is not charged."""
        self._is_here(by)
        self._keeper.may(c.Resume(attempt_id, by))
        where, path = self._where(attempt_id), self._files.path(attempt_id)
        log, journal = self._files.attempts.reopen(path)
        try:
            state = last_state(log, path.name)
            opening = review.reopened(self._services, log, path.name, waiting)
            self._keeper.do(c.Resume(attempt_id, by))
        except Refusal:
            journal.close()
            raise
        taken = openings.last_seen(tuple(review.exposures(log, path.name)))
        charged_ms = max(where.tried.charged_ms, state.t_ms)
        meter = StationMeter(charged_ms, where.tried.limit_ms, self._keeper.readings)
        live = LiveAttempt(
            self._within(), opening, journal, state, meter, openings.last_seen(taken)
        )
        return self._live(live, meter, where.candidate, where.station)

    def close_abandoned(self, attempt_id: str, by: str) -> None:
        """Submit an interrupted try as it stands: nobody comes back, or its time is up."""
        self._is_here(by)
        where, path = self._where(attempt_id), self._files.path(attempt_id)
        how = "limit" if where.tried.charged_ms >= where.tried.limit_ms else "abandoned"
        self._keeper.may(c.Submit(attempt_id, how, where.tried.charged_ms, _NOTHING, by))
        log, journal = self._files.attempts.reopen(path)
        try:
            opening = review.reopened(self._services, log, path.name)
            state = last_state(log, path.name)
            at_ms = max(state.t_ms, where.tried.charged_ms)
            record, _ = step(state, Submit(at_ms), opening.world, len(log.records) + 1)
            journal.append(record)
            journal.seal()
        finally:
            journal.close()
        head = self._files.attempts.load(path).head
        self._keeper.do(c.Submit(attempt_id, how, at_ms, head, by))

    def close_lost(self, attempt_id: str, by: str) -> None:
        """Close a try whose file cannot be read any more: it counts for nothing.

        A resit may follow. For examiners; refused while the file can be read.
        """
        self._is_here(by)
        where = self._where(attempt_id)
        try:
            self._files.attempts.load(self._files.path(attempt_id))
        except Refusal:
            charged_ms = where.tried.charged_ms
            self._keeper.do(c.Submit(attempt_id, LOST, charged_ms, _NOTHING, by))
            return
        raise Refusal(
            "The station was not closed as lost",
            "its file can be read",
            "Let it go on, or close it as it stands",
            code=ExitCode.USAGE,
        )

    def end_sitting(self, candidate: str, by: str, reason: str) -> None:
        """End a candidate's exam with stations left; they count as nothing."""
        self._is_here(by)
        self._keeper.do(c.EndSitting(candidate, by, reason))

    def grant_resit(self, candidate: str, station: str, by: str, reason: str) -> None:
        """One more try; free, and an invigilator's to grant, where it was over the limits."""
        self._is_here(by)
        self._keeper.do(c.GrantResit(candidate, station, by, reason))

    def seal(self, candidate: str) -> str:
        """Seal a candidate's stations under one signed root; returns the receipt code."""
        self._keeper.may(c.SealCandidate(candidate, _NOTHING, ""))
        found = self.state.candidates[candidate]
        self._checked(found)
        root = merkle_root(candidate_leaves(self.header.identity, found))
        self._keeper.do(c.SealCandidate(candidate, *self._signed(root)))
        return receipt_code(root)

    def picture(self, attempt_id: str, exposure: int, by: str) -> NDArray[np.uint8]:
        """The picture of an exposure of a submitted try, drawn again; noted as seen by `by`."""
        self._is_here(by)
        self._keeper.may(c.SeeFrame(attempt_id, exposure, by))
        found = playing.frames_of(self._within(), self._files.path(attempt_id))
        picture = next((one for number, one in found if number == exposure), None)
        if picture is None:
            raise Refusal(
                "Nothing was noted", f"there is no exposure {exposure}", "Check its number"
            )
        self._keeper.do(c.SeeFrame(attempt_id, exposure, by))
        return picture

    def needs(self, candidate: str, by: str) -> ReleaseNeeds:
        """What a release of a candidate's results still asks for; for examiners."""
        self._is_here(by)
        found = self._candidate(candidate)
        return release_needs(self.definition, found, self._marks(found))

    def release(self, candidate: str, by: str, second: str = "") -> CandidateResult:
        """Let the results be seen."""
        self._is_here(by, *([second] if second else []))
        marks = self._marks(self._candidate(candidate))
        self._keeper.do(c.Release(candidate, by, second, tuple(marks.values())))
        return candidate_result(self.definition, self.state, candidate, marks)

    def void(self, attempt_id: str, by: str, second: str, reason: str) -> None:
        """A try shall not count; file and facts stay."""
        self._is_here(by, second)
        self._keeper.do(c.Void(attempt_id, by, second, reason))

    def results(self) -> tuple[CandidateResult, ...]:
        """What may be seen of every candidate: nothing of those not released."""
        return results_of(self._services, self.header, self.state)

    def close(self, by: str) -> str:
        """Nobody sits any more; returns the session's receipt code."""
        self._is_here(by)
        self._keeper.may(c.Close(by, _NOTHING, ""))
        sealed = [one.sealed.root for one in self.state.candidates.values() if one.sealed]
        root = merkle_root(session_leaves(self.header.identity, sealed))
        self._keeper.do(c.Close(by, *self._signed(root)))
        return receipt_code(root)

    def _new_pin(self, who: str, by: str) -> str:
        self._keeper.may(c.IssuePin(who, by))
        is_candidate = self.state.people[who].role == CANDIDATE
        digits = CANDIDATE_DIGITS if is_candidate else STAFF_DIGITS
        pin = f"{secrets.randbelow(10**digits):0{digits}d}"
        self._pins.set(who, pin)
        self._keeper.do(c.IssuePin(who, by))
        return pin

    def open_by(self, by: str, workstation: str) -> str:
        """The first act of a new session; returns the first examiner's PIN."""
        self._keeper.do(c.Open(by, workstation))
        pin = self._new_pin(by, by)
        self._present.add(by)
        return pin

    def _is_here(self, *staff: str) -> None:
        for one in staff:
            if one not in self._present:
                raise Refusal(
                    f"{one or 'Nobody'} has not signed on",
                    "acts of the staff need their PIN",
                    "Type the PIN first",
                    code=ExitCode.USAGE,
                )

    def _begun(
        self, opening: Opening, begin: c.BeginStation | c.BeginWarmUp, allowed_ms: int
    ) -> LiveStation:
        """The file first, then the session's line: no try is spent on a file that is not there."""
        header = opening.header
        assert header.sitting is not None
        journal = self._files.attempts.create(header, self._files.path(header.attempt_id))
        try:
            self._keeper.do(begin)
        except Refusal:
            journal.close()
            forget_never_begun(self._keeper, self._files, header.attempt_id)
            raise
        meter = StationMeter(0, allowed_ms, self._keeper.readings)
        live = LiveAttempt(self._within(), opening, journal, header.start, meter)
        return self._live(live, meter, header.sitting.candidate, header.sitting.station)

    def _live(
        self, live: LiveAttempt, meter: StationMeter, candidate: str, station: str
    ) -> LiveStation:
        ends = self._warm_up_ends if station == WARM_UP else self._station_ends
        return LiveStation(
            self._keeper, self._files.attempts, live, meter, candidate, station, ends
        )

    def _station_ends(self, attempt_id: str, how: str, t_ms: int) -> None:
        head = self._files.attempts.load(self._files.path(attempt_id)).head
        self._keeper.do(c.Submit(attempt_id, how, t_ms, head))

    def _warm_up_ends(self, attempt_id: str, _how: str, _t_ms: int) -> None:
        wanted = self.definition.familiarisation
        log = self._files.attempts.load(self._files.path(attempt_id))
        met = wanted is not None and is_familiar(wanted, log.events)
        warming = (one for one in self.state.candidates.values() if one.warm_up == attempt_id)
        self._keeper.do(c.EndWarmUp(next(warming).name, attempt_id, met))

    def _sitting(self, candidate: str, station: str, number: int) -> Sitting:
        return sitting_of(self.header, candidate, station, number)

    def _where(self, attempt_id: str) -> Where:
        where = self.state.find(attempt_id)
        if where is None:
            raise Refusal("There is no such try", "no station has it", "Check the attempt")
        return where

    def _candidate(self, name: str) -> Candidate:
        if name not in self.state.candidates:
            raise Refusal(f"There is no candidate {name!r}", "nobody enrolled one", "Check it")
        return self.state.candidates[name]

    def _within(self) -> Services:
        """The services with this session's attempts in place of the user's."""
        return replace(self._services, attempts=self._files.attempts)

    def _checked(self, candidate: Candidate) -> None:
        for _ in checked_tries(self._services, self.header, candidate):
            pass

    def _marks(self, candidate: Candidate) -> Mapping[str, c.TryMark]:
        return marks_of(self._services, self.header, candidate)

    def _signed(self, root: bytes) -> tuple[str, str, str, str]:
        signer = self._services.exams.signer()
        signature = signer.sign(signed_message(root)).hex()
        return root.hex(), receipt_code(root), signer.key_id, signature
