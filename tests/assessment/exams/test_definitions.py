"""Forms are drawn exactly, a definition has one hash, a session log is found changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessment.exams.made import Told, digest, made_exam, made_form, made_station, pin
from trainer.assessment.exams.canonical import definition_bytes, definition_sha256, read_definition
from trainer.assessment.exams.cautions import anchors_of, cautions
from trainer.assessment.exams.commands import Void
from trainer.assessment.exams.definition import Blueprint, Cell, Form
from trainer.assessment.exams.drawing import drawn_forms
from trainer.assessment.exams.leaves import Identity, candidate_leaves
from trainer.assessment.exams.session_log import (
    SessionHeader,
    SessionRecord,
    header_line,
    parse,
    record_line,
)
from trainer.assessment.exams.time_charged import Reading
from trainer.assessment.merkle import root
from trainer.attempt.log import hash_of
from trainer.refusal import ExitCode, Refusal

POOL = tuple(f"case-{number}" for number in range(10, 30))


def blueprint(seed: int, forms: int = 2, count: int = 4) -> Blueprint:
    cells = (
        Cell(name="placing", pool=POOL[:12], count=count),
        Cell(name="judging", pool=POOL[10:], count=2),
    )
    return Blueprint(seed=seed, forms=forms, anchors=(POOL[0],), cells=cells, time_limit_s=300)


PINS = {name: pin(name) for name in POOL}


@given(st.integers(0, 2**62), st.integers(1, 5))
def test_a_drawn_form_holds_its_anchors_and_nothing_twice(seed: int, forms: int) -> None:
    drawn = drawn_forms(blueprint(seed, forms), PINS)
    assert drawn == drawn_forms(blueprint(seed, forms), PINS)
    for form in drawn:
        names = [one.scenario for one in form.stations]
        assert len(set(names)) == len(names) == 7
        assert [one.scenario for one in form.stations if one.anchor] == [POOL[0]]
        assert sum(name in POOL[:12] and name != POOL[0] for name in names) >= 4
    anchors = {one.seed for form in drawn for one in form.stations if one.anchor}
    assert len(anchors) == 1


def test_one_seed_gives_these_stations_on_every_machine() -> None:
    first, second = drawn_forms(blueprint(7), PINS)
    drawn = [[int(one.scenario[5:]) for one in form.stations] for form in (first, second)]
    assert drawn == [[28, 15, 12, 10, 19, 21, 20], [22, 13, 14, 24, 17, 16, 10]]


def test_every_scenario_is_drawn_about_equally_often() -> None:
    times = dict.fromkeys(POOL[1:12], 0)
    for seed in range(1_000):
        for one in drawn_forms(blueprint(seed, forms=1), PINS)[0].stations:
            if one.scenario in POOL[1:10]:
                times[one.scenario] += 1
    expected = 1_000 * 4 / 11
    assert all(abs(times[name] - expected) < 75 for name in POOL[1:10])  # five sigma


def test_anchors_are_counted_by_content_and_too_few_are_said() -> None:
    a = made_form("form-a", *POOL[:10])
    b = made_form("form-b", POOL[0], *POOL[10:19])
    assert [(one.shared, one.percent) for one in anchors_of(made_exam(forms=(a, b)))] == [
        ((POOL[0],), 10)
    ]
    said = cautions(made_exam(forms=(a, b)), candidates=99)
    assert any("share 10 %" in one for one in said)
    assert any("identity equating" in one for one in said)
    assert not any("identity" in one for one in cautions(made_exam(forms=(a, b)), 100))
    other = Form(id="form-b", stations=(made_station(1, POOL[0], seed=99), *b.stations[1:]))
    assert anchors_of(made_exam(forms=(a, other)))[0].shared == ()  # another seed, another task


def test_a_definition_comes_back_from_its_bytes_and_any_change_has_another_hash() -> None:
    exam = made_exam()
    assert read_definition(definition_bytes(exam), "exam.json") == exam
    assert definition_sha256(exam) != definition_sha256(made_exam(retention_days=3651))
    with pytest.raises(Refusal) as found:
        read_definition(b'{"id":"x","colour":1}', "exam.json")
    assert {"id", "colour", "forms"} <= {one.where for one in found.value.problems}


def session_bytes() -> bytes:
    told = Told().staffed().sealed("c-1")
    exam = told.exam
    header = SessionHeader(
        *("0" * 8, "ab" * 16, "2026-01-01T00:00:00Z", "desk-1", "1", digest("b")),
        definition=exam,
        definition_sha256=definition_sha256(exam),
    )
    lines = [header_line(header)]
    for seq, event in enumerate(told.log, start=1):
        at = Reading(seq, seq, seq, "run")
        lines.append(record_line(SessionRecord(seq, at, (event,)), hash_of(lines[-1])))
    return b"".join(lines)


LOG = session_bytes()


def test_a_log_comes_back_whole_and_its_cut_tail_is_dropped() -> None:
    whole = parse(LOG)
    assert whole.state.candidates["c-1"].sealed is not None
    half = parse(LOG[:-5])
    assert half.cut_bytes > 0
    assert len(half.records) == len(whole.records) - 1


@given(st.integers(0, len(LOG) * 8 - 1))
def test_a_flipped_bit_is_found(bit: int) -> None:
    changed = bytearray(LOG)
    changed[bit // 8] ^= 1 << bit % 8
    if bit // 8 == len(LOG) - 1:  # the last line's end: it reads as torn, and is dropped
        assert parse(bytes(changed)).cut_bytes
        return
    with pytest.raises(Refusal) as found:
        parse(bytes(changed))
    assert found.value.code in (ExitCode.INTEGRITY, ExitCode.BAD_INPUT)


def test_a_receipt_stands_for_every_try_and_for_whose_they_are() -> None:
    told = Told().staffed().sealed("c-1")
    identity = Identity("s", "n", digest("d"))
    one = told.state.candidates["c-1"]
    before = root(candidate_leaves(identity, one))
    told.do(Void("c-1-station-1", "ex-1", "ex-2", "helped"))
    assert root(candidate_leaves(identity, told.state.candidates["c-1"])) == before
    assert root(candidate_leaves(Identity("s", "m", digest("d")), one)) != before
    other = Told().staffed().sealed("c-2").state.candidates["c-2"]
    assert root(candidate_leaves(identity, other)) != before
