"""Fills the history page from the record, and writes out of it what the person wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from coach.core.months import Month
from coach.store import whole_files
from coach.store.record import history
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.session.record_files import FilesPage, RecordFiles
    from coach.session.recorder import Recorder
    from coach.store.export import sessions
    from coach.store.record import report
    from coach.store.record.journal import Journal
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.history import history_page, report_pdf
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
else:
    history_page, report_pdf = later("coach.ui.history.history_page"), later("coach.ui.history.report_pdf")
    report, sessions = later("coach.store.record.report"), later("coach.store.export.sessions")


class HistoryPresenter(QObject):
    """Makes a new page each time one is asked for.

    A QObject: of any other object that pages are connected to PySide keeps a trace.
    """

    def __init__(
        self, theme: Theme, pictures: PictureCache, recorder: Recorder, files: RecordFiles, announcer: Announcer
    ) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self._recorder, self._files, self._announcer = recorder, files, announcer
        self.names: Callable[[], dict[str, str]] = dict
        """Returns the shown names of exercises, by the names in the record or by their ids."""
        self.routine_names: Callable[[], dict[str, str]] = dict
        """Returns the shown names of the routines, by the names in the record."""

    def page(self) -> history_page.HistoryPage:
        """Return a new history page, which is filled once the record has answered."""
        page = history_page.HistoryPage(self._theme, self._pictures, self._recorder.now().day)
        page.routine_names = self.routine_names()
        page.wanted.connect(lambda wanted: self._read(page, wanted))
        page.session_wanted.connect(lambda session: self._show_detail(page, session))
        page.report_wanted.connect(lambda weeks: self.write_report(page, weeks))
        page.news.connect(self._announcer.say)
        self._files.show_on(page)
        page.export_wanted.connect(self._files.export)
        page.writing.cancel_wanted.connect(self._files.cancel)
        page.ask()
        return page

    def _read(self, page: history_page.HistoryPage, wanted: history_page.Wanted) -> None:
        """Read what a page shows, beside the window."""
        now = self._recorder.now

        def read(journal: Journal) -> history.History | history.Year:
            db = journal.connection
            if wanted.year is not None:
                return history.read_year(
                    db, now(), _span(Month(wanted.year, 1), Month(wanted.year, 12)), wanted.routine
                )
            month, until = _span(wanted.month, wanted.month), _span(wanted.until, wanted.until)
            return history.read(db, now(), month, wanted.routine, until)

        self._recorder.do(read, lambda answer: page.show_history(answer) if isValid(page) else None)

    def _show_detail(self, page: history_page.HistoryPage, session: int) -> None:
        def show(detail: object) -> None:
            if isValid(page):
                self._announcer.say(page.show_detail(detail, self.names()))

        self._recorder.do(lambda journal: history.detail(journal.connection, session), show)

    def write_report(self, page: FilesPage, weeks: int | None) -> None:
        """Draw a report and write it, in the background."""
        names, routines = self.names(), self.routine_names()
        now, folder = self._recorder.now(), self._files.folder

        def write(journal: Journal) -> list[Path]:
            drawn = report_pdf.pdf(report.read(journal.connection, now, weeks), names, routines)
            path = folder / f"coach-report-{sessions.local_time(now.ms, now.offset_min)[:10]}.pdf"
            try:
                whole_files.write(path, drawn)
            except OSError:
                return []
            return [path]

        self._files.write(page, write)


def _span(first: Month, last: Month) -> history.Span:
    return history.Span(first.first, last.end)
