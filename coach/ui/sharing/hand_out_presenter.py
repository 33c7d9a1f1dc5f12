"""Makes hand-outs: draws them beside the window, and prints or saves them when the person wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from coach.background.errands import Errands
from coach.core.pacing import pacing_of
from coach.core.shown_routine import in_language
from coach.core.timeline import plan
from coach.session.own_folders import own_folder
from coach.store import whole_files
from coach.store.paths import in_words
from coach.waves import later
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6 import QtPrintSupport
    from PySide6.QtGui import QImage

    from coach.session.preferences import Preferences
    from coach.session.selection import Selection
    from coach.store.export import sessions
    from coach.store.record.moments import Instant
    from coach.store.routines import one_routine
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit import paper
    from coach.ui.kit.theme import Theme
    from coach.ui.sharing import hand_out, hand_out_page, hand_out_pdf, hand_out_pictures
    from coach.ui.sharing.told_page import ToldPage
else:
    QtPrintSupport, paper = later("PySide6.QtPrintSupport"), later("coach.ui.kit.paper")
    sessions, one_routine = later("coach.store.export.sessions"), later("coach.store.routines.one_routine")
    hand_out, hand_out_page = later("coach.ui.sharing.hand_out"), later("coach.ui.sharing.hand_out_page")
    hand_out_pdf = later("coach.ui.sharing.hand_out_pdf")
    hand_out_pictures = later("coach.ui.sharing.hand_out_pictures")


class _Made(NamedTuple):
    """A hand-out with its pictures."""

    hand_out: hand_out.HandOut
    pictures: hand_out_pictures.Drawn


class HandOutPresenter(QObject):
    """Makes a new page each time one is asked for."""

    said = Signal(str)
    """News for a screen reader."""

    def __init__(
        self,
        theme: Theme,
        pictures: PictureCache,
        selection: Selection,
        preferences: Preferences,
        now: Callable[[], Instant],
    ) -> None:
        super().__init__()
        self._theme, self._pictures, self._selection, self._preferences = theme, pictures, selection, preferences
        self._now = now
        self._errands = Errands()
        self.folder: Path | None = None
        """Where PDFs are saved; None is the person's documents."""

    def finish(self) -> None:
        """End with the program."""
        self._errands.finish()

    def page(self, routine_id: str) -> hand_out_page.HandOutPage:
        """Return the page with the hand-out of a routine; it is drawn meanwhile."""
        told = self._told(routine_id)
        page = hand_out_page.HandOutPage(self._theme, told.title)
        page.said.connect(self.said)
        figures, variant = self._pictures.figures, self._pictures.variant

        def draw() -> tuple[_Made, list[QImage]]:
            drawn = hand_out_pictures.draw(figures, variant, told.exercises)
            return _Made(told, drawn), hand_out_pdf.previews(told, drawn, paper.usual_size())

        def show(answer: tuple[_Made, list[QImage]]) -> None:
            made, pages = answer
            if isValid(page):
                page.show_pages(pages)
                page.save_wanted.connect(lambda: self._save(page, made))
                page.print_wanted.connect(lambda: self._ask_to_print(page, made))

        self._errands.do(draw, show, lambda why: self._fail(page, why), "hand-out")
        return page

    def _told(self, routine_id: str) -> hand_out.HandOut:
        selection = self._selection
        routine = in_language(next(each for each in selection.routines if each.id == routine_id))
        timeline = plan(routine, pacing_of(selection.preset, selection.way_down))
        made = basics.day_words(self._now())
        return hand_out.hand_out_of(routine, timeline, made, self._preferences.now.emergency_number)

    def _fail(self, page: ToldPage, why: str) -> None:
        _tell(page, tr("The hand-out could not be drawn: {reason}", reason=why))

    # Saving

    def _save(self, page: ToldPage, made: _Made) -> None:
        now = self._now()
        folder = self.folder or own_folder(QStandardPaths.StandardLocation.DocumentsLocation)

        def write() -> Path:
            if folder is None:
                raise OSError
            day = sessions.local_time(now.ms, now.offset_min)[:10]
            path = folder / f"coach-{one_routine.slug(made.hand_out.title)}-{day}.pdf"
            whole_files.write(path, hand_out_pdf.pdf(made.hand_out, made.pictures, paper.usual_size()))
            return path

        self._errands.do(
            write,
            lambda path: _tell(page, tr("Written: {files}.", files=in_words(path))),
            lambda _why: _tell(
                page, tr("The hand-out could not be written to {folder}.", folder=in_words(folder or ""))
            ),
            "hand-out",
        )

    # Printing

    def _ask_to_print(self, page: ToldPage, made: _Made) -> None:
        """Ask how it is printed. The dialog waits for the person, and the program does not wait for the dialog."""
        printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
        printer.setDocName(made.hand_out.title)
        printer.setPageSize(paper.usual_size())
        dialog = QtPrintSupport.QPrintDialog(printer, page)
        dialog.setOption(QtPrintSupport.QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.accepted.connect(lambda: self._print(page, made, printer))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        QDialog.open(dialog)

    def _print(self, page: ToldPage, made: _Made, printer: QtPrintSupport.QPrinter) -> None:
        self._errands.do(
            lambda: hand_out_pdf.to_printer(made.hand_out, made.pictures, printer),
            lambda _none: _tell(page, tr("The hand-out is with the printer.")),
            lambda why: _tell(page, tr("The hand-out could not be printed: {reason}", reason=why)),
            "printing",
        )


def _tell(page: ToldPage, words: str) -> None:
    if isValid(page):
        page.show_told(words)
