"""A metric of another package stands beside a score, never in it, and cannot hurt it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run
from tests.scoring.attempts import Hand, careful, file_of, log_of
from trainer.exchange.plugin_metrics import PluginMetrics
from trainer.session.third_party import ThirdPartyValue

__all__ = ["run"]
EXAMPLE = Path(__file__).parent / "example"
GOOD = 'class METRIC:\n api=1; version=2; title="t"; unit="u"; better="lower"\n'


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(EXAMPLE))


def said_by(
    source: str, folder: Path, monkeypatch: pytest.MonkeyPatch, timeout_s: float = 5.0
) -> ThirdPartyValue:
    """What a plug-in of this source says of an attempt."""
    info = folder / "made_up-0.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up\nVersion: 0.1\n")
    (info / "entry_points.txt").write_text("[rhizotomy_trainer.metrics]\none = made_up:METRIC\n")
    (folder / "made_up.py").write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(str(folder))
    (value,) = PluginMetrics(timeout_s).measure(log_of(careful()))
    return value


def test_without_plug_ins_nothing_is_said():
    assert PluginMetrics().measure(log_of(careful())) == ()


@pytest.mark.usefixtures("example")
def test_the_example_counts_pictures_with_a_hand():
    hand = Hand().expose(hand=True).expose().expose(hand=True)
    (value,) = PluginMetrics().measure(log_of(hand.submit()))
    assert (value.id, value.source) == (
        "third-party:example-metric/hands_in_pictures",
        "example-metric 1.0",
    )
    assert (value.value, value.unit, value.version, value.weight) == (2, "count", 1, 0)


def test_the_command_shows_it_beside_a_score_that_stays_what_it_was(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "a.attempt"
    path.write_bytes(file_of(careful()))
    before = run("attempt", "score", path, "--json").document
    monkeypatch.syspath_prepend(str(EXAMPLE))
    after = run("attempt", "score", path, "--json").document
    (beside,) = after.pop("third_party")
    assert after == before
    assert beside["value"] == 0
    assert "third-party (example-metric 1.0), counts nothing" in run("attempt", "score", path).out


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("import no_such_module_anywhere", "ModuleNotFoundError"),
        (GOOD + " @staticmethod\n def measure(a): raise KeyError('x')", "KeyError"),
        (GOOD + " @staticmethod\n def measure(a): return 1.5", "neither a whole number"),
        (GOOD + " @staticmethod\n def measure(a): return True", "neither a whole number"),
        (GOOD.replace("api=1", "api=9"), "interface 9"),
        (GOOD.replace('"lower"', '"best"') + " @staticmethod\n def measure(a): return 1", "better"),
        ("import os\nos._exit(7)", "code 7"),
        ("import os\nos.write(1, b'[]')\nos._exit(0)", "nonsense"),
        ("import os\nos.write(1, b'half')\nos._exit(0)", "nonsense"),
    ],
)
def test_a_plug_in_that_fails_says_why_and_harms_nothing(
    source: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    value = said_by(source, tmp_path, monkeypatch)
    assert value.value is None
    assert why in value.problem


def test_a_plug_in_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    value = said_by("import time\ntime.sleep(600)", tmp_path, monkeypatch, timeout_s=1.0)
    assert "longer than 1 s" in value.problem


def test_what_a_plug_in_prints_is_no_answer_and_no_escape(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    source = (
        "print('{}')\n" + GOOD.replace('"t"', '"\\x1b[2J\\ud800t"') + " measure=lambda a: len(a)"
    )
    value = said_by(
        source.replace("measure=", "measure=staticmethod(") + ")", tmp_path, monkeypatch
    )
    assert (value.value, value.title) == (2, " [2J t")


def test_a_plug_in_runs_without_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    source = (
        "import sys, json\n"
        + GOOD
        + (" @staticmethod\n def measure(a): return sum(m[:7]=='trainer' for m in sys.modules)")
    )
    assert said_by(source, tmp_path, monkeypatch).value == 0


def test_the_page_shows_the_example_as_it_is():
    page = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")
    assert (EXAMPLE / "example_metric.py").read_text(encoding="utf-8") in page
    assert json.dumps("rhizotomy_trainer.metrics") in page
