"""How coach starts another process of its own beside it: by which command, and in which environment. No Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import coach

SOUND_HELPER = "coach.devices.sound_helper"
SOUND_IN_BUNDLE, WAITS_IN_BUNDLE = "coach-sound", "coach-waits"
"""The names of the programs in a bundle, beside that of coach, that play sounds and wait for the next reminder."""


def itself() -> tuple[str, ...]:
    """Return the command of coach: this Python, with -P so that nothing of the present folder is imported."""
    return (sys.executable,) if _is_bundle() else (sys.executable, "-P", "-m", "coach")


def sound_helper() -> tuple[str, ...]:
    """Return the command of the sound helper: in a bundle, where Python is coach, a program of its own."""
    return _beside(SOUND_IN_BUNDLE) if _is_bundle() else (sys.executable, "-P", "-m", SOUND_HELPER)


def waits() -> tuple[str, ...]:
    """Return the command of what waits for the next reminder: a Python without its site, for that takes memory."""
    if _is_bundle():
        return _beside(WAITS_IN_BUNDLE)
    script = Path(coach.__file__).with_name("reminders") / "waiting.py"
    return sys.executable, "-I", "-S", str(script)


def python_path() -> str:
    """Return what PYTHONPATH has to be for them, so that they find this coach and no other."""
    source = str(Path(coach.__file__).parent.parent)
    present = os.environ.get("PYTHONPATH")
    return f"{source}{os.pathsep}{present}" if present else source


def environment() -> dict[str, str]:
    """Return the environment for them."""
    return {**os.environ, "PYTHONPATH": python_path()}


def _beside(name: str) -> tuple[str, ...]:
    """Return the command of another program of the bundle."""
    program = Path(sys.executable)
    return (str(program.with_name(name + program.suffix)),)


def _is_bundle() -> bool:
    return bool(getattr(sys, "frozen", False))
