"""Stored integers as people read them, without a float."""

from __future__ import annotations


def mm(um: int) -> str:
    """Micrometres as millimetres with one decimal, the rest cut off: 1260 is "1.2"."""
    sign, size = ("-", -um) if um < 0 else ("", um)
    return f"{sign}{size // 1000}.{size % 1000 // 100}"


def ml(ul: int) -> str:
    """Microlitres as millilitres with two decimals, the rest cut off: 500 is "0.50"."""
    return f"{ul // 1000}.{ul % 1000 // 10:02d}"
