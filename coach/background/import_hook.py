"""Imports as Python does them: PySide looks into each module that is imported, for a feature that coach does not use.

It reads the source of every one, and while it looks it takes its own hook away from all threads at once (PySide 6.11).
What another thread imports meanwhile is half watched, and pydantic then cannot be imported for as long as the program
runs (docs/decisions/0018-imports-are-not-watched.md).
"""

from __future__ import annotations

import builtins
from importlib import import_module


def stop_watching() -> None:
    """Remove PySide's import hook for good; call it before any other thread starts."""
    import_module("PySide6.QtCore")  # it lays the hook; who needs no Qt does not call this
    plain = getattr(builtins, "__orig_import__", None)  # Python's own, with what PySide needs for itself
    if plain is not None:
        builtins.__import__ = plain
