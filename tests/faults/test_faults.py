"""The short form of the faults: the same few cases of each kind each time. `make soak` does the others."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cases import ROOT

LONGEST_S = 600


@pytest.mark.skipif(sys.platform != "linux", reason="forks, and a VFS that calls through ctypes")
def test_a_few_faults_of_each_kind_lose_nothing_and_no_start() -> None:
    # A process of its own: it forks before Qt and any thread are there.
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--short", "--jobs", "2"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST_S,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 " in done.stdout
