"""Fills the history page from the record, and writes out of it what the person wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from coach.store import whole_files
from coach.store.record import history
from coach.waves import later

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coach.session.record_files import RecordFiles
    from coach.session.recorder import Recorder
    from coach.store.export import sessions
    from coach.store.record import report
    from coach.store.record.journal import Journal
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

    def __init__(self, theme: Theme, recorder: Recorder, files: RecordFiles, announcer: Announcer) -> None:
        super().__init__()
        self._theme, self._recorder, self._files, self._announcer = theme, recorder, files, announcer
        self.names: Callable[[], dict[str, str]] = dict
        """Returns the names of the exercises by their id."""
        self.routine_names: Callable[[], dict[str, str]] = dict
        """Returns the shown names of the routines, by the names in the record."""

    def page(self) -> history_page.HistoryPage:
        """Return a new history page, which is filled once the record has answered."""
        page, recorder = history_page.HistoryPage(self._theme), self._recorder
        page.routine_names = self.routine_names()

        def ask(routine: str) -> None:
            recorder.do(
                lambda journal: history.read(journal.connection, recorder.now(), routine),
                lambda answer: page.show_history(answer, routine) if isValid(page) else None,
            )

        page.routine_wanted.connect(ask)
        page.session_wanted.connect(lambda session: self._show_detail(page, session))
        page.report_wanted.connect(lambda weeks: self._write_report(page, weeks))
        self._files.show_on(page)
        page.export_wanted.connect(self._files.export)
        page.writing.cancel_wanted.connect(self._files.cancel)
        ask("")
        return page

    def _show_detail(self, page: history_page.HistoryPage, session: int) -> None:
        def show(detail: object) -> None:
            if isValid(page):
                self._announcer.say(page.show_detail(detail, self.names()))

        self._recorder.do(lambda journal: history.detail(journal.connection, session), show)

    def _write_report(self, page: history_page.HistoryPage, weeks: int | None) -> None:
        """Draw a report and write it, in the background."""
        names, now, folder = self.names(), self._recorder.now(), self._files.folder

        def write(journal: Journal) -> list[Path]:
            drawn = report_pdf.pdf(report.read(journal.connection, now, weeks), names)
            path = folder / f"coach-report-{sessions.local_time(now.ms, now.offset_min)[:10]}.pdf"
            try:
                whole_files.write(path, drawn)
            except OSError:
                return []
            return [path]

        self._files.write(page, write)
