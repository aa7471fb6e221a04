"""What must hold of a file's pixels before one of them is touched. Pure."""

from __future__ import annotations

from trainer.dicom import limits, syntaxes
from trainer.dicom.allowlist import FileFacts

_GREY = ("MONOCHROME1", "MONOCHROME2")


def pixel_problems(facts: FileFacts) -> tuple[str, ...]:
    """Every reason why the pixels cannot be read; empty where they can."""
    absent = _absent(facts)
    if facts.pixel_bytes is None and absent:
        return (absent,)
    found = [absent, *_form(facts), _size(facts), _syntax(facts), _shown(facts)]
    return tuple(problem for problem in found if problem)


def note_of_loss(facts: FileFacts) -> str | None:
    """A sentence where the pixels are not what the machine made, None where they are."""
    syntax = syntaxes.READ.get(facts.syntax_uid)
    if syntax is not None and not syntax.lossless:
        return f"lossy compression: {syntax.name} ({facts.syntax_uid})"
    if facts.word("LossyImageCompression") == "01":
        return "the pixels have been compressed with loss before"
    return None


def _absent(facts: FileFacts) -> str | None:
    if facts.float_pixels:
        return "its pixels are floating-point numbers, which are not read"
    if facts.pixel_bytes is None:
        if facts.cut_off:
            return "the file is cut off before its pixels"
        return "it has no pixels"
    return "the file is cut off within its pixels" if facts.cut_off else None


def _form(facts: FileFacts) -> tuple[str | None, ...]:
    samples = facts.number("SamplesPerPixel")
    photometric = facts.word("PhotometricInterpretation")
    colour = photometric not in _GREY or samples not in (None, 1.0)
    return (
        f"it is a colour picture ({photometric or 'photometric interpretation missing'}), "
        "only MONOCHROME1 and MONOCHROME2 are read"
        if colour
        else None,
        _bits(facts),
        "its number of frames is impossible" if facts.frames < 1 else None,
    )


def _bits(facts: FileFacts) -> str | None:
    allocated, stored = facts.number("BitsAllocated"), facts.number("BitsStored")
    high, signed = facts.number("HighBit"), facts.number("PixelRepresentation")
    if allocated not in (8, 16) or stored is None or not 1 < stored <= allocated:
        return f"{_n(stored)} bits stored in {_n(allocated)} allocated are not read (8 or 16)"
    if high is not None and high != stored - 1:
        return f"high bit {_n(high)} does not fit {_n(stored)} bits stored"
    if signed not in (0, 1):
        return "pixel representation (0028,0103) is missing or neither 0 nor 1"
    return None


def _size(facts: FileFacts) -> str | None:
    rows, columns = facts.number("Rows") or 0, facts.number("Columns") or 0
    if rows < 2 or columns < 2:
        return f"{_n(columns)} columns and {_n(rows)} rows are no picture"
    declared = int(rows) * int(columns) * max(1, facts.frames) * _bytes(facts)
    if declared > limits.PIXEL_BYTES:
        return (
            f"it declares {declared / limits.MIB:,.0f} MiB of pixels, "
            f"more than {limits.PIXEL_BYTES // limits.MIB} MiB"
        )
    syntax = syntaxes.READ.get(facts.syntax_uid)
    held = facts.pixel_bytes
    if syntax and syntax.native and held is not None and held not in (declared, declared + 1):
        return f"it declares {declared:,} bytes of pixels but holds {max(held, 0):,}"
    return None


def _syntax(facts: FileFacts) -> str | None:
    stored = facts.number("BitsStored")
    return syntaxes.why_not_read(facts.syntax_uid, None if stored is None else int(stored))


def _shown(facts: FileFacts) -> str | None:
    if facts.word("BurnedInAnnotation") == "YES":
        return "text is burned into its picture, which may name a person"
    if "SECONDARY" in facts.words.get("ImageType", ()):
        return "it is a secondary picture (made after the examination), not an original one"
    return None


def _bytes(facts: FileFacts) -> int:
    return 2 if facts.number("BitsAllocated") != 8 else 1


def _n(value: float | None) -> str:
    return "no" if value is None else f"{value:g}"
