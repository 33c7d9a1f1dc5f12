"""The program takes its language from the environment, before it says anything."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cases import ROOT
from tests.words.languages import entries, write

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from coach.words import language_files
language_files.shipped = lambda: Path(sys.argv[1])
from coach.__main__ import main
sys.exit(main(["check", sys.argv[2]]))
"""
ENGLISH, GERMAN = "file: is not there; check the name and the folder", "file: gibt es nicht; check the name"


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"LANG": "de_DE.UTF-8"}, GERMAN),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "fr:de"}, GERMAN),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "en:de"}, ENGLISH),
        ({"LANG": "fr_FR.UTF-8"}, ENGLISH),
        ({"LC_ALL": "C", "LANGUAGE": "de"}, ENGLISH),
    ],
)
def test_it_speaks_the_language_that_is_asked_for(tmp_path: Path, environment: dict[str, str], words: str) -> None:
    write(tmp_path, "de", entries({"is not there": "gibt es nicht"}))
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), str(tmp_path / "none.json")],
        cwd=ROOT,
        env={**plain, **environment, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert words in done.stdout
