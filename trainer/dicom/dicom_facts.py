"""The allowed facts of an opened DICOM file. Runs in the child."""

from __future__ import annotations

import math

from trainer.dicom.allowlist import (
    NUMBERS,
    ORIENTATION,
    SOP_CLASSES,
    TOKENS,
    WORDS,
    FileFacts,
    token_of,
    words_of,
)
from trainer.dicom.open_file import OpenFile


def facts_of(file: OpenFile, salt: str) -> FileFacts:
    """Numbers, words of the table and salted hashes; nothing else of the file."""
    numbers: dict[str, tuple[float, ...]] = {}
    unreadable: list[str] = []
    for keyword, count in NUMBERS.items():
        values = _values(file, keyword)
        if not values:
            continue
        numeric = _finite(values)
        if numeric is None or len(numeric) != count:
            unreadable.append(keyword)
        else:
            numbers[keyword] = numeric
    words = {}
    for keyword in (*WORDS, ORIENTATION):
        given = tuple(str(value).strip().upper() for value in _values(file, keyword))
        if kept := words_of(keyword, given):
            words[keyword] = kept
        elif given and given != ("",):
            unreadable.append(keyword)
    tokens = {key: token_of(str(_values(file, key)), salt) for key in TOKENS if _values(file, key)}
    sop_uid = "".join(str(value) for value in _values(file, "SOPClassUID"))
    stored_class = str(file.meta.get("MediaStorageSOPClassUID", ""))
    return FileFacts(
        sop_class=SOP_CLASSES.get(sop_uid or stored_class, "other"),
        syntax_uid=file.syntax_uid,
        numbers=numbers,
        words=words,
        tokens=tokens,
        unreadable=tuple(unreadable),
        pixel_bytes=file.passed.pixel_bytes,
        float_pixels=file.passed.float_pixels,
        overlays=file.passed.overlays,
        cut_off=file.passed.cut_off,
    )


def _values(file: OpenFile, keyword: str) -> tuple[object, ...]:
    """An element's values; empty where it is absent, a single NaN where it cannot be read."""
    try:
        value = file.dataset.get(keyword)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # damaged values raise a dozen kinds; all of them mean "unreadable"
        return (math.nan,)
    if value is None or value == "":
        return ()
    if isinstance(value, str | bytes) or not hasattr(value, "__iter__"):
        return (value,)
    return tuple(value)


def _finite(values: tuple[object, ...]) -> tuple[float, ...] | None:
    try:
        numbers = tuple(float(value) for value in values)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return numbers if all(math.isfinite(number) for number in numbers) else None
