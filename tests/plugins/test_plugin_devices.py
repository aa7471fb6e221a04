"""A device of another package is a hand like any other, and cannot make the screen wait."""

from __future__ import annotations

import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trainer.app.devices import input_devices
from trainer.exchange.plugin_devices import MOST, PluggedDevice, PluginDevices
from trainer.session.input_devices import (
    Axis,
    Deflected,
    InputDevice,
    Pressed,
    Released,
    Told,
)

EXAMPLE = Path(__file__).parent / "example_device"


def until(true: Callable[[], Any]) -> Any:
    """What it gives as soon as it is something."""
    ends = time.monotonic() + 5.0
    while not (found := true()):
        assert time.monotonic() < ends, "it never came"
        time.sleep(0.002)
    return found


class Stub:
    """A device that tells a list, then what a test wants."""

    title, legend = "Stub", (("Part", "beam"),)

    def __init__(self, *told: Any, then: Callable[[], Any] = list) -> None:
        self._told, self._then, self.closed = [list(told)], then, False

    def told(self) -> Any:
        return self._told.pop() if self._told else self._then()

    def close(self) -> None:
        self.closed = True


def all_of(device: InputDevice) -> list[Told]:
    """Everything until it is gone."""
    got: list[Told] = []

    def ended() -> bool:
        try:
            got.extend(device.told())
        except OSError:
            return True
        return False

    until(ended)
    return got


def gone() -> Any:
    raise OSError("unplugged")


def test_without_plug_ins_no_device_appears():
    assert PluginDevices().appeared() == []
    assert any(isinstance(one, PluginDevices) for one in input_devices())


def test_the_example_presses_the_beam(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(EXAMPLE))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    import example_device  # type: ignore[import-not-found]

    monkeypatch.setattr(example_device, "PORT", port)
    devices = PluginDevices()
    (switch,) = until(devices.appeared)
    assert switch.title == "Foot switch (example-device 1.0)"
    assert switch.legend == (("Pedal", "beam"),)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as box:
        for said in (b"1", b"1", b"0"):
            box.sendto(said, ("127.0.0.1", port))
        got: list[Told] = []
        until(lambda: got.extend(switch.told()) or len(got) == 2)
    assert got == [Pressed("beam"), Released("beam")]
    switch.close()
    (again,) = until(devices.appeared)
    again.close()
    del sys.modules["example_device"]


def test_what_a_device_tells_is_understood_and_what_is_left_is_told_before_it_is_gone():
    stub = Stub(("press", "spot"), ("lean", "hub_up", -250), ("release", "spot"), then=gone)
    device = PluggedDevice(stub, "x 1")
    assert all_of(device) == [
        Pressed("spot"),
        Deflected(Axis.HUB_UP, -250),
        Released("spot"),
    ]
    until(lambda: stub.closed)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (("fire", "beam"), "nothing known"),
        (("lean", "hub_up", 5_000), "nothing known"),
        (("lean", "sideways", 5), "sideways"),
        ("nonsense", "nothing known"),
    ],
)
def test_a_device_that_tells_nonsense_is_let_go(told: Any, why: str):
    device = PluggedDevice(Stub(told), "x 1")
    until(lambda: device._gone)
    with pytest.raises(OSError, match=why):
        device.told()


def test_a_device_that_floods_is_let_go():
    device = PluggedDevice(Stub(*[("press", "spot")] * (MOST + 1)), "x 1")
    until(lambda: device._gone)
    assert "more than any hand" in device._gone


def test_a_device_that_hangs_makes_nobody_wait():
    gate, waited = threading.Event(), []
    device = PluggedDevice(Stub(then=lambda: waited.append(gate.wait(60.0)) or []), "x 1")
    try:
        assert device.told() == []
        device.close()
        assert waited == []  # the device hangs on
    finally:
        gate.set()


def test_a_package_that_cannot_be_loaded_brings_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    info = tmp_path / "made_up-0.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: made-up\nVersion: 0.1\n")
    (info / "entry_points.txt").write_text(
        "[rhizotomy_trainer.input_devices]\none = made_up_device:DEVICES\n"
    )
    (tmp_path / "made_up_device.py").write_text("class DEVICES: api = 9")
    monkeypatch.syspath_prepend(str(tmp_path))
    devices = PluginDevices()
    assert devices.appeared() == []
    until(lambda: "interface 9" in caplog.text)


def test_the_page_shows_the_example_as_it_is():
    page = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")
    assert (EXAMPLE / "example_device.py").read_text(encoding="utf-8") in page
    assert "rhizotomy_trainer.input_devices" in page
