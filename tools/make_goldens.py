"""Make the golden corpus: the scripted players play the shipped scenarios, and the logs are frozen.

Run: uv run python -m tools.make_goldens play FOLDER [SCENARIO ...]   20 minutes, goes on if stopped
     uv run python -m tools.make_goldens freeze FOLDER                archives and table, a minute
     uv run python -m tools.make_goldens table                        the table alone, half a minute

A log carries the rubric it was played under, so a frozen log keeps its score whatever later rubrics
say. There were two ways to bring the corpus to a new rubric: a new header before old events, or
playing again. Playing costs the processor about a second an attempt, so nothing is constructed:
each log is what `attempt play` writes, but for a fixed `created_utc` and `attempt_id`, so that the
same build makes the same bytes.

Each player plays a scenario until three attempts fit into 200,000 bytes, five times at most. Where
fewer fit, others are cut after their last whole line below that: what a crash leaves, an attempt
that was never submitted.

A digest that changes is a changed meaning: raise the metric's version, say so in the change log,
and only then write the table anew.
"""

from __future__ import annotations

import argparse
import io
import json
import lzma
import tarfile
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from tests.scoring.corpus import ARCHIVE, MOST_BYTES, PLAYERS, SUFFIX, attempts, row_of
from trainer.app.wiring import wired
from trainer.attempt.log import parse
from trainer.scoring.score import score
from trainer.session.opening import Opening, open_attempt
from trainer.session.players.play import play_into
from trainer.session.players.traits import KINDS
from trainer.session.services import Services
from trainer.storage.atomic import atomic_write_bytes

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
SEEDS = (1, 2, 3, 4, 5)
KEPT = 3  # attempts of a player at a scenario
PLAYED_UTC = "2026-11-23T08:15:00Z"


def main() -> None:
    """Do what was asked for."""
    parser = argparse.ArgumentParser(description="Make the golden corpus.")
    parts = parser.add_subparsers(required=True)
    playing = parts.add_parser("play")
    playing.add_argument("folder", type=Path)
    playing.add_argument("scenarios", nargs="*", default=_shipped())
    playing.set_defaults(do=lambda args: _play(args.folder, args.scenarios))
    freezing = parts.add_parser("freeze")
    freezing.add_argument("folder", type=Path)
    freezing.add_argument("--into", type=Path, default=PLAYERS)
    freezing.set_defaults(do=lambda args: _freeze(args.folder, args.into))
    table = parts.add_parser("table")
    table.set_defaults(do=lambda _args: _write_table(PLAYERS))
    args = parser.parse_args()
    args.do(args)


def _shipped() -> list[str]:
    return sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml"))


def _play(folder: Path, scenarios: Iterable[str]) -> None:
    for scenario_id in scenarios:
        (folder / scenario_id).mkdir(parents=True, exist_ok=True)
        if any(_next_seed(folder, scenario_id, kind) for kind in KINDS):
            services = wired()  # afresh, so that only one patient is held
            opening = _opened(services, scenario_id)
            for kind in KINDS:
                while seed := _next_seed(folder, scenario_id, kind):
                    file = _file(folder, scenario_id, kind, seed)
                    _play_one(services, opening, kind, seed, file)


def _next_seed(folder: Path, scenario_id: str, kind: str) -> int:
    """The next one to play, 0 where enough attempts fit or all seeds were played."""
    fitting = 0
    for seed in SEEDS:
        file = _file(folder, scenario_id, kind, seed)
        if not file.exists():
            return seed
        fitting += file.stat().st_size <= MOST_BYTES
        if fitting == KEPT:
            return 0
    return 0


def _file(folder: Path, scenario_id: str, kind: str, seed: int) -> Path:
    return folder / scenario_id / f"{kind}-{seed}{SUFFIX}"


def _opened(services: Services, scenario_id: str) -> Opening:
    scenario = services.scenarios.load(scenario_id)
    return open_attempt(
        scenario,
        services.patients.patient_of(scenario),
        build_sha256=services.build_sha256(),
        created_utc=PLAYED_UTC,
        seed=0,
    )


def _play_one(services: Services, opening: Opening, kind: str, seed: int, file: Path) -> None:
    """As `trainer.session.players.play.play`, in an opening that all attempts of a scenario share.

    An attempt's own seed makes the noise of its pictures only, so the world is the same.
    """
    named = uuid.uuid5(uuid.NAMESPACE_OID, f"{file.parent.name}/{file.stem}")
    header = replace(opening.header, seed=seed, attempt_id=str(named))
    unfinished = file.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    play_into(services, replace(opening, header=header), kind, seed, unfinished)
    unfinished.rename(file)
    print(f"{file.parent.name}/{file.stem}: {file.stat().st_size} bytes", flush=True)


def _freeze(folder: Path, into: Path) -> None:
    into.mkdir(parents=True, exist_ok=True)
    for played in sorted(path for path in folder.iterdir() if path.is_dir()):
        logs = {path.name: cut(path.read_bytes()) for path in _kept(played)}
        atomic_write_bytes(into / f"{played.name}{ARCHIVE}", archive(logs))
    _write_table(into)


def _kept(played: Path) -> list[Path]:
    """Of each player the first three that fit, else the first ones."""
    found: list[Path] = []
    for kind in KINDS:
        ours = sorted(played.glob(f"{kind}-[0-9]*{SUFFIX}"))
        found += sorted(ours, key=lambda path: (path.stat().st_size > MOST_BYTES, path))[:KEPT]
    return sorted(found)


def cut(data: bytes) -> bytes:
    """A log of at most 200,000 bytes: a longer one ends with the last whole line before that."""
    if len(data) <= MOST_BYTES:
        return data
    return data[: data.rindex(b"\n", 0, MOST_BYTES) + 1]


def archive(logs: Mapping[str, bytes]) -> bytes:
    """A tar.xz; the same logs give the same bytes."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, data in sorted(logs.items()):
            member = tarfile.TarInfo(name)  # time 0, nobody's, readable
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return lzma.compress(stream.getvalue(), preset=9)


def _write_table(folder: Path) -> None:
    found = ((name, score(parse(data, name))) for name, data in attempts(folder=folder))
    rows = {name: row_of(one.document) for name, one in found}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
    atomic_write_bytes(folder / "scores.json", f"{{\n{lines}\n}}\n".encode())
    print(f"{len(rows)} logs; passed: {sum(bool(row['passed']) for row in rows.values())}")


if __name__ == "__main__":
    main()
