"""Scenario packages: what goes in comes out, any changed byte is found, nothing is half there."""

from __future__ import annotations

import errno
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenario.documents import CT, SYNTHETIC, as_file, changed
from tests.storage.packages import House, a_patient, film_case, house, package, plain, whole
from trainer.refusal import ExitCode, Refusal
from trainer.scenario.migrations import MIGRATIONS, Migration
from trainer.session.packages import Opening
from trainer.storage import package_staging
from trainer.storage.package_reading import read_bytes, read_confined
from trainer.storage.package_seal import opened_package, sealed_package
from trainer.storage.package_zip import packed
from trainer.storage.patient_folder import PatientFolderStore

PHRASE = "four words of thorax"


@pytest.fixture
def author(tmp_path: Path) -> House:
    return house(tmp_path / "author")


@pytest.fixture
def reader(tmp_path: Path) -> House:
    return house(tmp_path / "reader")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "case.zip"


def take_all(_name: str, chunks: Iterator[bytes]) -> None:
    for _ in chunks:
        pass


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_what_is_packed_is_installed_and_packs_to_the_same_bytes(
    author: House, reader: House, out: Path
) -> None:
    document, files = film_case()
    author.put(document, files)
    facts = author.store.pack("a-test", out)
    done = reader.store.install(out)
    assert facts.left_out == ("draft.bak",)
    assert done.outcome == "installed"
    kept = {f"a-test/{name}": data for name, data in files.items() if name != "draft.bak"}
    assert reader.tree() == kept | {"a-test/scenario.yaml": author.tree()["a-test/scenario.yaml"]}
    assert reader.visible() == ("a-test",)
    again = out.with_name("again.zip")
    reader.store.pack("a-test", again)
    assert again.read_bytes() == out.read_bytes()


def test_a_patient_folder_from_anywhere_goes_along_under_a_bare_name(
    author: House, reader: House, out: Path, tmp_path: Path
) -> None:
    patient, folder = a_patient(), tmp_path / "elsewhere" / "P1"
    PatientFolderStore().save(patient, folder)
    where = (("patient", "folder"), str(folder)), (("patient", "sha256"), patient.sha256)
    author.put(changed(CT, *where))
    author.store.pack("a-test", out)
    reader.store.install(out)
    scenario = reader.library.load("a-test")
    path = reader.library.patient_path(scenario, "patient")
    assert PatientFolderStore().load(path).sha256 == patient.sha256


def test_any_zip_program_can_look_inside(author: House, out: Path) -> None:
    document, files = film_case()
    author.put(document, files)
    author.store.pack("a-test", out)
    with zipfile.ZipFile(out) as opened:
        assert opened.testzip() is None
        assert opened.read("notes.md") == files["notes.md"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_flipped_byte_is_found(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    good = whole()
    at = data.draw(st.integers(0, len(good) - 1))
    wrong = bytearray(good)
    wrong[at] ^= data.draw(st.integers(1, 255))
    place = house(tmp_path_factory.mktemp("flip"))
    with pytest.raises(Refusal):
        place.store.install(saved(place.root / "x.zip", bytes(wrong)))
    assert place.tree() == {}


def test_every_byte_of_a_package_counts(reader: House, out: Path) -> None:
    """All of them, by the reader alone: headers, names, contents, directory, end."""
    good = packed(package(plain()))
    for at in range(len(good)):
        wrong = good[:at] + bytes([good[at] ^ 0x20]) + good[at + 1 :]
        with pytest.raises(Refusal):
            read_bytes(wrong, "x.zip", take_all)


def test_a_package_cut_anywhere_is_refused() -> None:
    good = packed(package(plain()))
    for size in range(0, len(good), 7):
        with pytest.raises(Refusal):
            read_bytes(good[:size], "x.zip", take_all)


def test_the_child_hands_over_what_the_file_holds(out: Path) -> None:
    saved(out, whole())
    here: dict[str, bytes] = {}
    there: dict[str, bytes] = {}
    read_bytes(whole(), "x", lambda name, chunks: here.update({name: b"".join(chunks)}))
    read_confined(out, lambda name, chunks: there.update({name: b"".join(chunks)}))
    assert here == there
    assert len(here) == 2


def test_the_child_says_what_is_wrong_as_well_as_we_do(tmp_path: Path, out: Path) -> None:
    damaged = bytearray(whole())
    damaged[600] ^= 1
    for data in (bytes(damaged), b"no zip at all"):
        saved(out, data)
        said = []
        for reading in (house(tmp_path / f"h{len(data)}").reading, read_confined):
            with pytest.raises(Refusal) as caught:
                reading(out, take_all)
            said.append((str(caught.value), caught.value.code))
        assert said[0] == said[1]


def test_a_child_that_dies_is_one_sentence(out: Path) -> None:
    saved(out, whole())
    with pytest.raises(Refusal, match="the reading process ended"):
        read_confined(out, lambda _name, _chunks: None, command=("false",))


def test_the_same_package_twice_changes_nothing(reader: House, out: Path) -> None:
    saved(out, whole())
    reader.store.install(out)
    before = reader.tree()
    assert reader.store.install(out).outcome == "unchanged"
    assert reader.tree() == before


def test_other_content_under_a_known_id_is_refused_with_both_hashes(
    reader: House, out: Path
) -> None:
    first = reader.store.install(saved(out, whole())).facts
    before = reader.tree()
    saved(out, whole(2, title="Another"))
    with pytest.raises(Refusal) as caught:
        reader.store.install(out)
    second = reader.store.verify(out)
    assert first.content_sha256[:12] in str(caught.value)
    assert second.content_sha256[:12] in str(caught.value)
    assert "--replace" in caught.value.next_step
    assert caught.value.code == ExitCode.STORAGE
    assert reader.tree() == before


@pytest.mark.parametrize("version", [1, 2, 3])
def test_only_a_higher_version_replaces(reader: House, out: Path, version: int) -> None:
    reader.store.install(saved(out, whole(2)))
    before = reader.tree()
    saved(out, whole(version, title="Another"))
    if version > 2:
        assert reader.store.install(out, replace=True).outcome == "replaced"
        assert reader.library.load("a-test").title == "Another"
        assert set(reader.tree()) == set(before)
        return
    with pytest.raises(Refusal, match="version above 2"):
        reader.store.install(out, replace=True)
    assert reader.tree() == before


def test_a_shipped_scenario_is_never_replaced(reader: House, out: Path) -> None:
    shipped = reader.root / "shipped" / "a-test"
    shipped.mkdir()
    (shipped / "scenario.yaml").write_bytes(plain()["scenario.yaml"])
    with pytest.raises(Refusal, match="ships with this program"):
        reader.store.install(saved(out, whole(9, title="Mine")), replace=True)
    assert reader.tree() == {}


def test_an_older_schema_is_brought_up_and_its_file_stays(
    reader: House, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def renamed(document: dict[str, object]) -> dict[str, object]:
        document["summary"] = document.pop("what")
        return document

    monkeypatch.setitem(cast("dict[int, Migration]", MIGRATIONS), 0, renamed)
    old = {name: value for name, value in SYNTHETIC.items() if name != "summary"}
    old |= {"schema_version": 0, "what": "An old one."}
    files = {"scenario.yaml": as_file(old)}
    reader.store.install(saved(out, packed(package(files, old))))
    assert reader.library.load("a-test").summary == "An old one."
    assert reader.tree()["a-test/scenario.yaml"] == files["scenario.yaml"]


@pytest.mark.parametrize("claim", ["schema_version", "format_version"])
def test_a_newer_one_is_refused_unharmed(reader: House, out: Path, claim: str) -> None:
    saved(out, packed(package(plain(), None, **{claim: 7})))
    before = out.read_bytes()
    with pytest.raises(Refusal, match="7 is newer than this program"):
        reader.store.install(out)
    assert out.read_bytes() == before
    assert reader.tree() == {}


def test_a_signature_is_demanded_checked_and_named(
    author: House, reader: House, out: Path, tmp_path: Path
) -> None:
    author.put(SYNTHETIC)
    mine, other = tmp_path / "mine", tmp_path / "other"
    print_of_mine = author.store.new_key(mine)
    author.store.new_key(other)
    author.store.pack("a-test", out, sign=mine)
    assert reader.store.verify(out).signed_by == print_of_mine
    assert not reader.store.verify(out).trusted
    assert reader.store.verify(out, Opening(tmp_path / "mine.pub")).trusted
    with pytest.raises(Refusal, match="is not trusted") as caught:
        reader.store.install(out, Opening(tmp_path / "other.pub"))
    assert caught.value.code == ExitCode.INTEGRITY
    author.store.pack("a-test", out)
    with pytest.raises(Refusal, match="signed by nobody"):
        reader.store.install(out, Opening(tmp_path / "mine.pub"))
    assert reader.tree() == {}


def test_a_right_signature_on_other_content_is_refused(
    author: House, reader: House, out: Path, tmp_path: Path
) -> None:
    author.put(SYNTHETIC)
    author.store.new_key(tmp_path / "key")
    author.store.pack("a-test", out, sign=tmp_path / "key")
    with zipfile.ZipFile(out) as opened:
        signature = opened.read("manifest.sig")
    members = package(plain(title="Forged"))
    members.insert(1, ("manifest.sig", signature))
    with pytest.raises(Refusal, match="not a signature of this manifest") as caught:
        reader.store.install(saved(out, packed(members)))
    assert caught.value.code == ExitCode.INTEGRITY


def test_a_key_is_for_its_owner_and_never_written_over(author: House, tmp_path: Path) -> None:
    author.store.new_key(tmp_path / "key")
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    with pytest.raises(Refusal, match="exists already"):
        author.store.new_key(tmp_path / "key")
    with pytest.raises(Refusal, match="no private Ed25519 key"):
        author.put(SYNTHETIC)
        author.store.pack("a-test", tmp_path / "x.zip", sign=tmp_path / "key.pub")


def test_an_exam_package_stays_closed_without_its_passphrase(
    author: House, reader: House, out: Path
) -> None:
    author.put(SYNTHETIC)
    author.store.pack("a-test", out, passphrase=PHRASE)
    closed = out.read_bytes()
    for word in (b"A test on T7", b"scenario.yaml", b"T6-mb"):
        assert word not in closed
    with pytest.raises(Refusal, match="encrypted for an exam"):
        reader.store.install(out)
    with pytest.raises(Refusal, match="passphrase is another one") as caught:
        reader.store.install(out, Opening(passphrase="four words of lumbar"))
    assert caught.value.code == ExitCode.INTEGRITY
    assert reader.tree() == {}
    assert reader.store.install(out, Opening(passphrase=PHRASE)).facts.encrypted
    assert reader.tree() == author.tree()


def test_a_changed_exam_package_does_not_open() -> None:
    closed = sealed_package(b"whatever it holds", PHRASE)
    for at in (0, 20, 40, len(closed) - 1):
        wrong = closed[:at] + bytes([closed[at] ^ 1]) + closed[at + 1 :]
        with pytest.raises(Refusal):
            opened_package(wrong, PHRASE)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(Refusal, match="5 characters of at least 12"):
        sealed_package(b"", "short")


def test_what_is_wrong_is_not_packed(author: House, out: Path) -> None:
    home = author.put(SYNTHETIC)
    (home / "scenario.yaml").write_bytes(plain(tolerance_mm=-1)["scenario.yaml"])
    with pytest.raises(Refusal):
        author.store.pack(str(home), out)
    assert not out.exists()


def test_two_installations_at_once_wait_for_each_other(reader: House, out: Path) -> None:
    saved(out, whole())
    with package_staging.staging(reader.own), pytest.raises(Refusal) as caught:
        reader.store.install(out)
    assert caught.value.code == ExitCode.IN_USE
    assert reader.store.install(out).outcome == "installed"


def test_what_cannot_be_brought_back_now_is_kept_for_the_next_start(
    reader: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It moved out for a successor that never came; the disk refuses, and later does not."""
    moved_out = reader.own / package_staging.FOLDER / "killed" / package_staging.OLD / "a-test"
    moved_out.mkdir(parents=True)
    (moved_out / "scenario.yaml").write_bytes(b"the only copy")
    with monkeypatch.context() as refusing:
        refusing.setattr(Path, "rename", _refused)
        package_staging.clear_leftovers(reader.own)
    package_staging.clear_leftovers(reader.own)
    assert (reader.own / "a-test" / "scenario.yaml").read_bytes() == b"the only copy"
    assert not moved_out.exists()


def _refused(_path: Path, _target: Path) -> Path:
    raise PermissionError(errno.EACCES, "refused")


def test_a_running_installation_is_not_cleared_away(reader: House) -> None:
    with package_staging.staging(reader.own) as stage:
        package_staging.clear_leftovers(reader.own)
        assert stage.is_dir()
    assert not stage.exists()
