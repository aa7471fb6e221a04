"""From the bytes of a file to text, or the one reason why not."""

from __future__ import annotations

from trainer.scenario.verdict import refusal

BYTES_LIMIT = 1_000_000  # a scenario at every limit of the schema stays under 0.5 MB
LINE_LIMIT = 20_000  # characters; keeps the parser's time in bounds
_BOM = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"\x00\x00": "UTF-32"}


def text_of(data: bytes, name: str) -> str:
    """The text of a scenario file. Raises Refusal with the line and the byte that is wrong."""
    if len(data) > BYTES_LIMIT:
        raise refusal(name, f"it has {len(data):,} bytes, and {BYTES_LIMIT:,} are the limit")
    if not data.removeprefix(_BOM).strip():
        raise refusal(name, "the file is empty")
    foreign = _OTHER_ENCODINGS.get(data[:2])
    if foreign:
        raise refusal(name, f"it begins at byte 0 with the mark of {foreign}; save it as UTF-8")
    offset = data.find(b"\x00")
    if offset >= 0:
        raise refusal(
            name, f"byte {offset} is NUL, which no text in UTF-8 holds", _line(data, offset)
        )
    body = data.removeprefix(_BOM)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(data) - len(body)
        why = f"byte {offset} (0x{data[offset]:02x}) is not UTF-8; save it as UTF-8"
        raise refusal(name, why, _line(data, offset)) from None
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LINE_LIMIT:
            raise refusal(name, f"the line is longer than {LINE_LIMIT:,} characters", number)
    return text


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
