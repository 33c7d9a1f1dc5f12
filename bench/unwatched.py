"""Imports as in the program: `coach.__main__` has PySide stop watching them before it imports anything of coach."""

from __future__ import annotations

from coach.background.import_hook import stop_watching

stop_watching()
