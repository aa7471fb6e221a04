"""Backups: only of a good store, thinned with age, and good when they are needed."""

from __future__ import annotations

import datetime
import random
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.record_store.chains import attempt, read
from trainer.app.wiring import back_up_records
from trainer.refusal import ExitCode, Refusal
from trainer.session import record_keeping as keeping
from trainer.session.record_sending import send
from trainer.storage.folders import Folders
from trainer.storage.records.address import file_address
from trainer.storage.records.backup import backup_file, backup_name, backups_in, to_remove
from trainer.storage.records.copying import backup_to_file, restore_rows
from trainer.storage.records.house import RecordsHouse
from trainer.storage.records.opening import open_records
from trainer.storage.records.store import RecordsDatabase

NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)


@settings(max_examples=20)
@given(hours=st.lists(st.integers(0, 24 * 900), min_size=1, max_size=40, unique=True))
def test_thinning_keeps_the_newest_all_of_two_days_and_one_of_each_time_before(
    hours: list[int],
) -> None:
    made = [NOW - datetime.timedelta(hours=each) for each in sorted(hours)]
    paths = [Path(backup_name(each)) for each in made]
    gone = set(to_remove(paths, NOW))
    kept = [each for each, path in zip(made, paths, strict=True) if path not in gone]
    assert made[0] in kept
    assert all(each in kept for each in made if (NOW - each).days < 2)
    weeks = {each.isocalendar()[:2] for each in made if (NOW - each).days < 90}
    assert weeks == {each.isocalendar()[:2] for each in kept if (NOW - each).days < 90}
    assert to_remove([Path(backup_name(each)) for each in kept], NOW) == ()
    old = [(each.year, each.month) for each in made if (NOW.date() - each.date()).days > 92]
    left = [(each.year, each.month) for each in kept if (NOW.date() - each.date()).days > 92]
    assert sorted(left) == sorted(set(old))


def test_a_file_of_another_name_is_never_thinned() -> None:
    names = [Path("records-before-0001.sqlite"), Path("mine.sqlite"), Path("records-2026.sqlite")]
    assert to_remove(names, NOW) == ()


@pytest.fixture
def house(tmp_path: Path, filled_once: Path) -> RecordsHouse:
    place = tmp_path / "records" / "records.sqlite"
    place.parent.mkdir()
    place.write_bytes(filled_once.read_bytes())
    return RecordsHouse(Folders(tmp_path, tmp_path), {})


def test_the_app_makes_one_a_day_and_none_without_a_store(
    house: RecordsHouse, tmp_path: Path
) -> None:
    services: Any = SimpleNamespace(records=house)
    folder = tmp_path / "records" / "backups"
    for _ in range(2):  # the second start of the day finds it made
        back_up_records(services, 0.0).join(10)
        assert len(backups_in(folder)) == 1
    (made,) = backups_in(folder)
    made.rename(folder / "records-20260101T000000Z.sqlite")
    back_up_records(services, 0.0).join(10)
    assert len(backups_in(folder)) == 2
    assert RecordsHouse(Folders(tmp_path / "new", tmp_path), {}).backup_daily() is None


def test_a_damaged_store_is_told_at_the_start_and_keeps_its_old_backup(
    house: RecordsHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place, folder = tmp_path / "records" / "records.sqlite", tmp_path / "records" / "backups"
    folder.mkdir()
    old = folder / "records-20260101T000000Z.sqlite"
    old.write_bytes(place.read_bytes())
    place.write_bytes(place.read_bytes()[:8192])
    services: Any = SimpleNamespace(records=house)
    back_up_records(services, 0.0).join(10)
    assert backups_in(folder) == (old,)
    assert "were not backed up" in capsys.readouterr().err


def test_a_damaged_store_makes_no_backup_and_the_newest_good_one_restores(
    house: RecordsHouse,
) -> None:
    """G8 in short: damage at random pages, then the offered way, unattended."""
    place = house.address().path
    assert place is not None
    store = house.open()
    send(store, read(attempt("a-1", 60)))
    good = house.backup().path
    chance = random.Random(3)
    refusals = 0
    for _ in range(6):
        data = bytearray(place.read_bytes())
        page = chance.randrange(1, len(data) // 4096) * 4096
        data[page : page + 4096] = chance.randbytes(4096)
        place.write_bytes(data)
        before = good.read_bytes()
        with pytest.raises(Refusal) as refused:
            house.backup()
        refusals += refused.value.code is ExitCode.INTEGRITY
        assert good.read_bytes() == before
        assert [path.name for path in good.parent.iterdir()] == [good.name]
        done = house.restore()
        assert done.backup == good
        assert done.aside is not None
        assert done.aside.read_bytes() == bytes(data)
        done.aside.unlink()
        assert list(keeping.faults(house.open())) == []
        assert [one.header.subject_id for one in house.open().records()] == ["a-1"]
    assert refusals == 6


def test_a_damaged_backup_replaces_nothing(house: RecordsHouse) -> None:
    place = house.address().path
    assert place is not None
    send(house.open(), read(attempt()))
    backup = house.backup().path
    backup.write_bytes(backup.read_bytes()[: 4096 * 3])
    before = place.read_bytes()
    with pytest.raises(Refusal):
        house.restore()
    assert place.read_bytes() == before
    assert not list(place.parent.glob(".*partial*"))
    with pytest.raises(Refusal, match="file of that name"):
        backup_file(house.address(), backup)


def test_a_store_s_records_come_back_from_a_file_on_any_back_end(
    store: RecordsDatabase, tmp_path: Path
) -> None:
    for name in ("a-1", "a-2"):
        send(store, read(attempt(name)))
    send(store, read(attempt("a-open", sealed=False)))
    out = backup_to_file(store, tmp_path / "copy" / "backup.sqlite")
    fresh = open_records(file_address(tmp_path / "fresh.sqlite"))
    restore_rows(fresh, out)
    assert fresh.records() == store.records()
    restore_rows(store, out)  # into where they are: nothing twice
    assert fresh.records() == store.records()
    assert list(keeping.faults(fresh)) == []
