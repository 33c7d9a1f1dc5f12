"""What a failing call did once, where only its moment tells it from others of its name."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT

if TYPE_CHECKING:
    from pathlib import Path

UNREAD = """
import sys
from contextlib import closing
from pathlib import Path
from coach.session.clock import wall_now
from coach.store.record import value_checks as judged
from coach.store.record.opening import open_record
from tests.faults.gate import Call, Fault, Gate, Spoil
from tests.faults.sqlite_calls import SqliteCalls

folder = Path(sys.argv[1])
with closing(open_record(folder, wall_now()).journal):
    pass
gate = Gate()
calls = SqliteCalls(gate)
fits = judged.fits

def when_nothing_can_be_read(*values, **options):
    gate.spoil, gate.is_open = Spoil(Call("MainThread", 1), Fault.EIO, lasts=True), False
    try:
        return fits(*values, **options)
    finally:
        gate.is_open = True

judged.fits = when_nothing_can_be_read
found = open_record(folder, wall_now())
print(found.journal, found.trouble.value, *sorted(each.name for each in folder.glob("record-damaged*")))
judged.fits = fits
print(open_record(folder, wall_now()).trouble)
"""
"""Opens a record whose values the disk does not give while they are judged, and then once more."""


@pytest.mark.skipif(sys.platform != "linux", reason="a VFS that calls through ctypes")
def test_values_that_cannot_be_read_for_now_are_not_taken_for_damaged(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", UNREAD, tmp_path / "data"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert (done.stdout.splitlines(), done.stderr) == (["None unwritable", "None"], "")
