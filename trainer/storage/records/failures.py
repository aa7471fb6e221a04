"""Every way a database can fail, as one clear sentence each (reliability.md 5.7)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import sqlalchemy.exc

from trainer.refusal import ExitCode, Refusal
from trainer.session.records import StoreRefusal
from trainer.storage.records.address import Address

WHAT = "The records cannot be reached"
Sentence = tuple[str, str, ExitCode]

_S, _U = ExitCode.STORAGE, ExitCode.IN_USE
_PASSWORD: Sentence = ("the server does not take this user and password", "Check both", _S)
_SPACE: Sentence = ("the disk of the records is full", "Free some space there; nothing is lost", _S)
_RESTART: Sentence = ("the server is stopping or starting", "It is tried again by itself", _S)
_RIGHT: Sentence = ("this user may not do that there", "Ask who runs the database for the role", _S)
_SCHEMA: Sentence = (
    "the tables are not there",
    "Let the owner of the database run 'records upgrade'",
    _S,
)
_DAMAGED: Sentence = (
    "the database is damaged",
    "Run 'records restore' with the newest backup, then 'records rebuild'",
    ExitCode.INTEGRITY,
)
# PostgreSQL's own codes (its manual, appendix A), exact ones before classes of two letters.
_BY_STATE: Mapping[str, Sentence] = {
    "28P01": _PASSWORD,
    "28000": ("the server does not let this user in from here", "Ask who runs the server", _S),
    "3D000": ("there is no database of that name", "Check the name, or have it made", _S),
    "42501": _RIGHT,
    "42P01": _SCHEMA,
    "3F000": _SCHEMA,
    "53300": ("the server has no connection left", "It is tried again; raise max_connections", _S),
    "53100": _SPACE,
    "53200": ("the server is out of memory", "It is tried again by itself", _S),
    "57014": ("the server took too long and was stopped", "It is tried again by itself", _S),
    "57P01": _RESTART,
    "57P02": _RESTART,
    "57P03": _RESTART,
    "55P03": ("another program holds the tables", "Wait a moment and try again", _U),
    "40001": ("another program wrote at the same time", "It is tried again by itself", _U),
    "40P01": ("another program wrote at the same time", "It is tried again by itself", _U),
    "25006": ("the server takes no changes now (read-only)", "Use the server that does", _S),
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}
# What a client says before any server has given a code (libpq's English messages).
_BY_WORDS: tuple[tuple[str, Sentence], ...] = (
    ("password authentication failed", _PASSWORD),
    ("no password supplied", _PASSWORD),
    ("no pg_hba.conf entry", _BY_STATE["28000"]),
    ("does not exist", _BY_STATE["3D000"]),
    ("too many c", _BY_STATE["53300"]),  # "clients already", "connections for role"
    ("remaining connection slots", _BY_STATE["53300"]),
    ("starting up", _RESTART),
    ("shutting down", _RESTART),
    ("server does not support SSL", ("the server offers no TLS", "Have TLS switched on there", _S)),
    (
        "certificate",
        ("the server's certificate is not to be trusted", "Name its root by sslrootcert", _S),
    ),
    ("SSL error", ("no TLS came about", "Check sslmode and the server's certificate", _S)),
    ("could not translate host", ("its host is not known", "Check the name of the host", _S)),
    ("failed to resolve host", ("its host is not known", "Check the name of the host", _S)),
    ("refused", ("nothing listens at its host and port", "Check both, and start the server", _S)),
    ("timeout expired", ("it did not answer within 5 s", "Check the network and the server", _S)),
    ("timed out", ("it did not answer within 5 s", "Check the network and the server", _S)),
    ("terminat", _RESTART),
    ("server closed the connection", _RESTART),
    ("connection is lost", _RESTART),
    ("connection is closed", _RESTART),
    ("lost synchronization", _RESTART),
)
_OTHER_PROGRAM = ("another program has it open", "Close it there, then try again", _U)
_BY_SQLITE: Mapping[str, Sentence] = {
    "SQLITE_BUSY": _OTHER_PROGRAM,
    "SQLITE_LOCKED": _OTHER_PROGRAM,
    "SQLITE_FULL": _SPACE,
    "SQLITE_READONLY": ("writing there is not allowed", "Change its permissions or folder", _S),
    "SQLITE_CANTOPEN": (
        "the file or its folder cannot be opened",
        "Check path and permissions",
        _S,
    ),
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": ("the file is no database", "Choose another file", ExitCode.BAD_INPUT),
    "SQLITE_IOERR": ("the disk reported an error", "Check the disk; restore a backup", _S),
    "SQLITE_PERM": _RIGHT,
}
_BY_TABLE = ("no such table", _SCHEMA)
# What our own triggers say (migrations/versions).
NEVER = "records are only added to"


@contextmanager
def refusing(address: Address) -> Iterator[None]:
    """What the database reports inside becomes one Refusal; the password is in none."""
    try:
        yield
    except sqlalchemy.exc.DBAPIError as error:
        raise refusal_of(error.orig or error, address) from None
    except sqlalchemy.exc.SQLAlchemyError as error:
        raise refusal_of(error, address) from None
    except sqlite3.Error as error:
        raise refusal_of(error, address) from None
    except UnicodeDecodeError:
        raise _refusal(address, _BY_SQLITE["SQLITE_NOTADB"]) from None


def refusal_of(error: BaseException, address: Address) -> Refusal:
    """The sentence for a driver's error."""
    text = address.hide(str(error))
    if NEVER in text:
        return Refusal(
            "The records were not changed",
            f"{NEVER}, and this would have changed or removed one",
            "Declare a record void instead; it stays",
            code=ExitCode.INTEGRITY,
        )
    return _refusal(address, _sentence(error, text))


def _sentence(error: BaseException, text: str) -> Sentence:
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error, text)
    state = getattr(error, "sqlstate", None) or ""
    if state in _BY_STATE:
        return _BY_STATE[state]
    for words, sentence in _BY_WORDS:
        if words in text:
            return sentence
    first = text.strip().splitlines()[0][:200] if text.strip() else type(error).__name__
    return (f"it says: {first}", "Check the server and try again", _S)


def _of_sqlite(error: sqlite3.Error, text: str) -> Sentence:
    if _BY_TABLE[0] in text:
        return _BY_TABLE[1]
    name = getattr(error, "sqlite_errorname", "") or ""
    for known, sentence in _BY_SQLITE.items():
        if name.startswith(known):
            return sentence
    return (f"SQLite says: {text[:200]}", "Check the file, or restore a backup", _S)


def _refusal(address: Address, sentence: Sentence) -> Refusal:
    why, next_step, code = sentence
    return StoreRefusal(f"{WHAT} ({address.shown})", why, next_step, code=code)
