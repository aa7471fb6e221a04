"""Attempts, exams' clocks, days and backups while the wall clock is turned and the computer sleeps.

In a process that `clock_shim.c` was loaded into: what the program reads is what is turned, not a
stand-in for it. A history begins a second before an edge (a change of daylight saving, the end of
32-bit time, a leap day, a new year) in some time zone, and goes on with turns and sleeps.
"""

from __future__ import annotations

import ctypes
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.attempt.worlds import START, WORLD
from tests.storage.records import header
from trainer.assessment.exams.time_charged import STOOD_MS, Reading
from trainer.assessment.mastery import RETEST_DAYS, Trial, mastery_of, retention_of
from trainer.attempt.commands import Advance, Command, Grip, MarkSkin, MovePointer, TakeNeedle
from trainer.session import clock, days
from trainer.session.exams import meter
from trainer.session.runner import AttemptRunner
from trainer.storage.attempt_folder import AttemptFolder
from trainer.storage.records import backup, opening

SOURCE = Path(__file__).with_name("clock_shim.c")
ZONES = (
    *("UTC", "Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe"),
    *("Asia/Kathmandu", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Cairo"),
)
EDGES = (
    datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),  # 2**31 s
    datetime(2106, 2, 7, 6, 28, 16, tzinfo=UTC),  # 2**32 s
    datetime(2028, 2, 29, tzinfo=UTC),
    datetime(2027, 1, 1, tzinfo=UTC),
)
HOUR_S, DAY_S, YEAR_S = 3_600, 86_400, 31_557_600
TURNS_S = (-50 * YEAR_S, -DAY_S, -HOUR_S, -90, 90, HOUR_S, 12 * YEAR_S)
SLEEPS_S = (60, 8 * HOUR_S, 40 * DAY_S)
ROUNDED_MS = 5
CONTROL = 4  # histories of a broken build
PATIENCE_S = 120  # that a busy machine may take to say what time it is
LIMIT_MS = 3_600_000
TOKYO_MORNING = ("2027-05-03T23:30:00Z", "2027-05-04T00:30:00Z")  # one morning, two days of UTC
FIRST_DRILL = datetime(2027, 3, 20, 9, 0)  # Europe changes its clocks on the 28th


class Turned:
    """The clocks of this process."""

    def __init__(self) -> None:
        self.wall_s, self.asleep_s = 0, 0

    def turn(self, by_s: int) -> None:
        """The wall clock alone is turned."""
        self._shift(self.wall_s + by_s, self.asleep_s)

    def sleep(self, for_s: int) -> None:
        """The computer sleeps: the wall clock and the one that counts sleep go on."""
        self._shift(self.wall_s + for_s, self.asleep_s + for_s)

    def show(self, at: datetime) -> None:
        """The wall clock shows this moment."""
        self.turn(int(at.timestamp()) - int(time.time()))

    def _shift(self, wall_s: int, asleep_s: int) -> None:
        self.wall_s, self.asleep_s = wall_s, asleep_s
        ctypes.CDLL(None).clock_shift(ctypes.c_long(wall_s), ctypes.c_long(asleep_s))


def live_in(zone: str) -> None:
    """The time zone of this process."""
    os.environ["TZ"] = zone
    time.tzset()


@cache
def changes(zone: str, year: int = 2027) -> tuple[datetime, ...]:
    """When a zone's clocks are changed in a year: the first hour after it."""
    place = ZoneInfo(zone)
    hours = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(8_760)]
    offsets = [hour.astimezone(place).utcoffset() for hour in hours]
    pairs = zip(hours[1:], offsets, offsets[1:], strict=False)
    return tuple(at for at, before, after in pairs if before != after)


def run(count: int, seed: int, *, alone: bool = False) -> list[str]:
    """So many histories, and once each what hangs on days; what must not be, as sentences.

    alone : histories and nothing else.
    """
    found, dice, turned = [] if alone else list(of_days()), random.Random(seed), Turned()
    kept = os.environ.get("TZ", "")
    with tempfile.TemporaryDirectory(prefix="trust-clocks-") as folder:
        found += [] if alone else of_backups(turned, Path(folder) / "backups")
        for number in range(count):
            zone = dice.choice(ZONES)
            edge = dice.choice((*EDGES, *changes(zone)))
            live_in(zone)
            turned.show(edge - timedelta(seconds=1))
            place = f"{zone} at {edge:%Y-%m-%d %H:%M}Z"
            attempts = AttemptFolder(Path(folder) / f"{number}")
            try:
                wrong = list(of_a_history(turned, attempts, edge, dice))
            except Exception as error:
                wrong = [f"it ended with {type(error).__name__}: {error}"]
            found += [f"{place}: {each}" for each in wrong]
    turned.turn(-turned.wall_s)
    live_in(kept or "UTC")
    return found


def of_a_history(
    turned: Turned, attempts: AttemptFolder, edge: datetime, dice: random.Random
) -> Iterator[str]:
    """An attempt and an exam's clock while all this happens."""
    stamp = clock.utc_now()
    if abs((datetime.fromisoformat(stamp) - edge).total_seconds()) > PATIENCE_S:
        yield f"it says {stamp}"
    journal = attempts.create(replace(header("a-1"), created_utc=stamp))
    began_s = time.monotonic()
    exam = meter.StationMeter(0, LIMIT_MS)
    runner = AttemptRunner(START, 0, WORLD, journal, clock.MonotonicClock())
    exam.pause(False)
    told: list[str] = []
    try:
        for command in COMMANDS:
            time.sleep(dice.uniform(0, 0.004))
            told += _disturbed(turned, exam, dice)
            runner.send(command)
        runner.settle(timeout_s=PATIENCE_S)
        exam.pause(True)
        lasted_ms = int((time.monotonic() - began_s) * 1000)
    finally:
        runner.close()
    yield from told
    yield from _of_the_log(attempts, stamp, lasted_ms)
    if exam.now_ms() > lasted_ms + ROUNDED_MS:
        yield f"the exam's clock charged {exam.now_ms()} ms of {lasted_ms}"


COMMANDS: tuple[Callable[[int], Command], ...] = (
    *(lambda t_ms, at=at: MovePointer(t_ms, at, at) for at in (1_000, 2_000)),
    MarkSkin,
    lambda t_ms: TakeNeedle(t_ms, "spinal-22g-90"),
    Grip,
    *(lambda t_ms, by=by: Advance(t_ms, by) for by in (1_000, 2_000, 3_000)),
)


def _disturbed(turned: Turned, exam: meter.StationMeter, dice: random.Random) -> Iterator[str]:
    """It is turned, or the computer sleeps, or neither; what the exam's clock makes of it."""
    began_s = time.monotonic()
    before_ms, stood = exam.now_ms(), exam.stood
    exam.jumps()
    which = dice.random()
    if which < 0.4:
        turned.turn(dice.choice(TURNS_S))
    elif which < 0.5:
        turned.sleep(dice.choice(SLEEPS_S))
    charged_ms, kinds = exam.now_ms() - before_ms, {jump.kind for jump in exam.jumps()}
    passed_ms = int((time.monotonic() - began_s) * 1000)
    if not 0 <= charged_ms <= passed_ms + ROUNDED_MS:
        yield f"the exam's clock charged {charged_ms} ms of {passed_ms}"
    if stood or passed_ms > STOOD_MS:
        return  # it stands for good: the invigilator lets it go on
    if which < 0.4 and "wall" not in kinds:
        yield "nobody heard that the clock was turned"
    if 0.4 <= which < 0.5 and exam.stood != "slept":
        yield f"the exam went on after a sleep ({exam.stood or 'it runs'})"
    if which >= 0.5 and exam.stood:
        yield f"the exam's clock stands: {exam.stood}"


def _of_the_log(attempts: AttemptFolder, stamp: str, lasted_ms: int) -> Iterator[str]:
    path = attempts.folder / "a-1.attempt"
    log = attempts.load(path)
    times_ms = [record.command.t_ms for record in log.records]
    if times_ms != sorted(times_ms) or not times_ms or times_ms[0] < 0:
        yield f"the attempt's time is not in order: {times_ms}"
    elif times_ms[-1] > lasted_ms + ROUNDED_MS:
        yield f"{times_ms[-1]} ms in an attempt of {lasted_ms} ms"
    if log.header["created_utc"] != stamp:
        yield "its date is another one"
    path.unlink()


# --- days: mastery, re-tests ---


def of_days() -> Iterator[str]:
    """Re-tests fall on the same weekday whatever the clocks do; one morning is one day."""
    for zone in ZONES:
        live_in(zone)
        offsets = (0, 1, 1, *(1 + later for later in RETEST_DAYS))
        marks = [_days_here(zone, FIRST_DRILL + timedelta(days=each)) for each in offsets]
        trials = [Trial(day, "ab"[n % 2], n, True, True) for n, day in enumerate(marks)]
        found = retention_of(trials[:3])
        if found.next_due != marks[3]:
            yield f"{zone}: the re-test is due on day {found.next_due}, not {marks[3]}"
        if retention_of(trials).passed != len(RETEST_DAYS):
            yield f"{zone}: {retention_of(trials).passed} re-tests counted"
    live_in("Asia/Tokyo")
    if len({days.local_day(utc) for utc in TOKYO_MORNING}) != 1:
        yield "one morning in Tokyo is two days"
    yield from _of_wrong_days()


def _days_here(zone: str, at: datetime) -> int:
    utc = at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return days.local_day(f"{utc:%Y-%m-%dT%H:%M:%SZ}")


def _of_wrong_days() -> Iterator[str]:
    """Three passes of one day are no mastery, even if the clock was wrong for one of them."""
    today = datetime(2027, 5, 4).toordinal()
    for wrong in (datetime(1970, 1, 1), datetime(2038, 1, 19)):
        for at in range(3):
            row = [today] * 3
            row[at] = wrong.toordinal()
            trials = [
                Trial(day, "ab"[n % 2], n, True, True)
                for n, day in enumerate(days.believed(row, today))
            ]
            if mastery_of(trials).mastered:
                yield f"{wrong:%Y} on the clock makes one day two"


# --- backups ---


def of_backups(turned: Turned, folder: Path) -> Iterator[str]:
    """A copy a day for three weeks; for two days the clock shows another year; then it is right."""
    live_in("Europe/Berlin")
    folder.mkdir()
    begun = datetime(2027, 3, 10, 12, tzinfo=UTC)
    for day in range(30):
        right = begun + timedelta(hours=25 * day)  # a busy machine's clock is read a little late
        wrong_by_s = {10: 12 * YEAR_S, 11: 12 * YEAR_S, 20: -30 * YEAR_S}.get(day, 0)
        turned.show(right + timedelta(seconds=wrong_by_s))
        if not backup.is_due(folder, opening.now_utc()):
            yield f"day {day}: no copy was due"
        (folder / backup.backup_name(opening.now_utc())).touch()
        before = {each.name for each in folder.iterdir()}
        gone = {each.name for each in backup.thin(folder, opening.now_utc())}
        recent = {each for each in before if _days_old(each, right) in range(3)}
        if gone & recent or (wrong_by_s and gone):
            yield f"day {day}: {sorted(gone)} were thrown away"


def _days_old(name: str, now: datetime) -> int:
    made = datetime.strptime(name[len("records-") :][:8], "%Y%m%d").replace(tzinfo=UTC)
    return (now - made).days


# --- broken builds ---


def by_the_wall() -> int:
    """An attempt's clock that reads the wall clock."""
    kept = clock.MonotonicClock.now_ms
    begun_s = time.time()
    clock.MonotonicClock.now_ms = lambda _self: int((time.time() - begun_s) * 1000)  # type: ignore
    try:
        return len(run(CONTROL, 1, alone=True))
    finally:
        clock.MonotonicClock.now_ms = kept  # type: ignore[method-assign]


def exam_by_the_wall() -> int:
    """An exam's clock that reads the wall clock for the monotonic one."""
    kept = meter.StationMeter.__init__.__defaults__

    def read() -> Reading:
        now_ms = time.time_ns() // 10**6
        return Reading(now_ms, now_ms, now_ms, "run")

    meter.StationMeter.__init__.__defaults__ = (read,)
    try:
        return len(run(CONTROL, 1, alone=True))
    finally:
        meter.StationMeter.__init__.__defaults__ = kept


def local_for_utc() -> int:
    """A program that writes its own zone's time as UTC."""
    kept = clock.utc_now
    clock.utc_now = lambda: f"{datetime.now():%Y-%m-%dT%H:%M:%SZ}"
    try:
        return len(run(CONTROL, 1, alone=True))
    finally:
        clock.utc_now = kept


def days_of_utc() -> int:
    """Days as Greenwich counts them, and every date believed."""
    kept = days.local_day, days.believed
    days.local_day = lambda utc: datetime.fromisoformat(utc[:10]).toordinal()
    days.believed = lambda days, today: tuple(days)
    try:
        return len(list(of_days()))
    finally:
        days.local_day, days.believed = kept


def thins_by_the_wall() -> int:
    """Backups whose age is what the clock says, whatever it says."""
    kept = backup.believed_now
    backup.believed_now = lambda newest_first, now: now
    try:
        with tempfile.TemporaryDirectory() as folder:
            return len(list(of_backups(Turned(), Path(folder) / "backups")))
    finally:
        backup.believed_now = kept


CONTROLS = {
    "an attempt by the wall clock": by_the_wall,
    "an exam by the wall clock": exam_by_the_wall,
    "local time called UTC": local_for_utc,
    "days of UTC, all believed": days_of_utc,
    "backups thinned by the wall clock": thins_by_the_wall,
}
