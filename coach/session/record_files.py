"""What is written out of the record for the person, into their documents: started, told and cancelled in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from weakref import ref

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from shiboken6 import isValid

from coach.store.paths import from_qt, in_words
from coach.words.basics import listed
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from weakref import ReferenceType

    from coach.session.exporter import Exporter
    from coach.session.recorder import Recorder
    from coach.store.record.journal import Journal


class Progress(Protocol):
    """Shows how far the writing has come."""

    def show_progress(self, percent: int) -> None:
        """Show that so much of it is written."""
        ...

    def show_over(self) -> None:
        """Show that it is over."""
        ...


class FilesPage(Protocol):
    """A page from which files are written. It may be left, and be gone, before they are."""

    @property
    def writing(self) -> Progress:
        """Where it shows how far that is."""
        ...

    def show_told(self, text: str) -> None:
        """Tell what came of it."""
        ...


class RecordFiles(QObject):
    """Writes all of the record out, and single files made from it; one page at a time shows how far that is."""

    said = Signal(str)
    """News for those who cannot see the page."""
    told_elsewhere = Signal(str)
    """What came of it, where the page that it began on is gone."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__()
        self._recorder = recorder
        self._exporter: Exporter | None = None
        self._page: ReferenceType[FilesPage] | None = None
        """The last page from which the record can be written out; it may be gone, with all that it showed."""
        self._told_on: ReferenceType[FilesPage] | None = None
        """The page on which it was said that files are being written."""

    @property
    def folder(self) -> Path:
        """Where files go: the person's documents, else beside the record."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return from_qt(documents, QDir.homePath()) or self._recorder.folder

    def show_on(self, page: FilesPage) -> None:
        """Show on this page how far the writing has come, also where another page began it."""
        if self._exporter is None:
            from coach.session.exporter import Exporter  # noqa: PLC0415 - most sessions need none

            self._exporter = Exporter(self._recorder)
            self._exporter.progressed.connect(self._on_progress)
            self._exporter.over.connect(self._on_exported)
        self._page = ref(page)

    def export(self) -> None:
        """Write all of the record out."""
        if self._exporter is not None:
            self._told_on = None
            self._exporter.start(self.folder)

    def cancel(self) -> None:
        """Write no more of it."""
        if self._exporter is not None:
            self._exporter.cancel()

    def finish(self) -> None:
        """Stop before the program ends."""
        if self._exporter is not None:
            self._exporter.finish()

    def write(self, page: FilesPage, make: Callable[[Journal], list[Path]]) -> None:
        """Have files made in the background, and tell on this page, if it is still there, which they are."""
        gone = ref(page)

        def tell(written: object) -> None:
            self._tell(_alive(gone), written if isinstance(written, list) else [])

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
            words = tr("Written: {files}.", files=listed(map(in_words, written)))
        else:
            words = tr("The record could not be written to {folder}.", folder=in_words(self.folder))
        if page is None:
            self.told_elsewhere.emit(words)
        else:
            page.show_told(words)
        self.said.emit(words)


def _alive(page: ReferenceType[FilesPage] | None) -> FilesPage | None:
    """Return a page that was not deleted."""
    there = None if page is None else page()
    return there if there is not None and isValid(there) else None
