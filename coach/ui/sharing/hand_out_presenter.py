"""Makes hand-outs: draws them beside the window, and prints or saves them when the person wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from coach.core.pacing import pacing_of
from coach.core.shown_routine import in_language
from coach.core.timeline import plan
from coach.ui.sharing.sharing_presenter import SharingPresenter, tell
from coach.waves import later
from coach.words import basics
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

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


class HandOutPresenter(SharingPresenter):
    """Makes the page of a hand-out, and what is printed and saved from it."""

    _place = QStandardPaths.StandardLocation.DocumentsLocation

    def __init__(
        self,
        theme: Theme,
        pictures: PictureCache,
        selection: Selection,
        preferences: Preferences,
        now: Callable[[], Instant],
    ) -> None:
        super().__init__(theme)
        self._pictures, self._selection, self._preferences, self._now = pictures, selection, preferences, now

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
        tell(page, tr("The hand-out could not be drawn: {reason}", reason=why))

    # Saving

    def _save(self, page: ToldPage, made: _Made) -> None:
        now = self._now()

        def make() -> tuple[str, bytes]:
            day = sessions.local_time(now.ms, now.offset_min)[:10]
            name = f"coach-{one_routine.slug(made.hand_out.title)}-{day}.pdf"
            return name, hand_out_pdf.pdf(made.hand_out, made.pictures, paper.usual_size())

        self._save_file(
            page,
            make,
            lambda folder: tr("The hand-out could not be written to {folder}.", folder=folder),
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
            lambda _none: tell(page, tr("The hand-out is with the printer.")),
            lambda why: tell(page, tr("The hand-out could not be printed: {reason}", reason=why)),
            "printing",
        )
