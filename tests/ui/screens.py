"""Simulated screens, for programs in a process of their own: the offscreen platform has them only from its start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path


class Screen(NamedTuple):
    """One screen of a desktop: where it begins and how large it is, in px at 100 %."""

    name: str
    x: int
    y: int
    width: int
    height: int


def on_screens(
    module: str, screens: list[Screen], folder: Path, *arguments: str, **environment: str
) -> list[list[object]]:
    """Run a module of the tests on these screens, the first one primary; return its lines of JSON."""
    described = [{**screen._asdict(), "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1} for screen in screens]
    config = folder / "screens.json"
    config.write_text(
        json.dumps({"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": described}), "utf-8"
    )
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", **environment}
    done = subprocess.run(
        [sys.executable, "-m", module, str(folder / "data"), *arguments],
        env={**os.environ, **platform},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]
