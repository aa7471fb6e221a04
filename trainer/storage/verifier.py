"""The stand-alone verifier: its parts joined to one file that needs nothing but Python.

The parts lie in ``assets/verifier``; each imports what it needs of the others, and only those lines
are left out when they are joined. What is written can be read from top to bottom.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from trainer.storage.atomic import atomic_write_bytes
from trainer.storage.regular_file import regular_bytes
from trainer.storage.shipped import shipped_folder

FOLDER, PARTS = "verifier", ("ed25519", "spelling", "facts", "checks", "command")
_BYTES = 2**20
_HEAD = "#!/usr/bin/env python3\n"
_RUN = 'if __name__ == "__main__":\n    raise SystemExit(main())\n'


def verifier_text(folder: Path | None = None) -> str:
    """The whole program. folder : of the parts, None for the shipped ones. Raises Refusal."""
    place = folder or shipped_folder("assets") / FOLDER
    texts = {part: regular_bytes(place / f"{part}.py", _BYTES).decode() for part in PARTS}
    trees = {part: ast.parse(text) for part, text in texts.items()}
    imports = sorted({one for tree in trees.values() for one in _imports(tree)}, key=_order)
    whole = [_HEAD + _docstring(texts["command"], trees["command"]), "\n".join(imports)]
    for part in PARTS:
        title = (ast.get_docstring(trees[part]) or part).partition("\n")[0]
        heading = "The command." if part == "command" else title
        whole.append(f"# {heading}\n\n{_body(texts[part], trees[part])}")
    return "\n\n".join([*whole, _RUN])


def write_verifier(path: Path) -> int:
    """Write the program, whole or not at all; how many lines it has. Raises Refusal."""
    text = verifier_text()
    atomic_write_bytes(path, text.encode())
    return text.count("\n")


def _imports(tree: ast.Module) -> Iterator[str]:
    """What a part imports from the standard library, a line each."""
    for node in tree.body:
        foreign = isinstance(node, ast.ImportFrom) and str(node.module).startswith(f"{FOLDER}.")
        if isinstance(node, ast.Import | ast.ImportFrom) and not foreign:
            yield ast.unparse(node)


def _order(line: str) -> tuple[bool, bool, str]:
    return "__future__" not in line, line.startswith("from"), line


def _docstring(text: str, tree: ast.Module) -> str:
    first = tree.body[0]
    return "\n".join(text.splitlines()[first.lineno - 1 : first.end_lineno])


def _body(text: str, tree: ast.Module) -> str:
    """A part after its docstring and imports, as it was written."""
    heads = (ast.Expr, ast.Import, ast.ImportFrom)
    last = max(node.end_lineno or 0 for node in tree.body if isinstance(node, heads))
    return "\n".join(text.splitlines()[last:]).strip()
