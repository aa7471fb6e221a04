"""The words of `scenario`: the library and its packages."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.grammar.parts import Nouns, noun, verb


def add_scenario(nouns: Nouns) -> None:
    """`scenario list | show | validate | schema | new | pack | verify | install | key`."""
    verbs = noun(nouns, "scenario", "the scenario library")
    verb(verbs, "list", "scenarios:list_all", "list the scenarios")
    show = verb(verbs, "show", "scenarios:show", "show a whole scenario, start pose resolved")
    show.add_argument("scenario", metavar="ID")
    validate = verb(verbs, "validate", "scenarios:validate", "find every problem of a file")
    validate.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    verb(verbs, "schema", "scenarios:schema", "print the JSON Schema of scenario files")
    _packages(verbs)
    new = verb(verbs, "new", "packages:new", "make scenarios from a template and a table")
    new.add_argument("--template", required=True, metavar="ID", help="an id or a path")
    new.add_argument("--table", type=Path, required=True, metavar="T.csv", help="a row a scenario")
    new.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="a new folder")


def _packages(verbs: Nouns) -> None:
    pack = verb(verbs, "pack", "packages:pack", "put a scenario and its files into one file")
    pack.add_argument("scenario", metavar="ID", help="an id or the path of a scenario")
    pack.add_argument("-o", "--output", type=Path, required=True, metavar="F.zip")
    pack.add_argument("--sign", type=Path, metavar="KEY", help="a private key file")
    pack.add_argument("--encrypt", action="store_true", help="for an exam; needs --passphrase-file")
    verify = verb(verbs, "verify", "packages:verify", "check a package, keep nothing")
    install = verb(verbs, "install", "packages:install", "put a package's scenario into the list")
    for leaf in (verify, install):
        leaf.add_argument("package", type=Path, metavar="F.zip")
        leaf.add_argument(
            "--trust", type=Path, metavar="KEY.pub", help="refuse what this key did not sign"
        )
    for leaf in (pack, verify, install):
        leaf.add_argument(
            "--passphrase-file", type=Path, metavar="FILE", help="its first line; - reads it here"
        )
    install.add_argument(
        "--replace", action="store_true", help="a higher version takes the place of a lower one"
    )
    keys = noun(verbs, "key", "keys that sign packages")
    key = verb(keys, "new", "packages:new_key", "make a private key and its public one, KEY.pub")
    key.add_argument("-o", "--output", type=Path, required=True, metavar="KEY")
