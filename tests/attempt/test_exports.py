"""What the tables of commands and events name is what the two packages hand out."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from types import ModuleType

import pytest

from trainer.attempt import commands, events
from trainer.attempt.commands import COMMANDS, Command
from trainer.attempt.events import EVENTS, Event

BOTH = pytest.mark.parametrize(
    ("package", "table", "base"),
    [(commands, COMMANDS, Command), (events, EVENTS, Event)],
    ids=["commands", "events"],
)


def defined_in(package: ModuleType, base: type) -> set[type]:
    """Every type of the family that any file of the package defines, private ones aside."""
    modules = [
        import_module(f"{package.__name__}.{found.name}")
        for found in pkgutil.iter_modules(package.__path__)
    ]
    return {
        kind
        for module in modules
        for name, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, base) and kind is not base and not name.startswith("_")
    }


@BOTH
def test_every_type_that_is_written_has_a_name_in_the_table(
    package: ModuleType, table: dict[str, type], base: type
) -> None:
    assert defined_in(package, base) == set(table.values())


@BOTH
def test_everything_in_the_table_is_handed_out_under_its_own_name(
    package: ModuleType, table: dict[str, type], base: type
) -> None:
    for kind in table.values():
        assert getattr(package, kind.__name__, None) is kind, kind.__name__
        assert kind.__name__ in package.__all__, kind.__name__


@BOTH
def test_nothing_of_the_family_is_handed_out_that_no_table_knows(
    package: ModuleType, table: dict[str, type], base: type
) -> None:
    out = [getattr(package, name) for name in package.__all__]
    family = {kind for kind in out if inspect.isclass(kind) and issubclass(kind, base)}
    assert family - {base} == set(table.values())
