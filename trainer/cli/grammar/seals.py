"""The words of `keys` and `seal`: exam records and who signs them."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.grammar.parts import Nouns, noun, verb

ROLES = ("station", "examiner")


def add_keys(nouns: Nouns) -> None:
    """`keys list | enrol | rotate | revoke | trust | distrust`."""
    verbs = noun(nouns, "keys", "who signs exam records on this computer")
    verb(verbs, "list", "sealed_records:list_keys", "every key that ever was on this computer")
    enrol = verb(verbs, "enrol", "sealed_records:enrol", "make a station's or an examiner's key")
    enrol.add_argument("role", choices=ROLES)
    enrol.add_argument("--name", required=True, help="of the station or the examiner")
    rotate = verb(verbs, "rotate", "sealed_records:rotate", "replace a key by a new one")
    rotate.add_argument("role", choices=ROLES)
    revoke = verb(verbs, "revoke", "sealed_records:revoke", "a key counts no more from now on")
    revoke.add_argument("fingerprint", metavar="FINGERPRINT")
    trust = verb(verbs, "trust", "sealed_records:trust", "open another station's encrypted exams")
    trust.add_argument("file", type=Path, metavar="FILE", help="its public key, *.key.pub")
    distrust = verb(verbs, "distrust", "sealed_records:distrust", "open them no more")
    distrust.add_argument("fingerprint", metavar="FINGERPRINT")
    for leaf in (rotate, revoke):
        leaf.add_argument("--reason", required=True, help="why; it stays in the list")


def add_seal(nouns: Nouns) -> None:
    """`seal session | check`."""
    verbs = noun(nouns, "seal", "seal exam records, and check them")
    seal = verb(verbs, "session", "sealed_records:seal", "seal all that a session holds now")
    seal.add_argument("session", metavar="ID")
    seal.add_argument(
        "--anchor", type=Path, required=True, metavar="FILE", help="to carry away or to print"
    )
    seal.add_argument("--station-only", action="store_true", help="no examiner signs here")
    check = verb(verbs, "check", "sealed_records:check", "a session's folder, or one .attempt")
    check.add_argument("record", type=Path, metavar="PATH")
    check.add_argument("--keys", type=Path, metavar="KEYS", help="a list of keys")
    check.add_argument("--anchor", type=Path, action="append", default=[], metavar="FILE")
    check.add_argument("--receipt", action="append", default=[], metavar="CODE")
