"""The program as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

Done = subprocess.CompletedProcess[str]


def coach(*arguments: str | Path, **environment: str) -> Done:
    """Run the program without a window and return its exit status, output and errors."""
    command = [sys.executable, "-m", "coach", *map(str, arguments)]
    # As a user has it: with the output buffered, and without the settings of whoever runs the tests.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**inherited, "PYTHONUTF8": "1", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def assert_no_traceback(done: Done) -> None:
    """Fail if the program told of a fault of its own."""
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
