"""What PySide has read while it was imported is not kept for as long as the program runs."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.cases import ROOT

KEPT = """
import json, linecache
from coach.background.import_hook import stop_watching
{stop}
import PySide6.QtCore
print(json.dumps(sum(len(each[2]) for each in linecache.cache.values() if len(each) > 1)))
"""
DEADLINE_S = 60


def lines_kept(stop: str) -> int:
    """Return how many lines of source a process keeps that has imported Qt."""
    told = subprocess.run(
        [sys.executable, "-c", KEPT.format(stop=stop)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=DEADLINE_S,
    )
    kept: int = json.loads(told.stdout)
    return kept


def test_no_source_that_pyside_has_read_is_kept() -> None:
    assert lines_kept("stop_watching()") == 0
    assert lines_kept("") > 1_000, "PySide reads no sources any more: then nothing has to be dropped"
