"""The pages of the cohort in one table, and the wall of stations. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from trainer.assessment.exams.state import Phase, TryStatus
from trainer.session.cohort import Cohort, Notes, StationNow
from trainer.session.progress import SeriesId
from trainer.ui.presenters.cohort_marks import (
    device_page,
    expert_page,
    g_page,
    groups_page,
    items_page,
    language_page,
)
from trainer.ui.presenters.cohort_page import Chosen, PageShown, Raw, person_words, source_words
from trainer.ui.presenters.cohort_people import (
    curve_page,
    cusum_page,
    lc_page,
    mastery_page,
    people_page,
)
from trainer.ui.presenters.progress import TITLES
from trainer.ui.presenters.texts import tr

WALL_ID, ANGOFF_ID = "wall", "angoff"
PHASES: Mapping[Phase, str] = {
    Phase.ENROLLED: "Enrolled",
    Phase.ADMITTED: "Signed in, waits for the invigilator",
    Phase.STARTED: "Getting used to the station",
    Phase.SITTING: "Between stations",
    Phase.FINISHED: "All stations done",
    Phase.SEALED: "Sealed",
    Phase.RELEASED: "Released",
}
STATUS: Mapping[TryStatus, str] = {
    TryStatus.RUNNING: "At a station",
    TryStatus.PAUSED: "Paused by the invigilator",
    TryStatus.INTERRUPTED: "Interrupted: waits to be resumed",
    TryStatus.SUBMITTED: "Submitted",
}
WALL = ("Exam", "Computer", "Candidate", "Now", "Station", "Minutes left", "Submitted", "Last word")


def wall_page(cohort: Cohort, _chosen: Chosen) -> PageShown:
    """Who is where, as the session logs say."""
    return wall_shown(cohort.wall)


def wall_shown(wall: tuple[StationNow, ...], now_ms: int | None = None) -> PageShown:
    """The wall. now_ms : wall clock, to tell how old the last word of a station is."""
    return PageShown(
        WALL_ID,
        tr("Wall of stations"),
        header=tuple(tr(head) for head in WALL),
        rows=tuple(_station(one, now_ms) for one in wall),
        facts=tr(
            "n = {n} candidates in sessions that are not closed. Read from what the stations "
            "wrote, again every few seconds; it shows no mark."
        ).format(n=len(wall)),
        caveat=tr("What is not written yet is not here: ask at the station before you act on it."),
        missing="" if wall else tr("No exam is open in the sessions kept here."),
        places=0,
    )


def _station(one: StationNow, now_ms: int | None) -> tuple[Raw, ...]:
    now = tr(PHASES[one.phase]) if one.status is None else tr(STATUS[one.status])
    left = None if one.status is None else round((one.limit_ms - one.charged_ms) / 60_000)
    age = None if now_ms is None else max(0, now_ms - one.last_ms) // 1000
    said = None if age is None else tr("{seconds} s ago").format(seconds=age)
    return (
        one.exam, one.workstation, one.candidate, now, one.station or None, left,
        f"{one.done} / {one.of}", said,
    )  # fmt: skip


PAGES: Mapping[str, Callable[[Cohort, Chosen], PageShown]] = {
    "people": people_page,
    "curve": curve_page,
    "cusum": cusum_page,
    "lc": lc_page,
    "mastery": mastery_page,
    WALL_ID: wall_page,
    "experts": expert_page,
    "items": items_page,
    "g": g_page,
    "groups": groups_page,
    "dif_device": device_page,
    "dif_language": language_page,
}


def page_of(name: str, cohort: Cohort, chosen: Chosen) -> PageShown:
    """One page."""
    return PAGES[name](cohort, chosen)


def people_choices(cohort: Cohort) -> list[tuple[str, str]]:
    """(id, words) of everybody."""
    return [(name, person_words(name)) for name in cohort.people]


def source_choices(cohort: Cohort) -> list[tuple[str, str]]:
    """(id, words) of exams and practice."""
    return [(name, source_words(name)) for name in cohort.sources]


def measure_choices() -> list[tuple[str, str]]:
    """(id, words) of what curves are drawn of."""
    return [(name.value, tr(TITLES[name])) for name in SeriesId]


def title_of(name: str) -> str:
    """A page's title, for the list."""
    nobody = Cohort((), Notes(), (), 0, (), 1)
    return tr("Angoff sheet") if name == ANGOFF_ID else page_of(name, nobody, Chosen()).title
