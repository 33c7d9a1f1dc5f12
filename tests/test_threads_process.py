"""Threads of the real program: what they import together, and what becomes of coach when one of them fails."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cases import ROOT, ROUTINES

if TYPE_CHECKING:
    from pathlib import Path

DEADLINE_S = 60

BUSY = """
import sys, threading
from pathlib import Path
from coach import app
from coach.__main__ import main

folder = Path(sys.argv.pop(1))
sys.path.insert(0, str(folder))

def import_on():
    for path in sorted(folder.glob("busy_*.py")):
        __import__(path.stem)

class Program(app.Program):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.ready.connect(self.window.close)
        self.loader.failed.connect(self.window.close)
        threading.Thread(target=import_on, daemon=True).start()

    def _on_loaded(self, found):
        print(found.source.name, len(found.problems), flush=True)
        super()._on_loaded(found)

app.Program = Program
sys.exit(main(sys.argv[1:]))
"""
"""Opens the window while another thread imports one module after the other, and closes it once all is there."""


def test_a_file_is_judged_while_another_thread_imports(tmp_path: Path) -> None:
    """PySide looked into each module, and while it did pydantic could not be imported: no list, and no Start."""
    modules = tmp_path / "modules"
    modules.mkdir()
    for number in range(600):
        (modules / f"busy_{number}.py").write_text("# nothing\n" * 2_000, "utf-8")
    routine = tmp_path / "own.json"
    routine.write_bytes(ROUTINES.read_bytes() + b"\n")

    done = subprocess.run(
        [sys.executable, "-c", BUSY, modules, "--data-dir", tmp_path / "data", "--routine", routine],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_S,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "own.json 0\n", "")
