"""How coach starts another process of its own beside it: by which command, and in which environment. No Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import coach


def command(module: str) -> tuple[str, ...]:
    """Return the command that runs a module of coach: this Python, with -P so that nothing of the present folder is."""
    return sys.executable, "-P", "-m", module


def python_path() -> str:
    """Return what PYTHONPATH has to be for it, so that it finds this coach and no other."""
    source = str(Path(coach.__file__).parent.parent)
    present = os.environ.get("PYTHONPATH")
    return f"{source}{os.pathsep}{present}" if present else source
