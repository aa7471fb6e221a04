"""Which input devices this computer may have, beside mouse and keyboard."""

from __future__ import annotations

import sys

from trainer.exchange.plugin_devices import PluginDevices
from trainer.session.input_devices import InputDevices


def input_devices() -> tuple[InputDevices, ...]:
    """Where devices are looked for; elsewhere than on Linux a gamepad takes a plug-in."""
    if sys.platform != "linux":
        return (PluginDevices(),)
    from trainer.ui.joystick import Joysticks

    return (Joysticks(), PluginDevices())
