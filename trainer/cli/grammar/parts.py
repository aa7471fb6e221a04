"""What every noun of the command line is made of."""

from __future__ import annotations

import argparse
from typing import NoReturn, TypeAlias

from trainer.refusal import ExitCode


class Parser(argparse.ArgumentParser):
    """argparse with whole option names only: an abbreviation of today is a clash of tomorrow."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs["allow_abbrev"] = False
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line and end with 2."""
        self.exit(ExitCode.USAGE, f"{self.prog}: {message}\nTry: {self.prog} --help\n")


Nouns: TypeAlias = "argparse._SubParsersAction[Parser]"


def verb(nouns: Nouns, name: str, run: str, what: str) -> Parser:
    """A word that does something.

    run : "module:function" of `trainer.cli`, imported only when it is run. what : its help.
    """
    leaf = nouns.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    leaf.add_argument("--json", action="store_true", help="one JSON document on standard output")
    leaf.set_defaults(run=run)
    return leaf


def noun(nouns: Nouns, name: str, what: str) -> Nouns:
    """A word after which a verb comes; what : its help."""
    group = nouns.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    return group.add_subparsers(dest="verb", metavar="VERB", required=True, parser_class=Parser)
