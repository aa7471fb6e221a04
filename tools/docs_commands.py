"""Commands that pages name, held against the real grammar of `main.py`.

A page writes commands as people read them: `[...]` may be left out, `|` and `·` divide choices,
words in capitals stand for something, and an explanation follows after two blanks.
"""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from itertools import chain
from typing import Any

from trainer.cli.parser import build_parser

STARTS = ("uv run main.py", "python main.py", "python3 main.py", "rhizotomy-trainer")
NO_COMMANDS = frozenset(["rhizotomy-trainer exam package 1"])  # the first line of a sealed package
_STAND_IN = re.compile(r"[A-Z][A-Z0-9_]*(?:[.:=|/\[-].*)?|KIND|[A-Z]")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_NESTED = re.compile(r"\[([^\[\]]*)\[([^\[\]]*)\]\]")
_DIVIDED = re.compile(r" [|·] (?![^\[]*\])")


class _AnyOf(Container[str]):
    """The choices of an option, or a word that stands for one of them."""

    def __init__(self, choices: Any) -> None:
        self.choices = choices

    def __contains__(self, word: object) -> bool:
        return word in self.choices or bool(_STAND_IN.fullmatch(str(word)))

    def __iter__(self) -> Iterator[Any]:
        return iter(self.choices)


class WrongCommandError(Exception):
    """What the grammar says against a command."""


@cache
def grammar(*, whole: bool = True) -> argparse.ArgumentParser:
    """The grammar of `main.py`; words that stand for something are taken for any value.

    whole : what is required must be there.
    """
    parser = build_parser()
    _soften(parser, whole=whole)
    return parser


def _soften(parser: argparse.ArgumentParser, *, whole: bool) -> None:
    def refuse(message: str) -> None:
        raise WrongCommandError(message)

    parser.error = refuse  # type: ignore[assignment, method-assign]
    for action in parser._actions:
        action.required = action.required and whole
        if isinstance(action, argparse._SubParsersAction):
            for each in action.choices.values():
                _soften(each, whole=whole)
            continue
        action.type = _or_stand_in(action)
        if action.choices is not None:
            action.choices = _AnyOf(action.choices)  # type: ignore[assignment]


def _or_stand_in(action: argparse.Action) -> Any:
    meant, shown = action.type, str(action.metavar or "").strip('"')

    def read(text: str) -> Any:
        if text == shown or _STAND_IN.fullmatch(text) or not callable(meant):
            return text
        return meant(text)

    return read


def verbs() -> Mapping[str, frozenset[str]]:
    """Noun -> its verbs; none where the noun is the whole command."""
    return {noun: frozenset(_words(parser)) for noun, parser in _words(grammar()).items()}


def _words(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    return next(
        (one.choices for one in parser._actions if isinstance(one, argparse._SubParsersAction)), {}
    )


def told(line: str) -> str | None:
    """The command in a line of a block, or None; what follows two blanks or # is explanation."""
    bare = re.split(r" {2,}|\s#\s", line.strip().removeprefix("$ "))[0].rstrip()
    for start in STARTS:
        if bare == start or bare.startswith(f"{start} "):
            return bare[len(start) :].strip()
    first, _, rest = bare.partition(" ")
    known = verbs().get(first)
    if known is None or not rest:
        return None
    return bare if not known or re.split(r"[ |\[]", rest)[0] in known else None


def quoted(text: str) -> str | None:
    """The command in a piece of code in a sentence, or None: nouns with a verb, or whole ones."""
    for start in STARTS:
        if text.startswith(f"{start} ") and text not in NO_COMMANDS:
            return text[len(start) :].strip()
    first, _, rest = text.partition(" ")
    return text if verbs().get(first) and rest[:1].islower() else None


def faults(command: str) -> list[str]:
    """What the grammar says against a command as a page writes it; [] where it would be taken."""
    divided = bool(re.search(r"[\[|·…]|\.\.\.", command))
    found = (
        (words, _why_not(words, whole=not divided and not _only_mentions(words)))
        for words in _spelled_out(command)
    )
    return sorted({f"{' '.join(words)}: {why}" for words, why in found if why})


def _only_mentions(words: Sequence[str]) -> bool:
    """Whether a command is named without any value: "attempt verify --redecide"."""
    return all(re.fullmatch(r"-{0,2}[a-z][a-z-]*", word) for word in words)


def _why_not(words: Sequence[str], *, whole: bool) -> str:
    try:
        with redirect_stdout(StringIO()):
            grammar(whole=whole).parse_args(words)
    except WrongCommandError as error:
        return str(error)
    except SystemExit:  # --help, --version
        pass
    return ""


def _spelled_out(command: str) -> Iterator[list[str]]:
    nouns = verbs()
    noun = verb = ""
    plain = command.replace('"..."', "TEXT").replace("…", "...")
    for part in _DIVIDED.split(plain):
        first = part.split(" ", 1)[0]
        if first in nouns and not (noun and first in nouns[noun]):
            noun, words = first, part
            verb = next(iter(part.split()[1:2]), "") if nouns[first] else ""
        elif first.startswith("-") and not first.startswith("--help"):
            words = f"{noun} {verb} {part}" if noun else part
        elif noun and nouns[noun] and re.split(r"[|\[]", first)[0] not in nouns[noun]:
            return  # a pipe to another program
        else:
            words = f"{noun} {part}"
        yield from _forms(words)


def _forms(command: str) -> Iterator[list[str]]:
    """Without what may be left out, and with each of it alone; a|b|c after a noun: each verb."""
    flat = _NESTED.sub(r"[\1] [\1\2]", command)
    bare = _OPTIONAL.sub("", flat)
    inside = (each for inner in _OPTIONAL.findall(flat) for each in inner.split(" | "))
    optional = (f"{bare} {each}" for each in inside)
    for text in chain([bare], optional):
        words = [word.removesuffix("...") for word in _split(text)]
        words = [word for word in words if word]
        if len(words) > 1 and "|" in words[1] and words[1].islower():
            yield from ([words[0], verb, *words[2:]] for verb in words[1].split("|"))
        else:
            yield [_first_of(word) for word in words]


def _first_of(word: str) -> str:
    return word.split("|", maxsplit=1)[0] if re.fullmatch(r"[a-z]+(\|[a-z]+)+", word) else word


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()
