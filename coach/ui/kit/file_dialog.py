"""A dialog in which a person chooses a file. The program goes on meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget


def file_dialog(
    parent: QWidget,
    title: str,
    folder: Path | None,
    filters: Sequence[str],
    then: Callable[[Path], object],
) -> QFileDialog:
    """Return one for a file that is there, which begins in a folder; `then` gets the file. It is still to be opened."""
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    if folder is not None:
        dialog.setDirectory(str(folder))
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    return dialog
