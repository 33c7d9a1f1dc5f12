"""What all tests need. No Qt here: the tests of core and store also run without it (tests/no_qt.py)."""

from __future__ import annotations

import gc
import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

pytest_plugins = ["tests.chosen_cases"]

# Without a display, also where somebody runs a single test by hand. By itself the offscreen platform has a screen of
# 800 x 800 px, on which the window opens maximised.
if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"


COLLECT_EVERY = 100
"""So many tests between two looks for garbage."""
_ENDED = itertools.count(1)


def pytest_sessionstart() -> None:
    """Leave no garbage to Python's own collector, as the program does, see coach/background/garbage.py.

    It works on whichever thread happens to allocate memory; what a test left of Qt, destroyed there, ends the process
    in a later test that has nothing to do with it.
    """
    gc.disable()


def pytest_runtest_logfinish() -> None:
    """Collect it between two tests, on the thread of the tests."""
    if next(_ENDED) % COLLECT_EVERY == 0:
        gc.collect()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden pictures be accepted, see tests/ui/figure/test_golden_figures.py; and tell how long to walk."""
    parser.addoption(
        "--accept-golden",
        action="store_true",
        help="write the pictures in tests/golden anew where they are missing or differ; look at them before committing",
    )
    journeys = parser.getgroup("journeys", "walks through the window; see CONTRIBUTING.md")
    journeys.addoption("--journey-seed", type=int, default=1, help="the first walk on each desktop")
    journeys.addoption("--journey-walks", type=int, default=1, help="so many walks on each")
    journeys.addoption("--journey-steps", type=int, default=25, help="so many steps by chance in each walk")
    journeys.addoption(
        "--journey-seconds", type=float, default=60.0, help="begin no other walk on a desktop after so long"
    )
