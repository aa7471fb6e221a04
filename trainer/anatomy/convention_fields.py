"""Reading a parsed table strictly: each field once, of its type, none left over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import Any


class Fields:
    """A table of a file; every reader raises ValueError naming file, place and field."""

    def __init__(self, table: Mapping[str, Any], place: str) -> None:
        self._table = table
        self._place = place
        self._read: set[str] = set()

    @property
    def names(self) -> tuple[str, ...]:
        """The fields' names, in the file's order."""
        return tuple(self._table)

    def wrong(self, key: str, why: str) -> ValueError:
        """The error for a field."""
        return ValueError(f"{self._place}: {key}: {why}")

    def has(self, key: str) -> bool:
        """Whether an optional field is there."""
        return key in self._table

    def text(self, key: str, *, may_be_empty: bool = False) -> str:
        """A text, with the line breaks of long ones folded to spaces."""
        found = self._get(key, str, "text")
        if not found.strip() and not may_be_empty:
            raise self.wrong(key, "is empty")
        return " ".join(found.split())

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of at least one text, none twice."""
        found = self._get(key, list, "a list of texts")
        if not found or not all(isinstance(part, str) and part.strip() for part in found):
            raise self.wrong(key, "must be a list of texts")
        if len(set(found)) < len(found):
            raise self.wrong(key, "names something twice")
        return tuple(" ".join(part.split()) for part in found)

    def one_of(self, key: str, known: Collection[str]) -> str:
        """A text out of a table."""
        found = self.text(key)
        if found not in known:
            raise self.wrong(key, f"{found!r} is not one of {', '.join(sorted(known))}")
        return found

    def number(self, key: str) -> float:
        """A finite number."""
        return self._number(key, self._get(key, (int, float), "a number"))

    def flag(self, key: str) -> bool:
        """True or false; false where it is missing."""
        return bool(self._get(key, bool, "true or false")) if self.has(key) else False

    def interval(self, key: str) -> tuple[float, float]:
        """Lowest and highest value; [0, 0] where it is missing."""
        if not self.has(key):
            return (0.0, 0.0)
        found = self._pair(key, "[lowest, highest]")
        low, high = (self._number(key, part) for part in found)
        if low > high:
            raise self.wrong(key, f"{low:g} is more than {high:g}")
        return low, high

    def fraction(self, key: str) -> Fraction:
        """A share told as [part, whole]."""
        part, whole = self._pair(key, "[part, whole]")
        if not (isinstance(part, int) and isinstance(whole, int) and 0 < part <= whole):
            raise self.wrong(key, "must be [part, whole] in whole numbers, part at most whole")
        return Fraction(part, whole)

    def table(self, key: str) -> Fields:
        """A table within."""
        return Fields(self._get(key, dict, "a table"), f"{self._place}: {key}")

    def parts(self, key: str) -> tuple[Fields, ...]:
        """A list of at least one table."""
        found = self._get(key, list, "a list of tables")
        if not found or not all(isinstance(part, dict) for part in found):
            raise self.wrong(key, "must be a list of tables")
        return tuple(Fields(part, f"{self._place}: {key}[{n}]") for n, part in enumerate(found))

    def done(self) -> None:
        """Raise where a field is left that nobody asked for."""
        for key in self._table:
            if key not in self._read:
                raise self.wrong(key, "is not a field here")

    def _get(self, key: str, kind: type | tuple[type, ...], told: str) -> Any:
        if key not in self._table:
            raise self.wrong(key, "is missing")
        self._read.add(key)
        found = self._table[key]
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise self.wrong(key, f"must be {told}")
        return found

    def _pair(self, key: str, told: str) -> list[Any]:
        found: list[Any] = self._get(key, list, told)
        if len(found) != 2:
            raise self.wrong(key, f"must be {told}")
        return found

    def _number(self, key: str, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e6:
            raise self.wrong(key, "must be a number")
        return float(value)
