"""Another process compiles the pictures' kernels once; when it cannot, nothing is lost."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from trainer.app import compiled_elsewhere
from trainer.app.compiled_elsewhere import compile_elsewhere
from trainer.imaging.slab_projector import SlabProjector
from trainer.session.projectors import FastPictures


@pytest.fixture
def kernels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "kernels"))
    return tmp_path


def child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    monkeypatch.setattr(compiled_elsewhere, "_command", lambda: (sys.executable, "-c", code))


def runs(folder: Path) -> int:
    return len(list(folder.glob("ran-*")))


def counting(folder: Path, ending: str = "") -> str:
    return f"import tempfile; tempfile.mkstemp(prefix='ran-', dir={str(folder)!r}); {ending}"


def test_a_child_compiles_once_for_a_build(kernels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child(monkeypatch, counting(kernels))
    compile_elsewhere()
    compile_elsewhere()
    assert runs(kernels) == 1


def test_a_child_that_failed_is_tried_again_next_time(
    kernels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child(monkeypatch, counting(kernels, "raise SystemExit(3)"))
    compile_elsewhere()
    compile_elsewhere()
    assert runs(kernels) == 2


def test_a_child_that_cannot_start_is_no_failure(
    kernels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled_elsewhere, "_command", lambda: (str(kernels / "missing"),))
    compile_elsewhere()
    assert not (kernels / "kernels").exists()


def test_without_a_folder_for_kernels_nobody_compiles_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    child(monkeypatch, counting(tmp_path))
    compile_elsewhere()
    assert runs(tmp_path) == 0


def test_the_projector_is_made_after_the_other_process_is_done() -> None:
    order: list[str] = []
    done = threading.Event()

    def elsewhere() -> None:
        done.wait(10.0)
        order.append("elsewhere")

    def make() -> SlabProjector:
        order.append("here")
        return SlabProjector()

    fast = FastPictures(make, elsewhere)
    fast.warm_up()
    done.set()
    fast.for_attempts()
    assert order == ["elsewhere", "here"]
