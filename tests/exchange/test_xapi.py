"""xAPI: every statement is valid, a repeat is the same one, and none is lost on its way."""

from __future__ import annotations

import copy
import functools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.lrs_server import LrsServer
from tests.exchange.xapi_rules import faults
from tests.scoring.attempts import careful, header, log_of, reckless
from trainer.assessment.marking.checklist import items_for
from trainer.assessment.marking.mark import COMMENT_LETTERS, Mark
from trainer.attempt.sitting import Sitting
from trainer.exchange.lrs import LearningRecordStore, checked_address
from trainer.exchange.xapi import attempt_statement, comment_statement, duration, later
from trainer.refusal import ExitCode, Refusal
from trainer.scoring.score import score
from trainer.session.lrs import empty
from trainer.storage.outbox import OutboxFolder

SESSION = "00000000-0000-4000-8000-000000000009"
SITTING = Sitting(SESSION, "0" * 32, "c-001", "station-1", "d" * 64, 1)
HOSTILE = "=cmd()|' /C calc'!A0\t\x00\u202eمرحبا שלום 👩🏽‍⚕️\ud83d<script>\\\r\n"
LONG = (HOSTILE * COMMENT_LETTERS)[:COMMENT_LETTERS]


WELL, BADLY, HALF = tuple(careful()), tuple(reckless()), tuple(careful())[:-1]


@functools.cache
def scored(events, sitting=None):
    log = log_of(events, header(sitting=sitting, mode="exam" if sitting else "practice"))
    return log, score(log)


def statement_of(events, who: str = "local-user", sitting=None):
    return attempt_statement(*scored(events, sitting), who)


def mark(comment: str) -> Mark:
    answers = {item.id: "done" for item in items_for("placement")}
    return Mark(
        "00000000-0000-4000-8000-000000000005", SESSION, "00000000-0000-4000-8000-000000000001",
        "a" * 64, "rater-1", "2026-11-23T09:00:00Z", "placement", answers, 4, "pass", comment, 3,
    )  # fmt: skip


@given(st.text(min_size=1, max_size=30), st.booleans(), st.booleans())
def test_every_statement_is_valid_whoever_it_is_about(who, well, sitting):
    made = statement_of(WELL if well else BADLY, who, SITTING if sitting else None)
    assert faults(json.loads(json.dumps(made))) == []
    assert made["actor"]["account"]["name"] == ("c-001" if sitting else who)


@given(st.text(max_size=60))
def test_a_comment_comes_through_as_it_was_written(text):
    made = comment_statement(mark(text))
    assert faults(json.loads(json.dumps(made))) == []
    assert made["result"].get("response", "") == text


def test_it_says_what_the_score_says():
    found = scored(BADLY)[1]
    made = statement_of(BADLY)
    assert made["verb"]["id"].endswith("/failed")
    assert made["result"]["score"] == {
        "scaled": found.score / 1000, "raw": found.score, "min": 0, "max": 1000,
    }  # fmt: skip
    told = {key.rsplit("/", 1)[1]: part for key, part in made["result"]["extensions"].items()}
    assert {one["id"] for one in told["critical-errors"]} == {one.id for one in found.critical}
    assert set(told["metrics"]) == {metric.id for metric in found.metrics}
    assert "Simulation" in told["notice"]


def test_what_was_not_submitted_was_left():
    made = statement_of(HALF)
    assert made["verb"]["id"].endswith("/terminated")
    assert made["result"]["completion"] is False


def test_the_same_is_the_same_statement_and_another_is_another():
    first = statement_of(WELL)
    assert first == statement_of(WELL)
    others = [statement_of(BADLY), statement_of(WELL, "b"), comment_statement(mark("x"))]
    assert len({first["id"], *(other["id"] for other in others)}) == 4


def test_an_exam_shows_the_neutral_title():
    made = statement_of(WELL, sitting=SITTING)
    assert made["object"]["definition"]["name"] == {"en": "Station Z"}
    assert made["context"]["registration"] == SESSION


@pytest.mark.parametrize(
    ("ms", "text"),
    [(0, "PT0.00S"), (9, "PT0.00S"), (61_239, "PT61.23S"), (7_200_000, "PT7200.00S")],
)
def test_a_duration_is_in_hundredths_of_a_second(ms, text):
    assert duration(ms) == text


def test_a_time_is_told_in_utc():
    assert later("2026-11-23T23:59:59+01:00", 1_500) == "2026-11-23T23:00:00.500Z"


SPOILED = [
    ("actor.mbox", "mailto:a@b.c"), ("actor.account.homePage", "people"), ("verb.id", "passed"),
    ("id", "12"), ("result.score.scaled", 1.2), ("result.score.raw", 2000), ("result.success", 1),
    ("result.duration", "12 s"), ("timestamp", "2026-11-23T08:00:00"), ("version", "2.0.0"),
    ("context.registration", "x"), ("object.definition.name", {"a language": "x"}),
    ("result.response", None), ("result.extensions", {"metric": 1}), ("extra", 1),
]  # fmt: skip


@pytest.mark.parametrize(("where", "value"), SPOILED)
def test_the_rules_find_what_is_wrong(where, value):
    made = copy.deepcopy(statement_of(WELL))
    *parents, name = where.split(".")
    inside = made
    for parent in parents:
        inside = inside[parent]
    inside[name] = value
    assert faults(made)


@pytest.fixture
def server() -> Iterator[LrsServer]:
    running = LrsServer()
    yield running
    running.close()


@pytest.fixture
def outbox(tmp_path: Path) -> OutboxFolder:
    box = OutboxFolder(tmp_path / "box")
    made = [statement_of(WELL), statement_of(BADLY), comment_statement(mark(LONG))]
    assert box.put({one["id"]: json.dumps(one).encode() for one in made}) == 3
    return box


def told(_text: str) -> None:
    return


def store(server: LrsServer, sign_in: str = "station:secret") -> LearningRecordStore:
    return LearningRecordStore(server.address, sign_in, wait_s=0.2)


def test_what_waits_is_taken_and_forgotten(server, outbox):
    sent = empty(outbox, store(server), told)
    assert (sent.taken, sent.waiting, sent.why) == (3, 0, "")
    assert outbox.waiting() == () and len(server.kept) == 3
    (comment,) = [one for one in server.kept.values() if "response" in one["result"]]
    assert comment["result"]["response"] == LONG.replace("\ud83d", "\ufffd")


def test_what_the_store_has_is_done(server, outbox):
    data = {name: outbox.data(name) for name in outbox.waiting()}
    empty(outbox, store(server), told)
    assert outbox.put(data) == 3  # sent again, by whoever
    sent = empty(outbox, store(server), told)
    assert (sent.taken, sent.there, sent.waiting) == (0, 3, 0)
    assert len(server.kept) == 3


@pytest.mark.parametrize("mood", ["slow", "busy", "detour", "stranger"])
def test_where_the_store_is_not_well_all_waits_and_goes_later(server, outbox, mood):
    server.mood = mood
    before = outbox.waiting()
    sent = empty(outbox, store(server), told)
    assert sent.waiting == 3 and sent.why and outbox.waiting() == before
    assert server.asked == 1  # the first that cannot be sent stops the rest
    server.mood, server.kept = "well", {}
    assert empty(outbox, store(server), told).taken == 3


def test_a_wrong_sign_in_keeps_the_queue(server, outbox):
    sent = empty(outbox, store(server, "station:wrong"), told)
    assert sent.waiting == 3 and "401" in sent.why


def test_a_store_that_is_down_keeps_the_queue(server, outbox, tmp_path):
    gone = store(server)
    server.close()
    assert empty(outbox, gone, told).waiting == 3
    assert len(OutboxFolder(tmp_path / "box").waiting()) == 3  # another start finds them


def test_what_no_store_takes_is_set_aside_and_the_rest_goes_on(server, outbox, tmp_path):
    bad = {**statement_of(WELL), "id": "0" * 8 + "-0000-4000-8000-" + "0" * 12, "verb": {}}
    outbox.put({bad["id"]: json.dumps(bad).encode()})
    sent = empty(outbox, store(server), told)
    assert (sent.taken, sent.refused, sent.waiting) == (3, 1, 0)
    kept = json.loads((tmp_path / "box" / "refused" / f"{bad['id']}.json").read_text())
    assert "verb" in kept["why"] and kept["statement"] == bad


@pytest.mark.parametrize(
    "address",
    ["", "lrs.example", "ftp://x/y", "http://lrs.example/xapi", "https://a:b@lrs.example/xapi",
     "https://lrs.example/xapi?x=1", "https://[::1", "http://127.0.0.1.evil.example/"],
)  # fmt: skip
def test_an_address_that_others_could_read_is_refused(address):
    with pytest.raises(Refusal) as refused:
        checked_address(address)
    assert refused.value.code is ExitCode.USAGE


@pytest.mark.parametrize(
    "address", ["https://lrs.example/xapi/", "http://[::1]:80/x", "http://localhost/x"]
)
def test_an_address_that_is_safe_is_taken(address):
    assert checked_address(address) == address.rstrip("/")
