"""What a session's vault holds is opened by a PIN of the staff, and by nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import argon2
import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given
from hypothesis import strategies as st

from trainer.refusal import ExitCode, Refusal
from trainer.storage import exam_pins
from trainer.storage.exam_vault import (
    ExamVault,
    LockedFile,
    closed_whole,
    opened_lines,
    opened_whole,
)
from trainer.storage.file_lock import FileLock

KEY = ChaCha20Poly1305(bytes(range(32)))
lines = st.lists(st.binary(max_size=60).map(lambda one: one.replace(b"\n", b"")), max_size=8)


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(exam_pins, "_HASHER", quick)


def stored(folder: str, parts: list[list[bytes]], name: str = "a") -> Path:
    """Lines as they are appended, part by part, each by another opening of the file."""
    path, count = Path(folder) / name, 0
    for part in parts:
        file = LockedFile(FileLock(path, create=not count and not path.exists()), KEY, name, count)
        file.append(b"".join(line + b"\n" for line in part))
        file.release()
        count += len(part)
    return path


@given(lines, lines)
def test_lines_come_out_as_they_went_in(first: list[bytes], second: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        data = stored(folder, [first, second]).read_bytes()
    whole = b"".join(line + b"\n" for line in [*first, *second])
    assert opened_lines(data, KEY, "a") == whole
    assert opened_lines(data + b"half a line", KEY, "a") == whole


@given(lines.filter(lambda found: len(found) > 1), st.data())
def test_no_line_moves_and_no_line_changes(found: list[bytes], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        closed = stored(folder, [found]).read_bytes().splitlines(keepends=True)
    at = data.draw(st.integers(0, len(closed) - 2))
    swapped = [*closed[:at], closed[at + 1], closed[at], *closed[at + 2 :]]
    bent = bytearray(closed[at])
    bent[0] ^= 1
    for changed in (swapped, [*closed[:at], bytes(bent), *closed[at + 1 :]]):
        with pytest.raises(Refusal, match="cannot be opened") as refused:
            opened_lines(b"".join(changed), KEY, "a")
        assert refused.value.code is ExitCode.INTEGRITY
    with pytest.raises(Refusal):
        opened_lines(b"".join(closed), KEY, "another file")


@given(st.binary(max_size=200))
def test_a_whole_file_is_tied_to_its_name(data: bytes) -> None:
    closed = closed_whole(data, KEY, "a")
    assert opened_whole(closed, KEY, "a") == data
    for bent, name in ((closed, "b"), (closed[:-1], "a"), (b"", "a")):
        with pytest.raises(Refusal, match="cannot be opened"):
            opened_whole(bent, KEY, name)


def test_every_pin_of_the_staff_opens_it_and_no_other(tmp_path: Path) -> None:
    vault = ExamVault(tmp_path)
    vault.make()
    vault.keep("ex-1", "12345678")
    vault.keep("in-1", "87654321")
    closed = closed_whole(b"truth", vault.cipher(), "a")
    assert b"12345678" not in (tmp_path / "vault.json").read_bytes()
    for who, pin in (("ex-1", "12345678"), ("in-1", "87654321")):
        again = ExamVault(tmp_path)
        assert again.open(who, pin)
        assert opened_whole(closed, again.cipher(), "a") == b"truth"
    shut = ExamVault(tmp_path)
    for who, pin in (("ex-1", "87654321"), ("in-1", "12345678")):
        with pytest.raises(Refusal, match="does not open it"):
            shut.open(who, pin)
    assert not shut.open("in-2", "11112222"), "who came later has no way in while it is shut"
    with pytest.raises(Refusal, match="are locked"):
        shut.cipher()
    assert shut.open("ex-1", "12345678")
    assert shut.open("in-2", "11112222")
    assert ExamVault(tmp_path).open("in-2", "11112222"), "somebody let them in"


def test_a_session_of_an_older_program_gets_a_vault_with_the_first_pin(tmp_path: Path) -> None:
    assert ExamVault(tmp_path).open("ex-1", "12345678")
    assert ExamVault(tmp_path).open("ex-1", "12345678")


def test_a_damaged_vault_says_so(tmp_path: Path) -> None:
    for content in ("[]", "{", '{"ex-1": {"kdf": "md5"}}', '{"ex-1": 1}'):
        (tmp_path / "vault.json").write_text(content, encoding="utf-8")
        with pytest.raises(Refusal, match="how it is opened"):
            ExamVault(tmp_path).open("ex-1", "12345678")
