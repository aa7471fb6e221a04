"""Write docs/physics/biology.md: every number of the body with its source and confidence.

`python -m tools.make_biology_reference` reads the constants that tell what nerves feel, what
heat does and what follows, with the comment that stands beside or above each of them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "physics" / "biology.md"
MODULES = (
    *(f"trainer/therapy/{name}.py" for name in (
        "block", "damage", "electrode", "impedance", "lesion", "lesion_program", "lesion_run",
        "lesion_track", "nearness", "outcome", "pain", "spread", "stimulation", "tissue",
    )),
    *(f"trainer/attempt/{name}.py" for name in (
        "body", "causes", "complications", "faults", "slip",
    )),
    "trainer/needle/breathing.py",
    "trainer/needle/resistance.py",
)  # fmt: skip
TAG = re.compile(r"(?<![\w.])(S2|S|D|M|X)(?![\w])|design value", re.IGNORECASE)
HEAD = """# Numbers of the body

<!-- Written by `python -m tools.make_biology_reference`; do not edit. -->

*Teaching model, not for planning treatment.* Each number that a panel, a voice or an outcome rests
on, where it stands in the program, and what it rests on. Confidence: S read at the source, S2
second hand, D derived, M from memory and to be verified, X design value for clinicians to judge.
Agents, doses and policies: [profiles](../profiles.md). Heat: [lesion](lesion.md). Steel:
[needle](needle.md).
"""


@dataclass(frozen=True, slots=True)
class Number:
    """One constant, or several of one line. said : the comment that tells where it is from."""

    name: str
    value: str
    said: str

    @property
    def is_traced(self) -> bool:
        """Whether a confidence stands beside it."""
        return bool(TAG.search(self.said))


def numbers_of(source: str) -> Iterator[Number]:
    """The numeric constants of a module with their comments, in order."""
    lines = source.splitlines()
    whole = ast.get_docstring(ast.parse(source)) or ""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and _is_numeric(node):
            value = ast.unparse(node.value) if node.value is not None else ""
            names = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            said = _comments(lines, node.lineno, node.end_lineno or node.lineno)
            yield Number(names.strip("()"), value.strip("()"), said or _sentence_with_tag(whole))


def _is_numeric(node: ast.Assign | ast.AnnAssign) -> bool:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    names = [one.id for one in ast.walk(target) if isinstance(one, ast.Name)]
    if not names or not all(name.lstrip("_").isupper() for name in names) or node.value is None:
        return False
    parts = list(ast.walk(node.value))
    return any(isinstance(one, ast.Constant) and type(one.value) in (int, float) for one in parts)


def _comments(lines: list[str], first: int, last: int) -> str:
    """The comment block above, and those within and behind."""
    above: list[str] = []
    at = first - 2
    while at >= 0 and lines[at].startswith("#"):
        above.insert(0, lines[at].lstrip("# "))
        at -= 1
    if at >= 0 and not above:  # a block above holds for all constants that follow it without a gap
        while at >= 0 and lines[at] and not lines[at].startswith((" ", "from", "import", "#")):
            at -= 1
        while at >= 0 and lines[at].startswith("#"):
            above.insert(0, lines[at].lstrip("# "))
            at -= 1
    within = [line.split("#", 1)[1].strip() for line in lines[first - 1 : last] if "  #" in line]
    return " ".join([*within, *above]).strip()


def _sentence_with_tag(text: str) -> str:
    sentences = re.split(r"(?<=[.])\s+", " ".join(text.split()))
    return next((one for one in sentences if re.search(r"\b(X|M)\b|design value", one)), "")


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for module in MODULES:
        found = list(numbers_of((ROOT / module).read_text(encoding="utf-8")))
        if found:
            rows = [f"| `{one.name}` | {_short(one.value)} | {one.said} |" for one in found]
            parts.append(f"\n## {module}\n\n| name | value | rests on |\n|---|---|---|\n")
            parts.append("\n".join(rows) + "\n")
    return "".join(parts)


def _short(value: str) -> str:
    text = " ".join(value.split()).replace("|", "/")
    return text if len(text) <= 120 else f"{text[:117]}..."


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
