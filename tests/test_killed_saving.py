"""A kill while an own routine is saved leaves the old file or the new one, never half of either."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cases import ROOT


@pytest.mark.skipif(sys.platform != "linux", reason="forks and kills as on Linux")
def test_a_kill_leaves_the_old_file_or_the_new_one() -> None:
    """`python -m tests.killed_saving 100` does the same for longer."""
    command = [sys.executable, "-m", "tests.killed_saving", "8"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)

    assert done.returncode == 0, done.stdout
    assert "8 kills" in done.stdout, done.stderr
