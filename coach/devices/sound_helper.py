"""Plays sound in a process of its own: `python -m coach.devices.sound_helper`, lines in, lines out (`sound_protocol`).

A sound library that blocks, spins or aborts ends this process and nothing else. The helper repairs nothing: whatever
goes wrong, it ends, and coach starts another one. It also ends when coach is gone and its input is closed. On Linux it
plays through libpulse and without Qt; elsewhere through QtMultimedia.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from coach.devices.orders import tell
from coach.devices.sound_protocol import UNUSABLE, Line
from coach.waves import later

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from coach.devices import pulse_sound, qt_sound
else:
    pulse_sound, qt_sound = later("coach.devices.pulse_sound"), later("coach.devices.qt_sound")

WITH_QT = "--with-qt"


def main() -> int:
    """Play until the input ends; return the exit status."""
    _leave_no_core()
    if sys.platform == "linux" and WITH_QT not in sys.argv:
        return pulse_sound.play()
    try:
        return qt_sound.play()
    except ImportError as error:  # a library of the system is missing
        tell(Line("unusable", why=str(error)[:500]))
        return UNUSABLE


def _leave_no_core() -> None:
    """Have an abort of the sound library leave no core file."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    os._exit(main())  # a regular end of a sound library may block or abort
