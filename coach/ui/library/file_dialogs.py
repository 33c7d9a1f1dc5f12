"""The dialogs in which a person chooses a file with a routine, or where to save one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from coach.session.own_folders import own_folder
from coach.store.routines.library import ENDING
from coach.ui.kit.file_dialog import file_dialog
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

_PLACES = QStandardPaths.StandardLocation


def choose_file(parent: QWidget, then: Callable[[Path], object]) -> None:
    """Let the person choose a file with a routine. The program goes on meanwhile."""
    filters = [tr("Routine files") + f" (*{ENDING} *.json)", tr("All files") + " (*)"]
    file_dialog(parent, tr("Import a file"), own_folder(_PLACES.DownloadLocation), filters, then).open()


def choose_place(parent: QWidget, name: str, then: Callable[[Path], object]) -> None:
    """Let the person choose where a routine is saved, under a name that is proposed; it asks before it replaces."""
    filters = [tr("Routine files") + f" (*{ENDING})"]
    dialog = file_dialog(parent, tr("Save as a file"), own_folder(_PLACES.DocumentsLocation), filters, then)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ENDING.removeprefix("."))
    dialog.selectFile(name)
    dialog.open()
