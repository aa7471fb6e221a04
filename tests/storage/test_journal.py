"""The writer of .attempt files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.storage.records import act, header, motion
from trainer.attempt.log import NOTHING, hash_of, line_of, parse
from trainer.attempt.sitting import Sitting
from trainer.refusal import ExitCode, Refusal
from trainer.storage.attempt_folder import AttemptFolder
from trainer.storage.signing_keys import SigningKeys


@pytest.fixture
def folder(tmp_path: Path) -> AttemptFolder:
    return AttemptFolder(tmp_path)


def test_a_new_attempt_is_a_header_safe_on_disk(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    assert folder.load(journal.path).header["attempt_id"] == "a-test"
    journal.close()


def test_an_act_is_on_disk_when_it_is_said_to_be(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    journal.append(act(1))
    journal.flush()
    assert journal.recorded_seq == 1
    assert [record.seq for record in parse(journal.path.read_bytes()).records] == [1]
    journal.close()


def test_motion_waits_for_company_but_not_longer_than_a_quarter_second(
    folder: AttemptFolder,
) -> None:
    journal = folder.create(header())
    for seq in range(1, 6):
        journal.append(motion(seq))
    assert journal.recorded_seq == 0
    deadline = time.monotonic() + 5.0
    while journal.recorded_seq < 5 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert journal.recorded_seq == 5
    journal.close()


def test_an_act_takes_the_waiting_motion_with_it(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    journal.append(motion(1))
    journal.append(act(2))
    journal.flush()
    assert journal.recorded_seq == 2
    journal.close()


def test_closing_records_what_still_waits(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    journal.append(motion(1))
    journal.close()
    assert len(folder.load(journal.path).records) == 1


def test_a_sealed_attempt_cannot_go_on(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    journal.append(act(1))
    journal.seal()
    journal.close()
    assert folder.load(journal.path).sealed
    with pytest.raises(Refusal, match="finished"):
        folder.reopen(journal.path)


def test_an_attempt_goes_on_where_it_stopped(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    journal.append(act(1))
    journal.close()
    log, again = folder.reopen(journal.path)
    assert [record.seq for record in log.records] == [1]
    again.append(act(2))
    again.seal()
    again.close()
    whole = folder.load(journal.path)
    assert [record.seq for record in whole.records] == [1, 2]
    assert whole.sealed


def test_half_a_record_of_a_crash_is_dropped_on_resume(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    journal.append(act(1))
    journal.close()
    with journal.path.open("ab") as file:
        file.write(b'{"kind":"record","se')
    log, again = folder.reopen(journal.path)
    assert log.cut_bytes == 20
    again.append(act(2))
    again.close()
    assert len(folder.load(journal.path).records) == 2


def test_one_attempt_has_one_writer(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    with pytest.raises(Refusal) as refused:
        folder.reopen(journal.path)
    assert refused.value.code is ExitCode.IN_USE
    journal.close()


def test_an_attempt_is_never_written_over(folder: AttemptFolder) -> None:
    journal = folder.create(header())
    journal.close()
    before = journal.path.read_bytes()
    with pytest.raises(Refusal, match="exists already"):
        folder.create(header())
    assert journal.path.read_bytes() == before


def test_unfinished_attempts_are_found_newest_first(folder: AttemptFolder) -> None:
    for number, name in enumerate(("old", "new", "done")):
        journal = folder.create(header(name))
        journal.append(act(1))
        if name == "done":
            journal.seal()
        journal.close()
        os.utime(journal.path, (number, number))
    (folder.folder / "broken.attempt").write_bytes(b"nonsense\n")
    assert [path.stem for path in folder.unfinished()] == ["new", "old"]


def test_a_folder_that_cannot_be_written_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Refusal) as refused:
        AttemptFolder(tmp_path / "file" / "attempts").create(header())
    assert refused.value.code is ExitCode.STORAGE


def test_a_missing_or_foreign_file_is_refused(folder: AttemptFolder, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no such file"):
        folder.load(tmp_path / "nothing.attempt")
    (tmp_path / "x.attempt").write_bytes(b"%PDF-1.4\n")
    with pytest.raises(Refusal, match="not an attempt"):
        folder.load(tmp_path / "x.attempt")


FULL_DISK = """
import resource, sys
from pathlib import Path
from tests.storage.records import act, header
from trainer.refusal import Refusal
from trainer.storage.attempt_folder import AttemptFolder
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = AttemptFolder(Path(sys.argv[1])).create(header())
size = journal.path.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 900, size + 900))
try:
    for seq in range(1, 50):
        journal.append(act(seq))
        journal.flush()
        print(seq, flush=True)
except Refusal as refusal:
    print("refused", int(refusal.code), journal.recorded_seq, flush=True)
    journal.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="file size limits are POSIX")
def test_a_disk_that_fills_up_stops_recording_and_keeps_what_was_said(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)],
        cwd=REPOSITORY, capture_output=True, text=True, check=True,
    )  # fmt: skip
    *acknowledged, last = done.stdout.split("\n")[:-1]
    word, code, recorded = last.split()
    assert (word, code) == ("refused", str(int(ExitCode.STORAGE)))
    assert recorded == acknowledged[-1]
    log, journal = AttemptFolder(tmp_path).reopen(next(tmp_path.glob("*.attempt")))
    assert len(log.records) == int(recorded)
    journal.close()


WRITER = """
import sys
from pathlib import Path
from tests.storage.records import act, header, motion
from trainer.storage.attempt_folder import AttemptFolder
folder = AttemptFolder(Path(sys.argv[1]))
found = folder.unfinished()
if found:
    log, journal = folder.reopen(found[0])
    seq = len(log.records)
else:
    journal, seq = folder.create(header()), 0
journal.listen(lambda: print(journal.recorded_seq, flush=True))
print("ready", flush=True)
while True:
    seq += 1
    journal.append(motion(seq) if seq % 3 else act(seq))
    if seq % 3 == 0:
        journal.flush()
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_killed_writer_loses_nothing_that_was_said_to_be_recorded(tmp_path: Path) -> None:
    said = 0
    for moment in (0.004, 0.031, 0.057, 0.013, 0.042):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)],
            cwd=REPOSITORY, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(moment)
        writer.send_signal(signal.SIGKILL)
        lines = [int(line) for line in writer.stdout.read().split("\n")[:-1]]
        writer.wait()
        writer.stdout.close()
        said = max([said, *lines])
        log = AttemptFolder(tmp_path).load(next(tmp_path.glob("*.attempt")))
        assert len(log.records) >= said
    assert said > 5


SITTING = Sitting("spring", "0123456789abcdef" * 2, "candidate-07", "station-2", "d" * 64, 1)


@pytest.fixture
def exam_folder(tmp_path: Path) -> AttemptFolder:
    keys = SigningKeys(tmp_path / "keys")
    keys.enrol("station", "Room 3", "2026-01-01T00:00:00Z")
    return AttemptFolder(tmp_path / "attempts", lambda: keys.signer("station"))


def test_an_exam_s_attempt_is_sealed_with_who_sat_it_and_the_station_s_signature(
    exam_folder: AttemptFolder,
) -> None:
    journal = exam_folder.create(replace(header(), sitting=SITTING))
    journal.append(act(1))
    journal.close()
    log, again = exam_folder.reopen(journal.path)
    again.seal()
    again.close()
    log = exam_folder.load(journal.path)
    assert log.header["format_version"] == 3
    assert log.seal is not None and log.seal["count"] == 1
    assert {name: log.seal[name] for name in asdict(SITTING)} == asdict(SITTING)
    assert exam_folder.finished() == (journal.path,)


def test_an_exam_s_attempt_is_not_begun_where_nobody_could_seal_it(tmp_path: Path) -> None:
    folder = AttemptFolder(tmp_path)
    with pytest.raises(Refusal, match="no station key"):
        folder.create(replace(header(), sitting=SITTING))
    assert list(tmp_path.iterdir()) == []


def forged(data: bytes, old: bytes, new: bytes) -> bytes:
    """An edit with every line chained anew: what a plain chain cannot find."""
    lines, prev = [], NOTHING
    for line in data.replace(old, new).splitlines():
        body = json.loads(line)
        body.pop("prev")
        lines.append(line_of(body, prev))
        prev = hash_of(lines[-1])
    return b"".join(lines)


def test_an_exam_s_attempt_that_was_edited_and_chained_anew_is_refused(
    exam_folder: AttemptFolder,
) -> None:
    journal = exam_folder.create(replace(header(), sitting=SITTING))
    journal.append(act(1))
    journal.seal()
    journal.close()
    data = journal.path.read_bytes()
    journal.path.write_bytes(forged(data, b"A case", b"B case"))
    with pytest.raises(Refusal, match="line 3: the seal's signature is not of these") as refused:
        exam_folder.load(journal.path)
    assert refused.value.code is ExitCode.INTEGRITY
    lines = data.splitlines(keepends=True)
    other = {**json.loads(lines[-1]), "candidate": "candidate-08"}
    prev = other.pop("prev")
    journal.path.write_bytes(b"".join(lines[:-1]) + line_of(other, prev))
    with pytest.raises(Refusal, match="another sitting than the header's"):
        exam_folder.load(journal.path)
    unsigned = {name: part for name, part in json.loads(lines[-1]).items() if name != "signature"}
    unsigned.pop("prev")
    journal.path.write_bytes(b"".join(lines[:-1]) + line_of(unsigned, prev))
    with pytest.raises(Refusal, match="not signed, as an exam's is"):
        exam_folder.load(journal.path)
