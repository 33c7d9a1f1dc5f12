"""Imports as Python does them: PySide looks into each module that is imported, for a feature that coach does not use.

It reads the source of every one, and while it looks it takes its own hook away from all threads at once (PySide 6.11).
What another thread imports meanwhile is half watched, and pydantic then cannot be imported for as long as the program
runs (docs/decisions/0018-imports-are-not-watched.md).
"""

from __future__ import annotations

import builtins
import contextlib
import linecache
from importlib import import_module
from typing import TYPE_CHECKING

from coach.background.late_patterns import late_patterns

if TYPE_CHECKING:
    from coach.background.compiled_code import CompiledCode


def stop_watching(code: CompiledCode | None = None) -> None:
    """Remove PySide's import hook for good; call it before any other thread starts.

    `code` keeps what PySide compiles meanwhile.
    """
    with late_patterns(), contextlib.nullcontext() if code is None else code.in_use():
        import_module("PySide6.QtCore")  # it lays the hook; who needs no Qt does not call this
    plain = getattr(builtins, "__orig_import__", None)  # Python's own, with what PySide needs for itself
    if plain is not None:
        builtins.__import__ = plain
    # The sources that it has read till then, 0.2 MiB, would be kept for as long as the program runs.
    linecache.clearcache()
