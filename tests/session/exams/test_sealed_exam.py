"""An exam in one encrypted file: nothing is read before the session, nothing forged is run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.session.exams.conftest import ENOUGH
from trainer.app.wiring import wired
from trainer.refusal import ExitCode, Refusal
from trainer.session.exams.desk import ExamDesk
from trainer.session.services import Services
from trainer.storage.folders import Folders, user_folders
from trainer.storage.package_seal import opened_package, sealed_package
from trainer.storage.signing_keys import SigningKeys

WORDS = "four words and more"
DRAFT = """\
id: secret
version: 1
title: Needle skills, part three
forms: {form-a: [{scenario: an-own-case, time_limit_s: 60}]}
cut: {mean_mark: 600, sem: 40}
rules: One station.
"""


def write_own_case(home: Path) -> Path:
    """A scenario that is on this computer only while the exam is made."""
    shipped = REPOSITORY / "scenarios" / "place-t7-single"
    own = home / "scenarios" / "an-own-case"
    shutil.copytree(shipped, own, ignore=shutil.ignore_patterns("*.attempt"))
    text = (own / "scenario.yaml").read_text(encoding="utf-8")
    (own / "scenario.yaml").write_text(
        text.replace("id: place-t7-single", "id: an-own-case", 1), encoding="utf-8"
    )
    return own


@pytest.fixture
def sealed(desk: ExamDesk, home: Path, tmp_path: Path) -> Path:
    own = write_own_case(home)
    source, out = tmp_path / "exam.yaml", tmp_path / "exam.sealed"
    source.write_text(DRAFT, encoding="utf-8")
    desk.define(source, out, WORDS)
    shutil.rmtree(own)
    return out


def test_its_scenarios_come_out_for_its_session_alone(
    desk: ExamDesk, sealed: Path, home: Path
) -> None:
    assert b"own-case" not in sealed.read_bytes()
    opened = desk.open_sealed(sealed, WORDS, "desk-1", "ex-1")
    room = opened.room
    assert room.try_pin("c-1", room.enrol("c-1", "form-a", "ex-1"))
    room.start("c-1", "ex-1", ENOUGH)
    room.begin("c-1", "station-1").leave("a test")
    assert not (home / "scenarios" / "an-own-case").exists()
    room.leave()
    again = desk.enter(room.session_id)  # after a crash nobody types the passphrase again
    assert again.try_pin("ex-1", opened.pin)
    under_way = again.state.under_way("c-1")
    assert under_way is not None
    again.resume(under_way.tried.attempt_id, "ex-1").submit()
    again.leave()


def test_another_workstation_opens_it_once_it_trusts_the_key(
    exam_services: Services, sealed: Path, tmp_path: Path
) -> None:
    folders = Folders(tmp_path / "elsewhere", user_folders().cache)
    keys = SigningKeys(folders.keys)
    keys.enrol("station", "desk-2", "2026-01-01T00:00:00Z")
    other = ExamDesk(wired(folders))
    with pytest.raises(Refusal) as refused:
        other.open_sealed(sealed, WORDS, "desk-2", "ex-1")
    assert refused.value.code is ExitCode.INTEGRITY
    named = keys.trust(exam_services.keys.public_path("station"))
    other.open_sealed(sealed, WORDS, "desk-2", "ex-1").room.leave()
    keys.distrust(named)
    with pytest.raises(Refusal):
        other.open_sealed(sealed, WORDS, "desk-2", "ex-1")


def test_a_wrong_passphrase_and_an_exam_of_nobody_stay_closed(
    desk: ExamDesk, sealed: Path, tmp_path: Path
) -> None:
    before = desk.sessions()
    with pytest.raises(Refusal) as found:
        desk.open_sealed(sealed, "another passphrase", "desk-1", "ex-1")
    assert found.value.code is ExitCode.INTEGRITY
    inner = opened_package(sealed.read_bytes(), WORDS)
    head, _, body = inner.partition(b"\n")
    for changed, why in (
        (b"{}\n" + body, "nobody signed it"),
        (head.replace(b'public_key": "', b'public_key": "00') + b"\n" + body, "does not know"),
        (head + b"\n" + body + b"x", "not as it was signed"),
    ):
        forged = tmp_path / "forged"
        forged.write_bytes(sealed_package(changed, WORDS))
        with pytest.raises(Refusal, match=why):
            desk.open_sealed(forged, WORDS, "desk-1", "ex-1")
    assert desk.sessions() == before
