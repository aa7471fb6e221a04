"""A candidate is charged what passed on a running clock: no more, and never less than was safe."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from trainer.assessment.exams.time_charged import APART_MS, STOOD_MS, Reading, charged_between
from trainer.session.exams.meter import StationMeter

LIMIT_MS = 300_000


START = Reading(5_000, 5_000, 1_000_000, "run-1")


@dataclass
class Computer:
    """All clocks of a computer, turned by hand."""

    now: Reading = START

    def read(self) -> Reading:
        return self.now

    def works(self, ms: int) -> None:
        now = self.now
        self.now = replace(
            now, mono_ms=now.mono_ms + ms, boot_ms=now.boot_ms + ms, wall_ms=now.wall_ms + ms
        )

    def sleeps(self, ms: int) -> None:
        self.now = replace(self.now, boot_ms=self.now.boot_ms + ms, wall_ms=self.now.wall_ms + ms)

    def turns_its_clock(self, by_ms: int) -> None:
        self.now = replace(self.now, wall_ms=self.now.wall_ms + by_ms)

    def starts_anew(self, mono_ms: int) -> None:
        self.now = replace(self.now, mono_ms=mono_ms, boot_ms=mono_ms, boot=self.now.boot + "'")


works = st.tuples(st.just("works"), st.integers(0, STOOD_MS))
turns = st.tuples(st.just("turns"), st.integers(-(10**11), 10**11))
kills = st.tuples(st.just("killed"), st.integers(0, 10**7))


@given(st.lists(st.one_of(works, works, turns, kills), max_size=30))
def test_kills_and_turned_clocks_change_nothing(story: list[tuple[str, int]]) -> None:
    """What is charged is exactly what was worked, up to the limit, whatever else happened."""
    computer, worked_ms = Computer(), 0
    meter = StationMeter(0, LIMIT_MS, computer.read)
    meter.pause(False)
    for what, ms in story:
        before_ms = meter.now_ms()
        if what == "works":
            computer.works(ms)
            worked_ms += ms
        elif what == "turns":
            computer.turns_its_clock(ms)
        else:  # the last beat was safe; another run of the program goes on from it
            computer.starts_anew(ms)
            meter = StationMeter(before_ms, LIMIT_MS, computer.read)
            meter.pause(False)
        assert meter.now_ms() == min(LIMIT_MS, worked_ms)
        assert meter.now_ms() >= before_ms


@given(st.lists(st.tuples(st.booleans(), st.integers(0, STOOD_MS)), max_size=20))
def test_a_clock_that_stands_charges_nothing(story: list[tuple[bool, int]]) -> None:
    computer, worked_ms = Computer(), 0
    meter = StationMeter(0, LIMIT_MS, computer.read)
    for paused, ms in story:
        meter.pause(paused)
        computer.works(ms)
        worked_ms += 0 if paused else ms
        assert meter.now_ms() == min(LIMIT_MS, worked_ms)


@given(st.lists(st.integers(0, 2_000), max_size=20))
def test_how_often_one_asks_does_not_change_the_time(steps: list[int]) -> None:
    often, seldom = Computer(), Computer()
    meters = StationMeter(0, LIMIT_MS, often.read), StationMeter(0, LIMIT_MS, seldom.read)
    for meter in meters:
        meter.pause(False)
    for ms in steps:
        often.works(ms)
        meters[0].now_ms()
    for ms in steps[:4]:
        seldom.works(ms)
    assert meters[1].now_ms() == sum(steps[:4])
    assert meters[0].now_ms() == sum(steps)


@given(st.integers(APART_MS + 1, 10**7), st.integers(0, STOOD_MS))
def test_a_sleep_is_told_and_stops_the_station(slept_ms: int, ms: int) -> None:
    computer = Computer()
    meter = StationMeter(0, LIMIT_MS, computer.read)
    meter.pause(False)
    computer.works(ms)
    reached_ms = meter.now_ms()
    computer.sleeps(slept_ms)
    assert meter.now_ms() == reached_ms
    assert meter.stood == "slept"
    computer.works(5_000)
    meter.pause(False)
    assert meter.now_ms() == reached_ms  # it stands for good
    assert [jump.kind for jump in meter.jumps()] == ["slept"]


@given(st.integers(STOOD_MS + 1, 10**7))
def test_a_program_that_stood_is_told(ms: int) -> None:
    computer = Computer()
    before = computer.read()
    computer.works(ms)
    charge = charged_between(before, computer.read())
    assert (charge.charged_ms, charge.broken) == (0, True)


@given(st.integers(1, 10**6))
def test_a_monotonic_clock_that_goes_back_charges_nothing(ms: int) -> None:
    before = Reading(ms, ms, 0, "run")
    charge = charged_between(before, replace(before, mono_ms=0, boot_ms=0))
    assert (charge.charged_ms, charge.jumps[0].kind) == (0, "back")


def test_a_turned_clock_is_told_and_costs_nothing() -> None:
    computer = Computer()
    before = computer.read()
    computer.works(1_000)
    computer.turns_its_clock(-3_600_000)
    charge = charged_between(before, computer.read())
    assert (charge.charged_ms, charge.broken) == (1_000, False)
    assert [(one.kind, one.by_ms) for one in charge.jumps] == [("wall", -3_600_000)]
