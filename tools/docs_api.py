"""The reference of the pure rooms: one page a room, from its sources and docstrings.

The sources are read, not imported: a page is the same in every environment, and made at once.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.docs_docstrings import as_rst
from tools.docs_pages import ROOT
from tools.source_tree import tree_of

ROOMS = (
    "geometry", "anatomy", "imaging", "needle", "therapy", "scenario", "attempt", "scoring",
    "assessment",
)  # fmt: skip
PLACE = "reference"
Definition = ast.FunctionDef | ast.ClassDef
_INDENT = "   "
_OF_A_CLASS = {"property": "property", "cached_property": "property"}
_OPTIONS = ("classmethod", "staticmethod", "abstractmethod")
_NOT_SHOWN = ("overload", "setter", "register")  # said once, where the function itself stands


def add_reference(source: Path) -> tuple[str, ...]:
    """Write the pages below `source`; returns their documents, in the order of the rooms."""
    (source / PLACE).mkdir(parents=True)
    for room in ROOMS:
        (source / PLACE / f"{room}.rst").write_text("\n".join(room_page(room)), encoding="utf-8")
    return tuple(f"{PLACE}/{room}" for room in ROOMS)


def room_page(room: str) -> Iterator[str]:
    """The lines of one room's page (reStructuredText)."""
    folder = ROOT / "trainer" / room
    yield from _heading(room.capitalize(), "=")
    yield from module_lines(folder / "__init__.py", f"trainer.{room}")
    for path in sorted(folder.rglob("*.py")):
        if is_shown(path):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield from _heading(name.removeprefix("trainer."), "-")
            yield from module_lines(path, name)


def is_shown(path: Path) -> bool:
    """Whether a module has something public to say."""
    if path.name.startswith("_") or any(part.startswith("_") for part in path.parts[-3:-1]):
        return False
    return any(True for _ in _public(tree_of(path).body))


def _heading(text: str, line: str) -> tuple[str, ...]:
    return (text, line * len(text), "")


def module_lines(path: Path, name: str) -> Iterator[str]:
    """What a module says of itself and of each public thing in it. name : trainer.geometry.carm."""
    tree = tree_of(path)
    yield from (f".. py:module:: {name}", "")
    yield from (*as_rst(ast.get_docstring(tree) or ""), "")
    for each in _public(tree.body):
        yield from _entry(each, Homes.of(tree, name), "")


def _public(body: Iterable[ast.stmt]) -> Iterator[Definition]:
    """What is public, documented and said once, in the order of the source."""
    for each in body:
        if isinstance(each, Definition) and not each.name.startswith("_"):
            hidden = any(name.rpartition(".")[2] in _NOT_SHOWN for name in _decorators(each))
            if ast.get_docstring(each) and not hidden:
                yield each


def _decorators(node: Definition) -> tuple[str, ...]:
    return tuple(ast.unparse(one).partition("(")[0] for one in node.decorator_list)


@dataclass(frozen=True, slots=True)
class Homes:
    """Where the names of a module's annotations come from: name -> its whole path."""

    paths: dict[str, str]

    @classmethod
    def of(cls, tree: ast.Module, name: str) -> Homes:
        """What a module takes from our rooms, and what it defines itself."""
        paths: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("trainer"):
                paths |= {
                    (one.asname or one.name): f"{node.module}.{one.name}" for one in node.names
                }
        own = (each for each in tree.body if isinstance(each, ast.ClassDef))
        return cls(paths | {each.name: f"{name}.{each.name}" for each in own})

    def said(self, node: ast.expr | None) -> str:
        """An annotation in one line, our own types by their whole path."""
        if node is None:
            return ""
        text = ast.unparse(node)
        return re.sub(r"(?<![\w.])[A-Za-z_]\w*", lambda at: self.paths.get(at[0], at[0]), text)


def _entry(node: Definition, homes: Homes, indent: str) -> Iterator[str]:
    """One function or class with what it says, its members one step further in."""
    kind, options = _kind(node, inside=bool(indent))
    yield f"{indent}.. py:{kind}:: {node.name}{_signature(node, homes, kind)}"
    if kind == "property" and isinstance(node, ast.FunctionDef) and node.returns:
        options = (*options, f":type: {homes.said(node.returns)}")
    inner = indent + _INDENT
    yield from (f"{inner}{option}" for option in options)
    yield ""
    yield from (f"{inner}{line}".rstrip() for line in as_rst(ast.get_docstring(node) or ""))
    yield ""
    if isinstance(node, ast.ClassDef):
        for each in _public(node.body):
            yield from _entry(each, homes, inner)


def _kind(node: Definition, *, inside: bool) -> tuple[str, tuple[str, ...]]:
    """(which directive, its options)."""
    if isinstance(node, ast.ClassDef):
        return "class", ()
    if not inside:
        return "function", ()
    names = [name.rpartition(".")[2] for name in _decorators(node)]
    kind = next((_OF_A_CLASS[name] for name in names if name in _OF_A_CLASS), "method")
    return kind, tuple(f":{name}:" for name in names if name in _OPTIONS)


def _signature(node: Definition, homes: Homes, kind: str) -> str:
    if kind == "property":
        return ""
    if isinstance(node, ast.FunctionDef):
        given = ", ".join(_arguments(node.args, homes, own=kind == "method"))
        return f"({given})" + (f" -> {homes.said(node.returns)}" if node.returns else "")
    fields = ", ".join(_fields(node, homes))
    return f"({fields})" if fields else ""


def _fields(node: ast.ClassDef, homes: Homes) -> Iterator[str]:
    """name: type of a class's values, as its maker takes them."""
    for each in node.body:
        if isinstance(each, ast.AnnAssign) and not homes.said(each.annotation).startswith(
            "ClassVar"
        ):
            yield f"{ast.unparse(each.target)}: {homes.said(each.annotation)}"


def _arguments(args: ast.arguments, homes: Homes, *, own: bool) -> Iterator[str]:
    """Each argument as it is written, without the object that a method belongs to."""
    first = [*args.posonlyargs, *args.args]
    plain = [None] * (len(first) - len(args.defaults)) + [*args.defaults]
    given = list(zip(first, plain, strict=True))
    for number, (arg, default) in enumerate(given):
        if not (own and number == 0 and arg.arg in ("self", "cls")):
            yield _argument(arg, default, homes)
        if args.posonlyargs and number == len(args.posonlyargs) - 1:
            yield "/"
    if args.vararg:
        yield f"*{_argument(args.vararg, None, homes)}"
    elif args.kwonlyargs:
        yield "*"
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        yield _argument(arg, default, homes)
    if args.kwarg:
        yield f"**{_argument(args.kwarg, None, homes)}"


def _argument(arg: ast.arg, default: ast.expr | None, homes: Homes) -> str:
    said = f"{arg.arg}: {homes.said(arg.annotation)}" if arg.annotation else arg.arg
    return said if default is None else f"{said} = {ast.unparse(default)}"
