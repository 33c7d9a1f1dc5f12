"""The keys of a remote on keyboards with other letters: real keys, on a screen of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.test_focus_on_a_screen import LONGEST_S, TOOLS, _screen, running  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from pathlib import Path

SET_LAYOUT = shutil.which("setxkbmap") or ""
LAYOUTS = {"French full stop": ("fr", 60), "Russian B": ("ru", 56), "Dvorak S": ("us -variant dvorak", 39)}
"""A layout, and the number by which X knows the key that is a stop on a US keyboard."""

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(
        sys.platform != "linux" or not all((*TOOLS.values(), SET_LAYOUT)),
        reason=f"needs {', '.join(TOOLS)}, setxkbmap",
    ),
]


@pytest.mark.parametrize(("layout", "code"), LAYOUTS.values(), ids=LAYOUTS)
def test_the_place_of_the_key_stops_for_pain(tmp_path: Path, screen: dict[str, str], layout: str, code: int) -> None:
    subprocess.run([SET_LAYOUT, "-layout", *layout.split()], env=screen, check=True, timeout=LONGEST_S)
    with running([sys.executable, "-m", "tests.focused_program", str(tmp_path / "data")], screen) as coach:
        coach.wait_for("ready")
        coach.begin()
        coach.wait_for("Started")

        subprocess.run([TOOLS["xdotool"], "key", str(code)], env=screen, check=True, timeout=LONGEST_S)

        coach.wait_for("PainStopped")
