"""What a word of the command line may be: each function reads one, or says what it is not."""

from __future__ import annotations

import argparse
import math


def number(text: str) -> float:
    """A finite decimal number; no NaN, no other digits than 0-9."""
    value = float(text)
    if not text.isascii() or not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text!r} is not a finite number")
    return value


def size_px(text: str) -> int:
    """A picture's edge, 64 to 2048 pixels."""
    value = int(text)
    if not 64 <= value <= 2048:
        raise argparse.ArgumentTypeError(f"{value} is not between 64 and 2048")
    return value


def count(text: str) -> int:
    """How often, 1 to 1000."""
    value = int(text)
    if not 1 <= value <= 1000:
        raise argparse.ArgumentTypeError(f"{value} is not between 1 and 1000")
    return value


def workers(text: str) -> int:
    """How many processes, 1 to 64."""
    value = int(text)
    if not 1 <= value <= 64:
        raise argparse.ArgumentTypeError(f"{value} is not between 1 and 64")
    return value


def scheduler(text: str) -> str:
    """The address of a Dask scheduler, tcp:// or tls:// with host and port."""
    scheme, found, place = text.partition("://")
    host, colon, port = place.rpartition(":")
    if scheme not in ("tcp", "tls") or not (found and colon and host and port.isascii()):
        raise argparse.ArgumentTypeError(f"{text!r} is not like tcp://host:8786")
    if not port.isdigit() or not 1 <= int(port) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is not like tcp://host:8786")
    return text


def points(text: str) -> tuple[tuple[float, float, float], ...]:
    """World points "x,y,z;x,y,z" in mm."""
    found = []
    for part in text.split(";"):
        numbers = [number(piece) for piece in part.split(",")]
        if len(numbers) != 3:
            raise argparse.ArgumentTypeError(f"{part!r} is not x,y,z")
        found.append((numbers[0], numbers[1], numbers[2]))
    return tuple(found)


def landmark(text: str) -> tuple[str, tuple[float, float, float]]:
    """A named point "T7.left.tp_corner=x,y,z", world mm."""
    name, equals, place = text.partition("=")
    found = points(place) if equals else ()
    if len(found) != 1 or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=x,y,z")
    return name.strip(), found[0]
