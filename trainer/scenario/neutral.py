"""Words that would tell a candidate what to do."""

from __future__ import annotations

import re

# Levels, sides and procedures in the spellings of the field (DESIGN 3; teaching.md 2: unfair in an
# exam are titles that tell).
_TELLING = re.compile(
    r"""\b(
        [CTL]-?\d{1,2}(-\d{1,2})? | (cervical|thoracic|lumbar)\s+\d+
      | left | right | bilateral | both\s+sides | l/?r | ipsilateral | contralateral
      | place | placement | placing | block | blocks | mbb? | rhizotomy | neurotomy | ablation | rf
      | radiofrequency | medial\s+branch | facet | lesion
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def telling_words(title: str) -> list[str]:
    """The words of a title that name a level, a side or a procedure."""
    return [match.group(0) for match in _TELLING.finditer(title)]
