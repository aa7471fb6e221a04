"""Whatever a file holds, it is a scenario or one refusal, and reading keeps what it says."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import REPOSITORY
from tests.scenario.documents import ALL, Place, as_file, inner
from trainer.refusal import Refusal
from trainer.scenario.canonical import canonical_json, from_document, sha256, to_document
from trainer.scenario.reading import read_scenario
from trainer.scenario.scenario import Scenario

SHIPPED = (REPOSITORY / "scenarios" / "place-t7-left" / "scenario.yaml").read_bytes()
QUICK = settings(
    deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
kinds = st.sampled_from(sorted(ALL))
odd_values = st.one_of(
    st.sampled_from(
        [None, True, False, 0, -1, 1, 10**30, -0.0, 1e308, "", "12", "T7", "AP", "\u202e", "\x00"]
    ),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)


def places_in(value: Any, place: Place = ()) -> list[Place]:
    steps: list[Any] = []
    if isinstance(value, dict):
        steps = list(value)
    elif isinstance(value, list):
        steps = list(range(len(value)))
    found = [(*place, step) for step in steps]
    return found + [deep for step in steps for deep in places_in(value[step], (*place, step))]


def outcome(data: bytes) -> Scenario | Refusal:
    try:
        return read_scenario(data, "x.yaml")
    except Refusal as refusal:
        return refusal


@given(kind=kinds, data=st.data())
@QUICK
def test_a_mutated_document_is_a_scenario_or_a_refusal_with_places(
    kind: str, data: st.DataObject
) -> None:
    document = copy.deepcopy(ALL[kind])
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(places_in(document)))
        holder, step = inner(document, place), place[-1]
        act = data.draw(st.sampled_from(["delete", "replace", "rename", "double"]))
        if act == "delete":
            del holder[step]
        elif act == "replace" or not isinstance(step, str):
            holder[step] = data.draw(odd_values)
        elif act == "rename":
            holder[step + data.draw(st.sampled_from("xs_"))] = holder.pop(step)
        else:
            holder[step] = [holder[step], holder[step]]
        if not document:
            break
    result = outcome(as_file(document))
    if isinstance(result, Refusal):
        assert result.problems
        assert all(problem.where and problem.message for problem in result.problems)
    else:
        assert from_document(to_document(result)) == result


@given(at=st.integers(0, len(SHIPPED) - 1), gone=st.integers(0, 40), new=st.binary(max_size=6))
@QUICK
def test_a_file_with_damaged_bytes_is_a_scenario_or_a_refusal(
    at: int, gone: int, new: bytes
) -> None:
    result = outcome(SHIPPED[:at] + new + SHIPPED[at + gone :])
    assert isinstance(result, Scenario) or result.problems


@given(st.binary(max_size=200))
@QUICK
def test_any_bytes_at_all_are_refused(data: bytes) -> None:
    assert isinstance(outcome(data), Refusal)


@given(st.text(alphabet="[]{}:,-?&*!|>'\"#%@` \n\tab1.~", max_size=60))
@QUICK
def test_any_punctuation_of_yaml_is_refused(text: str) -> None:
    assert isinstance(outcome(text.encode()), Refusal)


@given(kind=kinds, seed=st.integers(0, 2**32))
@settings(QUICK, max_examples=30)
def test_the_order_of_fields_and_the_layout_do_not_change_the_hash(kind: str, seed: int) -> None:
    def turned(value: Any) -> Any:
        if isinstance(value, dict):
            keys = random.Random(f"{seed}{sorted(value)}").sample(sorted(value), len(value))
            return {key: turned(value[key]) for key in keys}
        return [turned(item) for item in value] if isinstance(value, list) else value

    flat = json.dumps(turned(ALL[kind])).encode()
    indented = b"# a comment\n" + json.dumps(ALL[kind], indent=3).encode()
    one, other = read_scenario(flat, "a"), read_scenario(indented, "b")
    assert one == other
    assert canonical_json(one) == canonical_json(other)
    assert sha256(one) == sha256(other)


def test_every_kind_of_patient_is_read_back_from_its_canonical_text() -> None:
    for document in ALL.values():
        scenario = read_scenario(as_file(document), "x.yaml")
        again = read_scenario(canonical_json(scenario).encode(), "y.yaml")
        assert again == scenario


def test_a_scenario_that_differs_has_another_hash() -> None:
    hashes = set()
    for place, value in ((("version",), 2), (("patient", "seed"), 8), (("tolerance_mm",), 5.5)):
        document = copy.deepcopy(ALL["synthetic"])
        inner(document, place)[place[-1]] = value
        hashes.add(sha256(read_scenario(as_file(document), "x")))
    hashes.add(sha256(read_scenario(as_file(ALL["synthetic"]), "x")))
    assert len(hashes) == 4


def test_a_minus_zero_is_a_zero() -> None:
    text = Path(REPOSITORY / "scenarios" / "place-t7-left" / "scenario.yaml").read_text()
    negative = text.replace("oblique_deg: 0.0\n", "oblique_deg: -0.0\n")
    assert negative != text
    assert sha256(read_scenario(negative.encode(), "x")) == sha256(
        read_scenario(text.encode(), "x")
    )
