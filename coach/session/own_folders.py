"""Finds the person's own folders, as the system names them: documents, pictures, what was downloaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths

from coach.store.paths import from_qt

if TYPE_CHECKING:
    from pathlib import Path


def own_folder(place: QStandardPaths.StandardLocation) -> Path | None:
    """Return the folder of that kind; None where Qt has no text for its name."""
    return from_qt(QStandardPaths.writableLocation(place), QDir.homePath())
