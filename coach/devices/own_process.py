"""How coach starts another process of its own beside it: by which command, and in which environment. No Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import coach

SOUND_HELPER = "coach.devices.sound_helper"
SOUND_IN_BUNDLE = "coach-sound"
"""The name of the helper's program in a bundle, beside that of coach."""


def itself() -> tuple[str, ...]:
    """Return the command of coach: this Python, with -P so that nothing of the present folder is imported."""
    return (sys.executable,) if _is_bundle() else (sys.executable, "-P", "-m", "coach")


def sound_helper() -> tuple[str, ...]:
    """Return the command of the sound helper: in a bundle, where Python is coach, a program of its own."""
    if _is_bundle():
        program = Path(sys.executable)
        return (str(program.with_name(SOUND_IN_BUNDLE + program.suffix)),)
    return sys.executable, "-P", "-m", SOUND_HELPER


def python_path() -> str:
    """Return what PYTHONPATH has to be for them, so that they find this coach and no other."""
    source = str(Path(coach.__file__).parent.parent)
    present = os.environ.get("PYTHONPATH")
    return f"{source}{os.pathsep}{present}" if present else source


def environment() -> dict[str, str]:
    """Return the environment for them."""
    return {**os.environ, "PYTHONPATH": python_path()}


def _is_bundle() -> bool:
    return bool(getattr(sys, "frozen", False))
