"""An exam filled in on a page: its stations, limits and cut, as the draft of a file. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.defining import Defined, ExamDraft, draft_of
from trainer.ui.presenters.texts import tr

if TYPE_CHECKING:
    from trainer.session.exams.desk import Choice, ExamDesk

EVERY, FORMS = "every", ("form-a", "form-b")
POOLS = ("pool-1", "pool-2", "pool-3")  # names of a blueprint's cells: the draw is made of them
WHERE: Mapping[str, str] = {
    EVERY: "In every form",
    "form-a": "In form A only",
    "form-b": "In form B only",
    "pool-1": "Drawn from pool 1",
    "pool-2": "Drawn from pool 2",
    "pool-3": "Drawn from pool 3",
}
METHODS: Mapping[str, str] = {
    "": "None: the cut is provisional",
    "angoff": "Angoff",
    "modified-angoff": "Modified Angoff",
    "contrasting-groups": "Contrasting groups",
    "hofstee": "Hofstee",
}
INPUTS: Mapping[str, str] = {
    "mouse-and-keyboard": "Mouse and keyboard",
    "mouse": "Mouse alone",
    "keyboard": "Keyboard alone",
    "gamepad": "Gamepad",
    "tracked-phantom": "Tracked phantom",
}
ALONE: Mapping[bool, str] = {True: "Anchor: in every form", False: "The one form"}
LIMIT_S = 420  # design value: what a new station is given
SLUG_MOST = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """A station as chosen. where : one of `WHERE`; in every form it is an anchor of two."""

    choice: Choice
    time_limit_s: int = LIMIT_S
    where: str = EVERY


@dataclass(frozen=True, slots=True)
class Drawn:
    """How forms are drawn once a station lies in a pool. counts : drawn of each of `POOLS`."""

    seed: int = 1
    forms: int = 2
    counts: tuple[int, ...] = (1, 1, 1)


@dataclass(frozen=True, slots=True)
class Standard:
    """What the cut rests on. method : one of `METHODS`. done_on : ISO date. error : thousandths."""

    method: str = ""
    done_on: str = ""
    judges: int = 1
    error: int = 0
    record: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """The page's fields. whole_s : 0 where only stations are limited. warm_up : "" for none.

    mean_mark, sem : thousandths; sem 0 where it is not known. file : where the definition goes.
    passphrase : encrypts it, "" for a readable file; repeated : typed a second time.
    """

    title: str
    version: int
    stations: tuple[Chosen, ...]
    whole_s: int
    mean_mark: int
    stations_passed: int
    critical_fails: int
    warm_up: str
    rules: str
    file: str
    input_profile: str = "mouse-and-keyboard"
    drawn: Drawn = Drawn()
    standard: Standard = Standard()
    sem: int = 0
    retention_days: int = 3650
    passphrase: str = ""
    repeated: str = ""


def added(stations: Sequence[Chosen], choice: Choice) -> tuple[Chosen, ...]:
    """With one more at the end; a scenario stands in an exam once."""
    if any(one.choice.scenario == choice.scenario for one in stations):
        return tuple(stations)
    return (*stations, Chosen(choice))


def removed(stations: Sequence[Chosen], at: int) -> tuple[Chosen, ...]:
    """Without the one at a place."""
    return tuple(one for number, one in enumerate(stations) if number != at)


def earlier(stations: Sequence[Chosen], at: int) -> tuple[Chosen, ...]:
    """The one at a place before the one before it."""
    if not 0 < at < len(stations):
        return tuple(stations)
    return (*stations[: at - 1], stations[at], stations[at - 1], *stations[at + 1 :])


def changed(stations: Sequence[Chosen], at: int, **fields: Any) -> tuple[Chosen, ...]:
    """With another limit or place of one. Stations that are drawn share one limit: its."""
    made = tuple(replace(one, **fields) if n == at else one for n, one in enumerate(stations))
    if is_drawn(made) and 0 <= at < len(made):
        made = tuple(replace(one, time_limit_s=made[at].time_limit_s) for one in made)
    return made


def is_drawn(stations: Sequence[Chosen]) -> bool:
    """Whether the forms are drawn by a seed: some station lies in a pool."""
    return any(one.where in POOLS for one in stations)


def choice_text(choice: Choice) -> str:
    """A scenario for the examiner, and beside it what a candidate is told."""
    read = tr("Candidates read: {neutral}").format(neutral=choice.neutral)
    return f"{choice.title}\n{read}"


def station_texts(stations: Sequence[Chosen]) -> tuple[str, ...]:
    """A line for each chosen station."""
    return tuple(
        tr("{number}. {title}, {limit} s. {where}").format(
            number=number,
            title=one.choice.title,
            limit=one.time_limit_s,
            where=tr(_where_words(stations, one)),
        )
        for number, one in enumerate(stations, start=1)
    )


def _where_words(stations: Sequence[Chosen], one: Chosen) -> str:
    if one.where == EVERY:
        return ALONE[_is_parallel(stations)]
    return WHERE[one.where]


def _is_parallel(stations: Sequence[Chosen]) -> bool:
    return any(one.where != EVERY for one in stations)


def blueprint_of(stations: Sequence[Chosen], drawn: Drawn) -> dict[str, Any]:
    """What the forms are drawn from: a cell a pool; what is in every form is an anchor."""
    pools = {name: [one.choice.scenario for one in stations if one.where == name] for name in POOLS}
    cells = [
        {"name": name, "pool": pool, "count": count}
        for (name, pool), count in zip(pools.items(), drawn.counts, strict=True)
        if pool
    ]
    return {
        "seed": drawn.seed,
        "forms": drawn.forms,
        "anchors": [one.choice.scenario for one in stations if one.where == EVERY],
        "time_limit_s": stations[0].time_limit_s,
        "cells": cells,
    }


def forms_of(stations: Sequence[Chosen]) -> dict[str, list[dict[str, Any]]]:
    """The forms by name: one, or two as soon as a station is in one of them only."""
    names = FORMS if _is_parallel(stations) else FORMS[:1]
    return {name: list(_of_form(stations, name)) for name in names}


def _of_form(stations: Sequence[Chosen], name: str) -> Iterator[dict[str, Any]]:
    for one in stations:
        if one.where in (EVERY, name):
            yield {"scenario": one.choice.scenario, "time_limit_s": one.time_limit_s}


def slug_of(title: str) -> str:
    """The exam's short name, made of its title."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:SLUG_MOST].strip("-")
    return plain if plain[:1].isalpha() else f"exam-{plain}".strip("-")


def draft(filled: Filled) -> ExamDraft:
    """The draft that a file would hold. Raises Refusal with every problem."""
    _check(filled)
    fields: dict[str, Any] = {
        "id": slug_of(filled.title),
        "version": filled.version,
        "title": filled.title,
        **_stations(filled),
        "time_limit_s": filled.whole_s or None,
        "cut": _cut(filled),
        "familiarisation": {"scenario": filled.warm_up} if filled.warm_up else None,
        "surroundings": {"input_profile": filled.input_profile},
        "retention_days": filled.retention_days,
        "rules": filled.rules,
    }
    return draft_of(fields, filled.title or tr("The exam"))


def _check(filled: Filled) -> None:
    where = {one.where for one in filled.stations}
    if not filled.stations:
        _refuse(tr("no station was chosen"), tr("Add a scenario"))
    if any(one.choice.scenario == filled.warm_up for one in filled.stations):
        _refuse(tr("the warm-up is one of the stations"), tr("Choose another warm-up"))
    if where & set(POOLS) and where & set(FORMS):
        why = tr("stations of form A or B and stations of a pool do not go together")
        _refuse(why, tr("Let the seed draw all of them, or none"))
    if is_drawn(filled.stations) and len({one.time_limit_s for one in filled.stations}) > 1:
        _refuse(tr("stations that are drawn share one limit"), tr("Set the limit of one again"))
    if filled.passphrase != filled.repeated:
        _refuse(tr("the two passphrases differ"), tr("Type the same one twice"))


def _stations(filled: Filled) -> dict[str, Any]:
    if is_drawn(filled.stations):
        return {"blueprint": blueprint_of(filled.stations, filled.drawn)}
    return {"forms": forms_of(filled.stations)}


def _cut(filled: Filled) -> dict[str, Any]:
    said = filled.standard
    standard = {
        "method": said.method,
        "done_on": said.done_on,
        "judges": said.judges,
        "standard_error": said.error,
        "record": said.record,
    }
    return {
        "mean_mark": filled.mean_mark,
        "stations_passed": filled.stations_passed,
        "critical_fails": filled.critical_fails,
        "standard": standard if said.method else None,
        "sem": filled.sem or None,
    }


def written(desk: ExamDesk, filled: Filled) -> tuple[Path, Defined]:
    """Write the definition, encrypted where a passphrase was typed; never over another file.

    Raises Refusal.
    """
    made = draft(filled)
    if not filled.file:
        _refuse(tr("no file was chosen for it"), tr("Choose where it is kept"))
    path = Path(filled.file).expanduser()
    return path, desk.define_draft(made, filled.title, path, filled.passphrase or None)


def written_text(path: Path, made: Defined) -> str:
    """What stands in the file, and what it cannot promise."""
    forms = [
        tr("{form}: {count} stations, {anchors} of them anchors").format(
            form=form.id,
            count=len(form.stations),
            anchors=sum(one.anchor for one in form.stations),
        )
        for form in made.definition.forms
    ]
    head = tr("Written: {path}").format(path=path)
    if made.definition.blueprint is not None:
        seed = made.definition.blueprint.seed
        forms.insert(0, tr("Drawn by seed {seed}; every machine draws the same").format(seed=seed))
    return "\n".join((head, *forms, *(tr(caution) for caution in made.cautions)))


def _refuse(why: str, step: str) -> None:
    raise Refusal(tr("The exam was not defined"), why, step, code=ExitCode.USAGE)
