"""Imports as in the program: PySide from kept code, and not watching what else is imported; before anything of coach.

The first run of a measurement, which is not counted, keeps the code.
"""

from __future__ import annotations

import sys
from pathlib import Path

from coach.background.compiled_code import CompiledCode
from coach.background.import_hook import stop_watching

FOLDER = "--data-dir"

if FOLDER in sys.argv:
    _code = CompiledCode(Path(sys.argv[sys.argv.index(FOLDER) + 1]))
    stop_watching(_code)
    _code.save()
else:
    stop_watching()
