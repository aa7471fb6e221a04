"""Nerve conventions that other packages bring through `rhizotomy_trainer.conventions`.

An entry point's name is the convention's id, its value the folder in the package where `<id>.toml`
lies. It is data: the package is found, read, and never run.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from trainer.scenario.brought import BROUGHT_PATTERN, TEXT_LIMIT, convention_of, text_sha256
from trainer.scenario.text import LINE_LIMIT, printable, unsafe_mark
from trainer.session.third_party import OfferedConvention

GROUP = "rhizotomy_trainer.conventions"
MOST = 16  # design value: offered at a time


class PluginConventions:
    """Reads the files of installed packages, each time it is asked; a `ThirdPartyConventions`."""

    def offered(self) -> tuple[OfferedConvention, ...]:
        """What is there, in order of their ids; what cannot be used says why."""
        found = {(_id_of(entry), entry.value): entry for entry in entry_points(group=GROUP)}
        return tuple(_offered(found[key]) for key in sorted(found)[:MOST])


def _offered(entry: EntryPoint) -> OfferedConvention:
    name, origin = _id_of(entry), _origin_of(entry)
    if not re.fullmatch(BROUGHT_PATTERN, name):
        return OfferedConvention(name, origin, problem="its name is not small letters and hyphens")
    try:
        text = _text_of(entry)
        found = convention_of(name, text)
    except (OSError, ValueError, ImportError) as error:
        return OfferedConvention(name, origin, problem=_line(str(error) or type(error).__name__))
    return OfferedConvention(
        id=name,
        origin=origin,
        sha256=text_sha256(text),
        text=text,
        title=_line(found.title),
        summary=_line(found.text),
        citation=_line(found.citation),
        reviewer=_line(found.reviewer),
        levels=found.levels,
    )


def _text_of(entry: EntryPoint) -> str:
    """The file, with Unix line ends. Raises OSError or ValueError where it is none."""
    path = next((one for one in _places(entry) if one.is_file()), None)
    if path is None:
        raise ValueError(f"there is no {entry.name}.toml in {entry.value}")
    with path.open("rb") as file:
        raw = file.read(4 * TEXT_LIMIT + 1)
    text = raw.decode("utf-8").replace("\r\n", "\n")
    if len(text) > TEXT_LIMIT:
        raise ValueError(f"it is longer than {TEXT_LIMIT:,} characters")
    if (mark := unsafe_mark(text, "\n\t")) is not None:
        raise ValueError(f"it holds the invisible mark {mark}")
    return text


def _places(entry: EntryPoint) -> Iterator[Path]:
    """Where the file may lie: the folders of a package, found without running it."""
    top, *inner = entry.value.split(".")
    spec = importlib.util.find_spec(top)
    for folder in (spec and spec.submodule_search_locations) or ():
        yield Path(folder, *inner, f"{entry.name}.toml")


def _id_of(entry: EntryPoint) -> str:
    package = re.sub(r"[-_.]+", "-", entry.dist.name).lower() if entry.dist else "unknown"
    return _line(f"{package}/{entry.name}")


def _origin_of(entry: EntryPoint) -> str:
    return _line(f"{entry.dist.name} {entry.dist.version}") if entry.dist else "unknown"


def _line(text: str) -> str:
    """One line that is safe to show."""
    return printable(" ".join(text.split()))[:LINE_LIMIT]
