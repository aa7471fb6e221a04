"""Parallel forms drawn from a blueprint: whole numbers only, so every machine draws the same.

A draw is an order: each name's place is the SHA-256 of seed, form, cell and name; the first k of a
cell are drawn. So adding a name to one cell changes no other cell.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from trainer.assessment.exams.definition import Blueprint, Cell, Form, Station

# What a scenario is pinned by: (version, hash of the document, hash of the rubric).
Pin = tuple[int, str, str]
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def drawn_forms(blueprint: Blueprint, pins: Mapping[str, Pin]) -> tuple[Form, ...]:
    """The forms of a blueprint. pins : of every scenario it names (KeyError where one is missing).

    Anchors come in every form, with one seed. Scenarios that an earlier form drew are drawn again
    only where the cell's pool is used up.
    """
    used: dict[str, int] = {}
    forms = []
    for letter in _LETTERS[: blueprint.forms]:
        chosen = _chosen(blueprint, letter, used)
        for name in chosen:
            used[name] = used.get(name, 0) + 1
        names = _in_order(blueprint.seed, f"order {letter}", [*blueprint.anchors, *chosen])
        forms.append(_form(blueprint, letter, names, pins))
    return tuple(forms)


def _chosen(blueprint: Blueprint, letter: str, used: Mapping[str, int]) -> list[str]:
    found: list[str] = []
    for cell in blueprint.cells:
        taken = (*blueprint.anchors, *found)
        pool = [name for name in cell.pool if name not in taken]
        found += _of_cell(blueprint.seed, letter, cell, pool, used)
    return found


def _of_cell(
    seed: int, letter: str, cell: Cell, pool: Sequence[str], used: Mapping[str, int]
) -> list[str]:
    if len(pool) < cell.count:
        raise ValueError(
            f"cell {cell.name!r} draws {cell.count} of the {len(pool)} scenarios that are left"
        )
    order = _in_order(seed, f"{letter} {cell.name}", pool)
    return sorted(order, key=lambda name: used.get(name, 0))[: cell.count]


def _in_order(seed: int, what: str, names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: (_draw(seed, what, name), name))


def _draw(seed: int, what: str, name: str) -> int:
    """A number of 256 bits that depends on nothing but its words."""
    return int.from_bytes(hashlib.sha256(f"{seed}|{what}|{name}".encode()).digest(), "big")


def _form(blueprint: Blueprint, letter: str, names: Sequence[str], pins: Mapping[str, Pin]) -> Form:
    return Form(
        id=f"form-{letter}",
        stations=tuple(
            station(
                number,
                name,
                pins[name],
                seed=_draw(blueprint.seed, "attempt", name) % 2**32,
                time_limit_s=blueprint.time_limit_s,
                anchor=name in blueprint.anchors,
            )
            for number, name in enumerate(names, start=1)
        ),
    )


def station(
    number: int, scenario: str, pin: Pin, *, seed: int, time_limit_s: int, anchor: bool = False
) -> Station:
    """The station of a place in a form; its name says nothing."""
    version, scenario_sha256, rubric_sha256 = pin
    return Station(
        id=f"station-{number}",
        scenario=scenario,
        scenario_version=version,
        scenario_sha256=scenario_sha256,
        rubric_sha256=rubric_sha256,
        seed=seed,
        time_limit_s=time_limit_s,
        anchor=anchor,
    )
