"""An input device of another package: a foot switch whose box sends "1" and "0" over UDP."""

import socket

PORT = 18_945


class FootSwitch:
    """One open foot switch."""

    title = "Foot switch"
    legend = (("Pedal", "beam"),)

    def __init__(self):
        self._line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._line.bind(("127.0.0.1", PORT))
        self._line.settimeout(0.5)
        self._down = False

    def told(self):
        """May wait: this is asked in a thread of its own. Raises OSError once it is gone."""
        try:
            down = self._line.recv(1) == b"1"
        except TimeoutError:
            return []
        if down == self._down:
            return []
        self._down = down
        return [("press" if down else "release", "beam")]

    def close(self):
        """It is not asked again."""
        self._line.close()


class FootSwitches:
    """Finds foot switches: one that was closed may be opened again."""

    api = 1

    def __init__(self):
        self._open = None

    def appeared(self):
        """Asked every two seconds while somebody is in the procedure room."""
        if self._open is not None and self._open._line.fileno() >= 0:
            return []
        self._open = FootSwitch()
        return [self._open]


DEVICES = FootSwitches()
