"""The dialogs in which a person chooses a file with a routine, or where to save one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from coach.store.paths import from_qt
from coach.store.routines.library import ENDING
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_PLACES = QStandardPaths.StandardLocation


def choose_file(parent: QWidget, then: Callable[[Path], object]) -> None:
    """Let the person choose a file with a routine. The program goes on meanwhile."""
    dialog = _dialog(parent, tr("Import a file"), _PLACES.DownloadLocation)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([tr("Routine files") + f" (*{ENDING} *.json)", tr("All files") + " (*)"])
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.open()


def choose_place(parent: QWidget, name: str, then: Callable[[Path], object]) -> None:
    """Let the person choose where a routine is saved, under a name that is proposed; it asks before it replaces."""
    dialog = _dialog(parent, tr("Save as a file"), _PLACES.DocumentsLocation)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("Routine files") + f" (*{ENDING})"])
    dialog.setDefaultSuffix(ENDING.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()


def _dialog(parent: QWidget, title: str, place: QStandardPaths.StandardLocation) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    folder = from_qt(QStandardPaths.writableLocation(place), QDir.homePath())
    if folder is not None:
        dialog.setDirectory(str(folder))
    return dialog
