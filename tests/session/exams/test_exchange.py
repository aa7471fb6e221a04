"""What leaves an exam: statements, a report, all about one person; and what is forgotten."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.exchange.xapi_rules import faults
from tests.session.exams.conftest import Held, definition_of
from trainer.app.main import main
from trainer.attempt import commands
from trainer.refusal import Refusal
from trainer.session.exams.desk import ExamDesk
from trainer.session.exams.room import ExamRoom
from trainer.session.lrs import refuse_withheld
from trainer.session.marking import Given, MarkingDesk
from trainer.session.pacs import report_to_file
from trainer.session.people import everything_about
from trainer.session.retention import kept_until, overdue
from trainer.session.services import Services

HOSTILE = "=cmd()|' /C calc'!A0 שלום مرحبا 👩🏽‍⚕️ "
LONG = (HOSTILE * 300)[:9_998] + "!!"
NAME = "Müller, Ørsted 李 =1+1"
TOLD, SILENT = "c-told", "c-silent"


@pytest.fixture(scope="module")
def sat(
    exam_services: Services, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Services, ExamRoom]]:
    """Two candidates sat; one is released and was marked."""
    desk = ExamDesk(exam_services)
    held = Held(desk, definition_of(desk, tmp_path_factory.mktemp("draft"))).staffed()
    room = held.seated(TOLD, SILENT).room
    for name in (TOLD, SILENT):
        for station in ("station-1", "station-2"):
            at = room.begin(name, station)
            at.live.runner.send(commands.Expose)
            at.submit()
        room.seal(name)
    needs = room.needs(TOLD, "ex-1")
    for attempt_id, exposure in needs.frames:
        room.picture(attempt_id, exposure or 1, "ex-1")
    room.release(TOLD, "ex-1", "ex-2" if needs.second else "")
    room.close("ex-1")
    marking = MarkingDesk(exam_services, room.session_id, "rater-a")
    while (label := marking.next) is not None:
        items = {item.id: "done" for item in marking.open(label).items}
        marking.save(label, Given(items, 4, "pass", LONG))
    room.leave()
    yield exam_services, room


def test_only_what_is_released_becomes_statements(sat: tuple[Services, ExamRoom]) -> None:
    services, room = sat
    made = services.statements.of_session(services, room.session_id)
    text = json.dumps(made)
    assert [faults(one) for one in made] == [[]] * 5  # result, two attempts, two comments
    assert TOLD in text and SILENT not in text
    assert [one["result"].get("response") for one in made[3:]] == [LONG, LONG]
    assert {one["context"]["registration"] for one in made} == {room.session_id}
    assert made == services.statements.of_session(services, room.session_id)


def test_an_attempt_of_an_exam_does_not_go_out_alone(sat: tuple[Services, ExamRoom]) -> None:
    services, room = sat
    path = next((services.exams.home(room.session_id) / "attempts").glob("*.attempt"))
    with pytest.raises(Refusal, match="withheld"):
        refuse_withheld(services, path)


def test_its_measurements_carry_what_the_rater_wrote(
    sat: tuple[Services, ExamRoom], tmp_path: Path
) -> None:
    services, room = sat
    path = next((services.exams.home(room.session_id) / "attempts").glob("*.attempt"))
    report_to_file(services, path, tmp_path / "sr.dcm")
    assert f"rater-a: {LONG}".encode() in (tmp_path / "sr.dcm").read_bytes()


@pytest.mark.usefixtures("qapp")
def test_the_report_of_a_session_tells_receipts_and_withholds_results(
    sat: tuple[Services, ExamRoom], tmp_path: Path
) -> None:
    services, room = sat
    services.reports.write_session(tmp_path / "r.pdf", services, room.session_id)
    services.reports.write_session(tmp_path / "again.pdf", services, room.session_id)
    data = (tmp_path / "r.pdf").read_bytes()
    assert data == (tmp_path / "again.pdf").read_bytes()
    text = " ".join(
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).split()
    )
    state = room.state
    for name in (TOLD, SILENT):
        seal = state.candidates[name].sealed
        assert seal is not None
        assert seal.receipt in text and seal.root in text.replace(" ", "")
    assert state.closed is not None and state.closed.receipt in text
    assert text.count("withheld") == 1 and "not for decisions" in text
    released = state.candidates[TOLD].release
    assert released is not None
    assert all(digest[:16] in text for _, digest in released.digests)


def test_all_about_one_person_is_there_and_nothing_of_another(
    sat: tuple[Services, ExamRoom], tmp_path: Path
) -> None:
    services, room = sat
    services.people.note(TOLD, NAME, LONG, "2026-11-23T09:00:00Z")
    files = everything_about(services, TOLD)
    services.people.write_zip(tmp_path / "all.zip", files)
    services.people.write_zip(tmp_path / "again.zip", files)
    assert (tmp_path / "all.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    assert SILENT.encode() not in b"".join(found.values())
    folder = f"sessions/{room.session_id}"
    part = json.loads(found[f"{folder}/part.json"])
    assert part["result"]["outcome"]["stations"] and part["facts"]
    attempts = [name for name in found if name.endswith(".attempt")]
    kept = services.exams.home(room.session_id) / "attempts"
    assert len(attempts) == 2
    for name in attempts:
        assert found[name] == (kept / Path(name).name).read_bytes()
    marks = [json.loads(line) for line in found[f"{folder}/marks.jsonl"].splitlines()]
    assert [mark["comment"] for mark in marks] == [LONG, LONG]
    person = json.loads(found["person.json"])
    assert person["name"] == NAME and person["comments"][-1][1] == LONG


def test_who_is_erased_cannot_be_read_and_the_records_still_verify(
    sat: tuple[Services, ExamRoom], home: Path
) -> None:
    services, room = sat
    people = services.people
    people.note(SILENT, NAME, "met on Monday", "2026-11-23T09:00:00Z")
    text = b"".join(path.read_bytes() for path in (home / "people" / "text").iterdir())
    assert NAME.encode() not in text and b"Monday" not in text
    before = people.read(SILENT)
    assert before is not None and before.name == NAME
    people.erase(SILENT, "2026-11-23T10:00:00Z")
    assert people.read(SILENT) is None
    assert people.erased() == {SILENT: "2026-11-23T10:00:00Z"}
    verdict = ExamDesk(services).verify(room.session_id)
    assert (verdict.attempts, verdict.unsealed) == (4, 0)
    files = everything_about(services, SILENT)
    assert "person.json" not in files and len([n for n in files if n.endswith(".attempt")]) == 2
    with pytest.raises(Refusal, match="was erased"):
        people.note(SILENT, "again", "", "2026-11-23T11:00:00Z")


def test_the_command_line_keeps_shows_and_erases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RHIZOTOMY_HOME", str(tmp_path))

    def run(*words: str) -> tuple[int, str]:
        code = main(["records", "person", *words])
        return code, capsys.readouterr().out

    assert run("note", "p-1", "--name", NAME)[0] == 0
    assert run("show", "p-1") == (0, f"p-1: {NAME}\n")
    assert run("export", "p-1", "-o", str(tmp_path / "p.zip"))[0] == 0
    assert zipfile.ZipFile(tmp_path / "p.zip").namelist() == ["README.txt", "person.json"]
    assert run("erase", "p-1")[0] == 2
    assert run("erase", "p-1", "--confirm", "p-1")[0] == 0
    assert run("show", "p-1")[0] == 3
    assert not list((tmp_path / "people" / "keys").iterdir())


def test_who_is_kept_longer_than_the_exams_say_is_forgotten_only_on_a_yes(
    sat: tuple[Services, ExamRoom], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, room = sat
    services.people.note(TOLD, NAME, "", "2026-11-23T09:00:00Z")
    last = kept_until(services.exams.read(room.session_id))
    began = date.fromisoformat(services.exams.read(room.session_id).header.created_utc[:10])
    assert 0 <= (last - began).days - room.definition.retention_days <= 2
    assert overdue(services, last) == ()
    (late,) = overdue(services, last + timedelta(days=1))  # of two candidates one has a name here
    assert (late.pseudonym, room.session_id in late.sessions) == (TOLD, True)
    assert late.kept_until == last and services.people.read(TOLD) is not None  # only told

    monkeypatch.setenv("RHIZOTOMY_HOME", str(home))
    monkeypatch.setattr("trainer.cli.people.today", lambda: last + timedelta(days=1))
    assert main(["records", "person", "overdue"]) == 0
    assert main(["records", "person", "overdue", "--erase"]) == 2
    assert main(["records", "person", "overdue", "--erase", "--confirm", "2"]) == 2
    assert services.people.read(TOLD) is not None
    assert main(["records", "person", "overdue", "--erase", "--confirm", "1"]) == 0
    assert services.people.read(TOLD) is None
    rows = [json.loads(one) for one in (home / "people" / "erased.jsonl").read_text().splitlines()]
    assert rows[-1]["pseudonym"] == TOLD and last.isoformat() in rows[-1]["reason"]
    assert overdue(services, last + timedelta(days=1)) == ()
    assert ExamDesk(services).verify(room.session_id).attempts == 4  # the records stay
