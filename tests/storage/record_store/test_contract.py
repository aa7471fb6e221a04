"""What a store promises, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import threading
import uuid
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.storage.record_store.chains import attempt, chained, read, session, sitting
from tests.storage.record_store.conftest import forge
from trainer.refusal import ExitCode, Refusal
from trainer.session import record_keeping as keeping
from trainer.session.record_sending import send
from trainer.session.records import IndexRow, Mark, Void
from trainer.storage.records.opening import prove
from trainer.storage.records.store import RecordsDatabase
from trainer.storage.records.tables import KEPT

NAMES = iter(range(10**9))


def sent(store: RecordsDatabase, lines: tuple[bytes, ...]) -> UUID:
    found = read(lines)
    send(store, found)
    return found.header.record


def void(record: UUID, **changes: str) -> Void:
    words = {"reason": "fire drill", "by_person": "x-1", "second_person": "x-2"} | changes
    return Void(uuid.uuid4(), record, created_utc="2026-01-01", **words)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)), again=st.lists(st.integers(0, 4), max_size=2))
def test_lines_sent_in_any_order_and_any_number_of_times_are_kept_once(
    store: RecordsDatabase, order: list[int], again: list[int]
) -> None:
    found = read(attempt(f"a-{next(NAMES)}", 3))
    for seq in [*order, *again]:
        store.put(found.header, {seq: found.lines[seq]})
    assert store.lines(found.header.record) == found.lines
    assert store.complete(found.header.record) == found.head


def test_a_record_comes_back_byte_for_byte_with_what_its_header_says(
    store: RecordsDatabase,
) -> None:
    lines = attempt(sitting=sitting("s-1", "P 07", "st-2"))
    record = sent(store, lines)
    assert store.lines(record) == lines
    (listed,) = store.records()
    assert (listed.header.session_id, listed.header.candidate) == ("s-1", "P 07")
    assert (listed.header.station, listed.header.mode) == ("st-2", "exam")
    assert listed.head == read(lines).head
    assert listed.lines == len(lines)


def test_an_attempt_can_be_followed_while_it_is_recorded(store: RecordsDatabase) -> None:
    whole = read(attempt(acts=4))
    record = whole.header.record
    for count in (1, 3, 5):
        part = read(whole.lines[:count])
        send(store, part)
        assert (store.held(record).until, store.held(record).complete) == (count, None)
    assert send(store, whole).complete
    assert store.completed([record, uuid.uuid4()]) == {record}


def test_a_gap_is_named_and_only_what_is_missing_is_sent(store: RecordsDatabase) -> None:
    whole = read(attempt(acts=4))
    store.put(whole.header, {0: whole.lines[0], 3: whole.lines[3]})
    held = store.held(whole.header.record)
    assert held.missing == (1, 2)
    assert held.wanted(6) == (1, 2, 4, 5)
    with pytest.raises(Refusal, match="line 2: it is missing"):
        store.complete(whole.header.record)
    assert send(store, whole).new == 4


def test_another_line_under_a_number_is_refused_and_the_first_stays(
    store: RecordsDatabase,
) -> None:
    lines = attempt()
    record = sent(store, lines[:3])
    for seq in (0, 2):
        with pytest.raises(Refusal, match="hold another one") as refused:
            store.put(read(lines).header, {seq: lines[seq].replace(b"1", b"2", 1)})
        assert refused.value.code is ExitCode.INTEGRITY
    assert store.lines(record) == lines[:3]


def test_a_record_that_is_not_sealed_or_broken_is_never_complete(store: RecordsDatabase) -> None:
    open_one = sent(store, attempt("a-open", sealed=False))
    with pytest.raises(Refusal, match="no seal"):
        store.complete(open_one)
    lines = attempt("a-broken")
    broken = (*lines[:2], lines[2].replace(b"mark_skin", b"mark_sKin"), *lines[3:])
    store.put(read(lines).header, dict(enumerate(broken)))
    with pytest.raises(Refusal) as refused:
        store.complete(read(lines).header.record)
    assert refused.value.code is ExitCode.INTEGRITY
    assert store.completed([open_one, read(lines).header.record]) == frozenset()


def test_nothing_is_added_after_the_seal(store: RecordsDatabase) -> None:
    lines = attempt()
    record = sent(store, lines)
    with pytest.raises(Refusal, match="sealed"):
        store.put(read(lines).header, {len(lines): b'{"kind":"record"}\n'})
    assert store.lines(record) == lines


@pytest.mark.parametrize("table", [table.__tablename__ for table in KEPT])
def test_the_database_itself_refuses_to_change_or_remove_a_row(
    store: RecordsDatabase, table: str
) -> None:
    record = sent(store, attempt())
    store.add_mark(Mark(uuid.uuid4(), record, "r-1", "2026-01-01", "{}"))
    store.add_void(void(record))
    changes = [f"DELETE FROM {table}", f"UPDATE {table} SET record = record"]
    if not store.address.is_file:
        changes.append(f"TRUNCATE {table} CASCADE")
    for change in changes:
        with pytest.raises(Refusal, match="only added to"), store._writing() as connection:
            connection.execute(text(change))
    assert keeping.upload(store, []) == ()
    assert len(store.records()) == len(store.marks(record)) == len(store.voids(record)) == 1


def test_marks_and_voids_are_rows_of_their_own_told_twice_once(store: RecordsDatabase) -> None:
    record = sent(store, attempt())
    mark = Mark(
        uuid.uuid4(), record, "r-1", "2026-01-01", '{"global": 4, "note": "=cmd() 😀 \u202e"}'
    )
    declared = void(record)
    for _ in range(2):
        store.add_mark(mark)
        store.add_void(declared)
    assert (store.marks(record), store.voids(record)) == ((mark,), (declared,))
    assert (store.records()[0].marks, store.records()[0].voids) == (1, 1)
    with pytest.raises(Refusal, match="another one has this id"):
        store.add_mark(Mark(mark.mark, record, "r-2", "2026-01-01", "{}"))


@pytest.mark.parametrize("words", [{"reason": ""}, {"second_person": "x-1"}])
def test_a_void_needs_a_reason_and_a_second_person(
    store: RecordsDatabase, words: dict[str, str]
) -> None:
    record = sent(store, attempt())
    with pytest.raises(Refusal):
        store.add_void(void(record, **words))
    assert store.voids(record) == ()


def test_foreign_texts_survive(store: RecordsDatabase) -> None:
    odd = "\u202eשלום 😀 'x'; -- \x00 " + "ä" * 300
    lines = attempt(sitting=sitting(odd, odd, odd), sealed=False)
    (header,) = [one.header for one in (sent(store, lines), store.records())[1]]
    assert header.candidate.startswith("\u202eשלום 😀 'x'; --  ä")
    assert len(header.candidate) <= 200
    assert list(keeping.faults(store)) == []


def test_two_machines_that_send_the_same_file_at_once_make_one_record(
    store: RecordsDatabase,
) -> None:
    whole = read(attempt(acts=60))
    others = [RecordsDatabase(store.engine, store.address) for _ in range(3)]
    failures: list[BaseException] = []

    def work(mine: RecordsDatabase) -> None:
        try:
            send(mine, whole)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(other,)) for other in others]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert store.lines(whole.header.record) == whole.lines
    assert len(store.records()) == 1


def test_a_copy_that_went_another_way_is_refused(store: RecordsDatabase) -> None:
    sent(store, attempt(acts=3))
    with pytest.raises(Refusal, match="another one") as refused:
        send(store, read(attempt(acts=4)))
    assert refused.value.code is ExitCode.INTEGRITY
    sent(store, attempt("a-open", 5, sealed=False))
    with pytest.raises(Refusal, match="the store holds 6 lines"):
        send(store, read(attempt("a-open", 4, sealed=False)))


FORGERIES = {
    "flip": ("UPDATE record_line SET bytes = :line WHERE seq = 2", "line 4"),
    "drop": ("DELETE FROM record_line WHERE seq = 2", "line 3"),
    "cut": ("DELETE FROM record_line WHERE seq >= 3", "no seal"),
    "swap": ("UPDATE record_line SET seq = CASE seq WHEN 1 THEN 102 ELSE 101 END "
             "WHERE seq IN (1, 2)", "line 2"),
    "column": ("UPDATE record SET candidate = 'somebody else'", "column candidate"),
    "head": ("UPDATE record_complete SET head = lower(head) || ''", ""),
    "rehead": ("UPDATE record_complete SET head = substr(head, 2) || '0'", "head is not"),
    "empty": ("DELETE FROM record_line", "none of its lines"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGERIES)
def test_verify_finds_every_change_of_an_owner_and_raises_no_alarm_without_one(
    store: RecordsDatabase, name: str
) -> None:
    lines = attempt()
    sent(store, lines)
    sent(store, attempt("a-good"))
    assert list(keeping.faults(store)) == []
    statement, expected = FORGERIES[name]
    record = read(lines).header.record
    own = record.hex if store.address.is_file else str(record)
    where = "AND" if " WHERE " in statement else "WHERE"
    changed = lines[2].replace(b'"t_ms":2', b'"t_ms":3')
    values = {"line": changed} if ":line" in statement else {}
    forge(store, f"{statement} {where} record = '{own}'", **values)
    if name == "swap":
        forge(store, f"UPDATE record_line SET seq = seq - 100 WHERE seq > 100 AND record = '{own}'")
    faults = list(keeping.faults(store))
    assert [fault.record for fault in faults] == ([record] if expected else [])
    assert all(expected in fault.why for fault in faults)


def test_a_forger_who_chains_anew_is_found_by_the_noted_head_and_by_the_file(
    store: RecordsDatabase,
) -> None:
    lines, forged = attempt(acts=3), attempt(acts=4)
    record = sent(store, lines)
    own = record.hex if store.address.is_file else str(record)
    for seq, line in enumerate(forged):
        forge(
            store,
            f"DELETE FROM record_line WHERE record = '{own}' AND seq = {seq}",
            f"INSERT INTO record_line VALUES ('{own}', {seq}, :line)",
            line=line,
        )
    (fault,) = keeping.faults(store)
    assert "head" in fault.why
    (fault,) = keeping.compared(store, [(Path("a-test.attempt"), b"".join(lines))])
    assert fault.line == 5


def test_the_index_can_be_dropped_and_says_the_same_again(
    store: RecordsDatabase, reference_attempt: bytes
) -> None:
    (done,) = keeping.upload(store, [(Path("reference.attempt"), reference_attempt)])
    assert done.complete
    assert done.record is not None
    assert keeping.rebuild(store, "p-1") == 1
    before = store.index()
    with store._writing() as connection:
        connection.execute(text("DELETE FROM index_record"))
    assert store.records()[0].score is None
    keeping.rebuild(store, "p-1")
    assert store.index() == before
    (row,) = before
    assert len(row.digest) == 64
    assert store.records()[0].digest == row.digest
    assert list(keeping.faults(store, scores=True)) == []
    store.set_index([IndexRow(row.record, "p-1", row.digest, row.score + 1, True, "{}")])
    (fault,) = keeping.faults(store, scores=True)
    assert "another score" in fault.why


def test_an_empty_store_filled_from_the_files_says_what_the_old_one_said(
    store: RecordsDatabase,
) -> None:
    files = [(Path(f"{n}.attempt"), b"".join(attempt(f"a-{n}", n))) for n in range(4)]
    keeping.upload(store, files)
    before = store.records()
    forge(store, *(f"DELETE FROM {table.__tablename__}" for table in reversed(KEPT)))
    assert store.records() == ()
    keeping.upload(store, files)
    assert store.records() == before
    exported = dict(keeping.exported(store, before))
    assert sorted(exported.values()) == sorted(data for _, data in files)


def test_a_session_s_voids_are_told_beside_the_attempt(store: RecordsDatabase) -> None:
    mine = sent(store, attempt("a-1", sitting=sitting("s-1")))
    sent(store, attempt("a-2", sitting=sitting("s-2")))
    events = [
        {"event": "CandidateStarted", "candidate": "P 1"},
        {"event": "Voided", "attempt_id": "a-1", "by": "x-1", "second": "x-2", "reason": "alarm"},
        {"event": "Voided", "attempt_id": "a-2", "by": "x-1", "second": "x-2", "reason": "no"},
    ]
    sent(store, session("s-1", events))
    for _ in range(2):
        keeping.rebuild(store, "p-1")
    (told,) = store.voids(mine)
    assert (told.reason, told.by_person, told.second_person) == ("alarm", "x-1", "x-2")
    assert sum(record.voids for record in store.records()) == 1


def test_marks_and_seals_of_a_session_are_copied_and_grow(store: RecordsDatabase) -> None:
    mine = sent(store, attempt("a-1", sitting=sitting("s-1")))
    true = store.records(mine)[0].header.header_sha256
    marks = chained([
        {"attempt_id": "a-1", "session_id": "s-1", "rater": f"r-{n}", "answers": {}, "n": n,
         "header_sha256": sha256, "at_utc": f"2026-01-0{n}T00:00:00Z"}
        for n, sha256 in enumerate((true, true, "0" * 64, "x"), start=1)
    ])  # fmt: skip
    seals = chained([
        {"kind": "session_seal", "format": "rhizotomy-session-seal", "format_version": 1,
         "session_id": "s-1", "root": "0" * 64, "n": n}
        for n in (1, 2)
    ])  # fmt: skip
    for file in (marks, seals):
        for count in (1, len(file)):
            assert not send(store, read(file[:count])).complete
        assert store.lines(read(file).header.record) == file
    for _ in range(2):
        keeping.rebuild(store, "p-1")
    assert [mark.rater for mark in store.marks(mine)] == [
        "r-1",
        "r-2",
    ]  # of this attempt's bytes, not of its name
    assert [mark.document.encode() for mark in store.marks(mine)] == list(marks[:2])
    names = dict(keeping.exported(store, store.records()))
    assert names["exams/s-1/marks.jsonl"] == b"".join(marks)
    assert names["exams/s-1/seals.jsonl"] == b"".join(seals)
    assert list(keeping.faults(store)) == []


def test_before_an_exam_the_store_proves_that_it_keeps_what_it_is_given(
    store: RecordsDatabase,
) -> None:
    cautions = prove(store)
    assert any("superuser" in caution for caution in cautions) == (not store.address.is_file)
    with store._reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM probe")).scalar() == 0
