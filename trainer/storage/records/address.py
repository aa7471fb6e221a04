"""Where the store is: a file, or a PostgreSQL by URL whose password is never shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote

from sqlalchemy import URL

from trainer.refusal import ExitCode, Refusal
from trainer.session import loopback
from trainer.session.records import URL_VARIABLE

FORMS = "sqlite:////folder/records.sqlite or postgresql://user:password@host:5432/database"
HIDDEN = "***"
_POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")
_SQLITE = ("sqlite", "sqlite+pysqlite")
# The password may hold any of @ : / ? # as it is: it ends at the last @ before a host.
_SERVER = re.compile(
    r"^(?:(?P<user>[^:@/]*)(?::(?P<password>.*))?@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^:/@?#\[\]]*)(?::(?P<port>[0-9]{1,5}))?"
    r"/(?P<database>[^/?#@]*)(?:\?(?P<query>[^#]*))?$",
    re.DOTALL,
)
# What may be said after the ?: how the line is secured, and nothing that moves the connection.
QUERY = frozenset({"sslmode", "sslrootcert", "sslcert", "sslkey", "sslcrl", "channel_binding"})
SSL_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


@dataclass(frozen=True, slots=True)
class Address:
    """A store's place. path : of a SQLite file, None for a server. shown : without the password.

    password : kept for hiding it in foreign messages. sslmode : "" for a file or a socket.
    """

    url: URL
    shown: str
    path: Path | None = None
    password: str = ""
    sslmode: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a SQLite file."""
        return self.path is not None

    @property
    def is_loopback(self) -> bool:
        """Whether nothing leaves this machine."""
        return self.is_file or is_loopback(self.url.host or "")

    def hide(self, text: str) -> str:
        """`text` without the password."""
        return text.replace(self.password, HIDDEN) if self.password else text

    def __repr__(self) -> str:
        """Never the password, in a traceback neither."""
        return f"Address({self.shown!r})"


def address_of(text: str) -> Address:
    """The address a person wrote: a URL, or the absolute path of a file. Raises Refusal."""
    text = text.strip()
    scheme, colon, rest = text.partition("://")
    if not text:
        raise _refused("it is empty")
    if not colon:
        return file_address(Path(text))
    if scheme in _SQLITE:
        return _sqlite(rest)
    if scheme in _POSTGRES:
        return _postgres(rest)
    raise _refused(f"{scheme!r} is no kind of database known here")


def file_address(path: Path) -> Address:
    """A SQLite file. Raises Refusal where the path cannot be one."""
    if str(path) in ("", ":memory:") or "mode=memory" in str(path):
        raise _refused("what is kept in memory is gone with the program")
    if not path.expanduser().is_absolute():
        raise _refused(
            f"{path} is another file in every folder it is started in", "an absolute path"
        )
    path = path.expanduser()
    url = URL.create("sqlite+pysqlite", database=str(path))
    return Address(url, f"sqlite:///{path}", path)


def _sqlite(rest: str) -> Address:
    """Three slashes and the path, which is taken letter by letter."""
    if not rest.startswith("/"):
        raise _refused("a SQLite file takes three slashes and then its path")
    return file_address(Path(rest[1:] or ":memory:"))


def _postgres(rest: str) -> Address:
    found = _SERVER.match(rest)
    if found is None or not found["database"]:
        raise _refused("its parts are not user:password@host:port/database")
    if found["port"] and not 0 < int(found["port"]) < 65536:
        raise _refused(f"{found['port']} is no port")
    host, password = (found["host"] or "").strip("[]"), unquote(found["password"] or "")
    query = _query(found["query"] or "", host)
    url = URL.create(
        "postgresql+psycopg",
        username=unquote(found["user"] or "") or None,
        password=password or None,
        host=host or None,
        port=int(found["port"]) if found["port"] else None,
        database=unquote(found["database"]),
        query=query,
    )
    # urllib's unquote leaves a lone % as it is, so a raw one in a password works too.
    shown = url.set(drivername="postgresql").render_as_string(hide_password=True)
    return Address(url, shown, None, password, query.get("sslmode", ""))


def _query(text: str, host: str) -> Mapping[str, str]:
    found = dict(parse_qsl(text, keep_blank_values=True))
    foreign = sorted(set(found) - QUERY)
    if foreign:
        raise _refused(f"{foreign[0]!r} is none of its options ({', '.join(sorted(QUERY))})")
    if found.get("sslmode", SSL_MODES[0]) not in SSL_MODES:
        raise _refused(f"sslmode {found['sslmode']!r} is none of {', '.join(SSL_MODES)}")
    if host and not is_loopback(host):  # another machine is asked who it is, unless told otherwise
        found.setdefault("sslmode", SSL_MODES[-1])
    return found


def is_loopback(host: str) -> bool:
    """Whether a host is this machine; no host is its socket."""
    return host == "" or host.startswith("/") or loopback.is_loopback(host)


def without_password(text: str) -> Address:
    """An address of a command line, where everybody can read it: with a password it is refused."""
    address = address_of(text)
    if address.password:
        raise Refusal(
            "The address was not used",
            "it holds a password, and others can read a command line",
            f"Put it into {URL_VARIABLE}, or keep the password in a .pgpass file",
            code=ExitCode.USAGE,
        )
    return address


def _refused(why: str, wanted: str = FORMS) -> Refusal:
    """The address itself is not repeated: a wrong one may hold a password anywhere."""
    return Refusal("The address of the records cannot be used", why, f"Give {wanted}")
