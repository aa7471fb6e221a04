"""Who may do what on a server: roles whose members can add records, and never change one."""

from __future__ import annotations

from collections.abc import Mapping

# Role, what it is for, and its rights by table. Nobody is given UPDATE or DELETE on kept rows.
STATION, EXAMINER, READER = "rhizotomy_station", "rhizotomy_examiner", "rhizotomy_reader"
_ADD, _READ = "SELECT, INSERT", "SELECT"
_RECORDS = ("record", "record_line", "record_complete")
_JUDGED = ("mark", "void")
_DERIVED = ("index_record",)
_PROBE: Mapping[str, str] = {"probe": "SELECT, INSERT, DELETE"}
RIGHTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    STATION: (
        "stations: add records, read them back",
        {**dict.fromkeys(_RECORDS, _ADD), **dict.fromkeys(_JUDGED, _READ), **_PROBE},
    ),
    EXAMINER: (
        "examiners: also mark, declare void, and make the index again",
        {
            **dict.fromkeys((*_RECORDS, *_JUDGED), _ADD),
            **dict.fromkeys(_DERIVED, "SELECT, INSERT, UPDATE, DELETE"),
            **_PROBE,
        },
    ),
    READER: (
        "directors: read",
        dict.fromkeys((*_RECORDS, *_JUDGED, *_DERIVED), _READ),
    ),
}
SCHEMA_TABLE = "rhizotomy_schema"


def roles_sql(database: str = "records", schema: str = "public") -> str:
    """A script for psql; it may be run again. database : only named in the comments' example."""
    parts = [_HEAD.format(database=_comment(database)), "BEGIN;"]
    everyone = ", ".join(_quoted(role) for role in RIGHTS)
    parts.append(f"REVOKE ALL ON ALL TABLES IN SCHEMA {_quoted(schema)} FROM PUBLIC;")
    parts.append(f"REVOKE CREATE ON SCHEMA {_quoted(schema)} FROM PUBLIC;")
    for role, (what, rights) in RIGHTS.items():
        parts += [f"\n-- {what}", _MADE.format(role=role, quoted=_quoted(role))]
        parts.append(f"REVOKE ALL ON ALL TABLES IN SCHEMA {_quoted(schema)} FROM {_quoted(role)};")
        for table, right in rights.items():
            parts.append(f"GRANT {right} ON {_quoted(schema)}.{_quoted(table)} TO {_quoted(role)};")
    parts.append(f"\nGRANT USAGE ON SCHEMA {_quoted(schema)} TO {everyone};")
    parts.append(f"GRANT SELECT ON {_quoted(schema)}.{_quoted(SCHEMA_TABLE)} TO {everyone};")
    return "\n".join([*parts, "COMMIT;", ""])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _comment(name: str) -> str:
    return "".join(letter for letter in name if letter.isprintable())


_HEAD = """-- Roles of Rhizotomy Trainer's records. Run as the owner of the tables, once these
-- were made ('records upgrade'): psql -d {database} -f roles.sql
-- Then give each person or station a login of its own and a role:
--   CREATE ROLE station_7 LOGIN PASSWORD '...' IN ROLE rhizotomy_station;
-- No role may change or delete a record; triggers refuse it to the owner of the tables too."""
_MADE = (
    "DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{role}') "
    "THEN CREATE ROLE {quoted} NOLOGIN; END IF; END $$;"
)
