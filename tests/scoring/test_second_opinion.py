"""Both scorers agree: the program's, and one written from the text alone (tests/scoring/second).

The whole corpus is compared by `python -m tests.scoring.second.comparing`.
"""

from __future__ import annotations

import ast
import copy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from tests.scoring import second
from tests.scoring.attempts import file_of
from tests.scoring.corpus import FIRST_RUBRICS, PLAYERS, attempts
from tests.scoring.procedures import good_block, good_rhizotomy, head
from tests.scoring.second.angles import settled
from tests.scoring.second.comparing import compared, differences
from tests.scoring.second.marks import mark_on_knots
from tests.scoring.second.metrics import METRICS as SECOND
from tests.scoring.second.parts import ERRORS as SECOND_ERRORS
from tests.scoring.second.reading import Attempt, read
from tests.scoring.test_laws import HEADER, wanderings
from tools.source_tree import tree_of
from trainer.attempt.log import parse
from trainer.scoring.errors import ERRORS
from trainer.scoring.metrics import METRICS
from trainer.scoring.score import score
from trainer.scoring.value import mark_on
from trainer.scoring.view import view_of

GOLDEN = sorted((REPOSITORY / "tests" / "golden").glob("*.attempt"))
BY_HAND = {"block": good_block, "rhizotomy": good_rhizotomy}


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_both_agree_on_the_attempts_by_hand(path: Path):
    assert differences(path.read_bytes()) == []


@pytest.mark.parametrize(("folder", "every"), [(FIRST_RUBRICS, 11), (PLAYERS, 13)])
def test_both_agree_on_the_players_attempts(folder: Path, every: int):
    for name, data in attempts(every, folder):
        assert differences(data) == [], name


def test_both_know_the_same_metrics_and_errors():
    assert set(SECOND) == set(METRICS)
    assert set(SECOND_ERRORS) == set(ERRORS)


def test_every_metric_agrees_wherever_it_applies_whatever_the_rubric_weighs():
    for name, data in attempts(17):
        view, attempt = view_of(parse(data)), read(data)
        for known, metric in METRICS.items():
            assert metric.applies(view) == bool(SECOND[known].applies(attempt)), (name, known)
            if metric.applies(view):
                value = metric.measure(view)
                assert settled(SECOND[known].measure(attempt), value) == value, (name, known)


@pytest.mark.parametrize("procedure", sorted(BY_HAND))
def test_both_agree_on_a_whole_procedure_by_hand(procedure: str):
    assert differences(file_of(BY_HAND[procedure](), head(procedure))) == []


@settings(max_examples=50)
@given(wanderings())
def test_both_agree_on_any_attempt(events):
    assert differences(file_of(events)) == []
    assert differences(file_of(events, HEADER)) == []


@given(
    st.lists(st.integers(-50, 50), min_size=2, max_size=6, unique=True).map(sorted),
    st.lists(st.integers(0, 1000), min_size=6, max_size=6),
    st.integers(-200, 200),
    st.integers(1, 3),
)
def test_both_read_a_value_function_alike(values, marks, value, times):
    knots = list(zip(values, marks, strict=False))
    scaled = [(at * times, mark) for at, mark in knots]
    assert mark_on(value, knots, times) == mark_on_knots(value, scaled)


def test_a_rubric_that_weighs_otherwise_is_noticed():
    """The control: one weight moved in what the second scorer reads, and it disagrees."""
    name, data = next(one for one in attempts() if one[0].startswith("rf-t7-8/trained"))
    document, attempt = score(parse(data, name)).document, read(data)
    assert compared(document, attempt) == []
    bent = copy.deepcopy(attempt.head)
    metrics = bent["scenario"]["rubric"]["parts"][0]["metrics"]
    metrics[0]["weight"], metrics[2]["weight"] = 0, metrics[0]["weight"] + metrics[2]["weight"]
    assert compared(document, Attempt(bent, attempt.events)) != []


def test_the_second_scorer_shares_no_code_with_the_first():
    for path in Path(second.__file__).parent.glob("*.py"):
        if path.name == "comparing.py":
            continue
        for node in ast.walk(tree_of(path)):
            modules = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for module in modules:
                allowed = ("trainer.attempt.step_kinds", "trainer.attempt.steps")
                assert not module.startswith("trainer") or module in allowed, (path.name, module)
