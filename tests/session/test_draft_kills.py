"""A kill at any instant leaves the draft that was kept last, or the one that was being written; never half of one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from coach.core.draft.new import is_shaped
from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 1


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_leaves_a_whole_draft(tmp_path: Path, seed: int) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.killed_editor", str(tmp_path)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT) as typist:
        assert typist.stdout is not None
        told = [typist.stdout.readline() for _ in range(3)]
        time.sleep(seed % 50 / 1000)
        typist.kill()
        told += typist.stdout.read().splitlines()
    (file,) = (tmp_path / "routines" / "drafts").glob("*.coach.json")
    document = json.loads(file.read_text("utf-8"))
    assert is_shaped(document, "lower-back")
    assert int(document["routines"][0]["name"]) - int(told[-1]) in {0, 1}
