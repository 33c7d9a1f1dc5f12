"""Exports for the person into their documents: started, reported and cancelled in one place."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol
from weakref import ref

from PySide6.QtCore import QObject, QStandardPaths, Signal
from shiboken6 import isValid

from coach.session.own_folders import own_folder
from coach.store.paths import in_words
from coach.waves import later
from coach.words.basics import listed
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from weakref import ReferenceType

    from coach.session import exporter
    from coach.session.exporter import Exporter
    from coach.session.recorder import Recorder
    from coach.store.record.journal import Journal
else:
    exporter = later("coach.session.exporter")


class Progress(Protocol):
    """Shows the progress of an export."""

    def show_progress(self, percent: int) -> None:
        """Show how much is written, in percent."""
        ...

    def show_over(self) -> None:
        """Show that the export is over."""
        ...


class FilesPage(Protocol):
    """A page from which files are written. It may be deleted before they are."""

    @property
    def writing(self) -> Progress:
        """The part of the page that shows the progress."""
        ...

    def show_told(self, text: str) -> None:
        """Show what came of it."""
        ...


class RecordFiles(QObject):
    """Exports the record, and writes single files made from it; one page at a time shows the progress."""

    said = Signal(str)
    """News for a screen reader."""
    told_elsewhere = Signal(str)
    """What came of an export whose page is gone."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._exporter: Exporter | None = None
        self._page: ReferenceType[FilesPage] | None = None
        """The last page from which an export can be started; it may be gone."""
        self._told_on: ReferenceType[FilesPage] | None = None
        """The page for which it was announced that files are being written."""

    @property
    def folder(self) -> Path:
        """The folder for exports: the person's documents, else that of the record."""
        return own_folder(QStandardPaths.StandardLocation.DocumentsLocation) or self._recorder.folder

    def show_on(self, page: FilesPage) -> None:
        """Show progress on this page from now on, also of an export that another page began."""
        if self._exporter is None:
            self._exporter = exporter.Exporter(self._recorder)
            self._exporter.progressed.connect(self._on_progress)
            self._exporter.over.connect(self._on_exported)
        self._page = ref(page)

    def export(self) -> None:
        """Start to export the record."""
        if self._exporter is not None:
            self._told_on = None
            self._exporter.start(self.folder)

    def cancel(self) -> None:
        """Cancel the export."""
        if self._exporter is not None:
            self._exporter.cancel()

    def finish(self) -> None:
        """Stop the export before the program ends."""
        if self._exporter is not None:
            self._exporter.finish()

    def write(self, page: FilesPage, make: Callable[[Journal], list[Path]]) -> None:
        """Have `make` write files in the background, and report on this page, if it still exists, which they are."""
        # Weak: a page that is left must not be kept alive by a job that waits for the disk.
        page_ref = ref(page)

        def tell(written: object) -> None:
            self._tell(_alive(page_ref), written if isinstance(written, list) else [])

        self._recorder.do(make, tell)

    def _on_progress(self, percent: int) -> None:
        page = _alive(self._page)
        if self._exporter is None or self._exporter.is_ended or page is None:
            return
        if self._told_on is None or self._told_on() is not page:
            self._told_on = ref(page)
            self.said.emit(tr("Writing your record. Cancel stops it."))
        page.writing.show_progress(percent)

    def _on_exported(self, written: list[Path] | None) -> None:
        if self._exporter is None or self._exporter.is_ended:
            return
        page = _alive(self._page)
        if page is not None:
            page.writing.show_over()
        self._tell(page, written)

    def _tell(self, page: FilesPage | None, written: list[Path] | None) -> None:
        if written is None:
            words = tr("Cancelled. No new files were written.")
        elif written:
            words = _written_words(written)
        else:
            words = tr("The record could not be written to {folder}.", folder=in_words(self.folder))
        if page is None:
            self.told_elsewhere.emit(words)
        else:
            page.show_told(words)
        self.said.emit(words)


def _written_words(written: list[Path]) -> str:
    """Return where the files are: one by its path, several by their folder and what their names begin with."""
    folders = {path.parent for path in written}
    names = [path.name for path in written]
    name = os.path.commonprefix(names).rstrip("-.")  # noqa: RUF071 - of letters, not of folders
    if len(written) == 1 or len(folders) > 1 or not name:
        return tr("Written: {files}.", files=listed(map(in_words, written)))
    return plural(
        "Written: {number} file in {folder}. Its name begins with {name}.",
        "Written: {number} files in {folder}. Their names begin with {name}.",
        len(written),
        folder=in_words(folders.pop()),
        name=in_words(name),
    )


def _alive(page: ReferenceType[FilesPage] | None) -> FilesPage | None:
    """Return the page unless Qt has deleted it, which leaves the Python object behind."""
    target = None if page is None else page()
    return target if target is not None and isValid(target) else None
