"""What every test shares: an isolated home, the real images, a Qt that must stay silent."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pluggy
import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parents[1]

PATIENCE_MS = 60_000

# Patients are built once a run: workers and the programs they start inherit one cache folder.
_OWN_CACHE = "RHIZOTOMY_CACHE" not in os.environ
if _OWN_CACHE:
    os.environ["RHIZOTOMY_CACHE"] = tempfile.mkdtemp(prefix="rhizotomy-tests-")


def pytest_unconfigure() -> None:
    """Whoever made the cache folder takes it away."""
    if _OWN_CACHE:
        shutil.rmtree(os.environ["RHIZOTOMY_CACHE"], ignore_errors=True)


# Compiled kernels are kept for the whole run: each test has a home, and so a cache, of its own.
os.environ.setdefault("NUMBA_CACHE_DIR", str(REPOSITORY / ".pytest_cache" / "kernels"))

# So are modules, where Python was told to write none beside its sources: without that, every worker
# and every program that a test starts compiles all its libraries again (two seconds and more each).
if sys.dont_write_bytecode:
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(
        REPOSITORY / ".pytest_cache" / "bytecode"
    )
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Laws are checked on the same examples every time, so that nobody is judged by luck; who wants to
# search afresh, and longer, sets HYPOTHESIS_PROFILE=search. No deadline: the machines are shared.
settings.register_profile("search", deadline=None, database=None)
settings.register_profile("same", deadline=None, database=None, derandomize=True, max_examples=40)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads or writes the developer's own folders."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("RHIZOTOMY_HOME", str(home))
    return home


class PatientQtBot(QtBot):
    """Waits as long as a busy machine takes: what never comes fails all the same."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """Until it is so, or for `timeout` ms."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **named: Any) -> Any:
        """Until it is emitted, or for `timeout` ms."""
        return super().waitSignal(signal, timeout=timeout, **named)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, more patient."""
    return PatientQtBot(request)


@pytest.fixture
def real_data() -> Path:
    """The folder of real test images; the test skips, saying so, where it is absent."""
    default = REPOSITORY.parent / "shared" / "data"
    folder = Path(os.environ.get("RHIZOTOMY_TEST_DATA", default))
    if not folder.is_dir():
        pytest.skip("real test images are absent (RHIZOTOMY_TEST_DATA)")
    return folder


def allowed_skips() -> tuple[str, ...]:
    """The reasons of tests/allowed_skips.txt."""
    lines = (REPOSITORY / "tests" / "allowed_skips.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


# The longest files: begun first, or one worker is still at them when the other has nothing left.
LONGEST = ("/trust/", "/journeys/", "test_people", "test_accessibility", "test_screenshots")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files keep their order but for the longest."""
    items.sort(key=lambda item: not any(part in item.path.as_posix() for part in LONGEST))


class AtOnce:
    """Tells a failure when it happens: a run that is cut off has said what it found."""

    LETTERS = 6_000  # of one failure: its end says most

    def __init__(self, config: pytest.Config) -> None:
        self._config = config

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not report.failed:
            return
        terminal = self._config.pluginmanager.get_plugin("terminalreporter")
        if terminal is not None:
            terminal.write_line(f"\nFAILED {report.nodeid} ({report.when})")
            terminal.write_line(report.longreprtext[-self.LETTERS :])


def pytest_configure(config: pytest.Config) -> None:
    """The one that starts the workers tells for all of them."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(AtOnce(config))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pluggy.Result[pytest.TestReport], None]:
    """A skip for a reason that nobody agreed to is a failure."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(allowed in reason for allowed in allowed_skips()):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} skipped for a reason not in allowed_skips: {reason}"
