"""The tries of a session: begun, resumed, closed; each file is safe before the session's line."""

from __future__ import annotations

import secrets
from dataclasses import replace

from trainer.assessment.exams import commands as c
from trainer.assessment.exams.decide_stations import limit_ms, station_of
from trainer.assessment.exams.definition import WARM_UP, ExamDefinition
from trainer.assessment.exams.state import LOST, Candidate, SessionState, Where
from trainer.attempt.commands import Submit
from trainer.attempt.replay import last_state
from trainer.attempt.step import step
from trainer.refusal import ExitCode, Refusal
from trainer.session import review
from trainer.session.exams import opening as openings
from trainer.session.exams.after_a_crash import Files, forget_never_begun, tries_of
from trainer.session.exams.familiar import is_familiar
from trainer.session.exams.keeper import SessionKeeper
from trainer.session.exams.live import LiveStation
from trainer.session.exams.marks import header_sha256, sitting_of
from trainer.session.exams.meter import StationMeter
from trainer.session.live_attempt import LiveAttempt
from trainer.session.opening import Opening
from trainer.session.services import Services
from trainer.session.waiting import Waiting

NO_HASH = "0" * 64


class Stations:
    """Opens and ends the attempts of one session. Everything raises Refusal.

    own : this computer's services; what came with the session is on a shelf of its own.
    """

    def __init__(self, own: Services, keeper: SessionKeeper, files: Files) -> None:
        self._own, self._keeper, self._files = own, keeper, files
        self._services: Services | None = None

    @property
    def services(self) -> Services:
        """The services with the scenarios of this session, once they are unlocked."""
        if not self._files.is_unlocked:
            return self._own
        if self._services is None:
            session_id = self._keeper.header.session_id
            self._services = openings.on_its_shelf(self._own, session_id)
        return self._services

    @property
    def within(self) -> Services:
        """The services with this session's attempts in place of the user's."""
        return replace(self.services, attempts=self._files.attempts)

    def warm_up(self, candidate: str, waiting: Waiting) -> LiveStation:
        """A familiarisation; it ends by Submit or by its time."""
        wanted = self._definition.familiarisation
        if wanted is None:
            raise Refusal("There is no warm-up", "the exam asks for none", "Begin a station")
        self._keeper.may(c.BeginWarmUp(candidate, "", NO_HASH))
        services = self.services
        scenario = openings.pinned(services, wanted.scenario, wanted.scenario_sha256)
        sitting = sitting_of(self._keeper.header, candidate, WARM_UP, 1)
        opening = openings.opened(services, scenario, secrets.randbits(32), sitting, waiting)
        attempt_id, first = opening.header.attempt_id, header_sha256(opening.header)
        begin = c.BeginWarmUp(candidate, attempt_id, first)
        return self._begun(opening, begin, wanted.at_most_s * 1000)

    def begin(self, candidate: str, station: str, waiting: Waiting) -> LiveStation:
        """Begin a try at a station. The clock runs from the moment this returns."""
        self._keeper.may(c.BeginStation(candidate, station, "", NO_HASH))
        found = self._state.candidates[candidate]
        wanted = station_of(self._definition, found, station, f"{station} was not begun")
        services = self.services
        scenario = openings.pinned(services, wanted.scenario, wanted.scenario_sha256)
        number = 1 + len(found.stations[station].tries)
        sitting = sitting_of(self._keeper.header, candidate, station, number)
        opening = openings.opened(services, scenario, wanted.seed, sitting, waiting)
        first = header_sha256(opening.header)
        begin = c.BeginStation(candidate, station, opening.header.attempt_id, first)
        return self._begun(opening, begin, limit_ms(self._definition, found, wanted))

    def resume(self, attempt_id: str, by: str, waiting: Waiting) -> LiveStation:
        """Let a try go on that was interrupted, from what is on disk."""
        self._keeper.may(c.Resume(attempt_id, by))
        where, path = self.where(attempt_id), self._files.path(attempt_id)
        log, journal = self._files.attempts.reopen(path)
        try:
            state = last_state(log, path.name)
            opening = review.reopened(self.services, log, path.name, waiting)
            self._keeper.do(c.Resume(attempt_id, by))
        except Refusal:
            journal.close()
            raise
        taken = openings.last_seen(tuple(review.exposures(log, path.name)))
        charged_ms = max(where.tried.charged_ms, state.t_ms)
        meter = StationMeter(charged_ms, where.tried.limit_ms, self._keeper.readings)
        live = LiveAttempt(self.within, opening, journal, state, meter, taken)
        return self._live(live, meter, where.candidate, where.station)

    def close_abandoned(self, attempt_id: str, by: str) -> None:
        """Submit an interrupted try as it stands."""
        where, path = self.where(attempt_id), self._files.path(attempt_id)
        how = "limit" if where.tried.charged_ms >= where.tried.limit_ms else "abandoned"
        self._keeper.may(c.Submit(attempt_id, how, where.tried.charged_ms, NO_HASH, by))
        log, journal = self._files.attempts.reopen(path)
        try:
            opening = review.reopened(self.services, log, path.name)
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
        """Close a try whose file cannot be read any more; refused while it can be, or is locked."""
        where = self.where(attempt_id)
        try:
            self._files.attempts.load(self._files.path(attempt_id))
        except Refusal:
            if not self._files.is_unlocked:
                raise
            charged_ms = where.tried.charged_ms
            self._keeper.do(c.Submit(attempt_id, LOST, charged_ms, NO_HASH, by))
            return
        raise Refusal(
            "The station was not closed as lost",
            "its file can be read",
            "Let it go on, or close it as it stands",
            code=ExitCode.USAGE,
        )

    def where(self, attempt_id: str) -> Where:
        """Whose try it is."""
        where = self._state.find(attempt_id)
        if where is None:
            raise Refusal("There is no such try", "no station has it", "Check the attempt")
        return where

    def reveal(self, candidate: Candidate) -> None:
        """What a candidate did may be read: the results are released."""
        self._files.reveal(tries_of(candidate))

    @property
    def _state(self) -> SessionState:
        return self._keeper.state

    @property
    def _definition(self) -> ExamDefinition:
        return self._keeper.header.definition

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
        live = LiveAttempt(self.within, opening, journal, header.start, meter)
        return self._live(live, meter, header.sitting.candidate, header.sitting.station)

    def _live(
        self, live: LiveAttempt, meter: StationMeter, candidate: str, station: str
    ) -> LiveStation:
        ends = self._warm_up_ends if station == WARM_UP else self._station_ends
        attempts = self._files.attempts
        return LiveStation(self._keeper, attempts, live, meter, candidate, station, ends)

    def _station_ends(self, attempt_id: str, how: str, t_ms: int) -> None:
        head = self._files.attempts.load(self._files.path(attempt_id)).head
        self._keeper.do(c.Submit(attempt_id, how, t_ms, head))

    def _warm_up_ends(self, attempt_id: str, _how: str, _t_ms: int) -> None:
        wanted = self._definition.familiarisation
        log = self._files.attempts.load(self._files.path(attempt_id))
        met = wanted is not None and is_familiar(wanted, log.events)
        warming = (one for one in self._state.candidates.values() if one.warm_up == attempt_id)
        self._keeper.do(c.EndWarmUp(next(warming).name, attempt_id, met))
