"""Composition root."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def run(routine_file: Path | None, data_dir: Path | None, speed: int) -> int:
    """Open the window."""
    raise NotImplementedError((routine_file, data_dir, speed))
