"""Makes the pages that are shown for a while in place of the page, when they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import ref

from PySide6.QtCore import QDir, QObject, QStandardPaths
from shiboken6 import isValid

from coach.store.paths import from_qt, in_words
from coach.store.record import history
from coach.ui.keys.clicker import rows_with
from coach.words.basics import listed
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from weakref import ReferenceType

    from PySide6.QtWidgets import QApplication

    from coach.core.routine import Exercise
    from coach.session.exporter import Exporter
    from coach.store.record.journal import Journal
    from coach.ui.check.hearing_page import HearPage
    from coach.ui.history.history_page import HistoryPage
    from coach.ui.keys.actions import Actions
    from coach.ui.kit.text_page import TextPage
    from coach.ui.settings.settings_page import SettingsPage
    from coach.ui.shell.services import Services


class SidePages(QObject):
    """One method a page. What they need is imported then: most sessions need none of them.

    An object of Qt, as is all that pages which come and go are connected to: PySide keeps a trace of any other.
    """

    def __init__(self, app: QApplication, services: Services, actions: Actions) -> None:
        super().__init__()
        self._app, self._services, self._actions = app, services, actions
        self.deleted: Callable[[], None] = lambda: None
        """Called when everything was deleted: what was known is not any more."""
        self.names: Callable[[], dict[str, str]] = dict
        """Returns the names of the exercises by their id."""
        self.routine_names: Callable[[], dict[str, str]] = dict
        """Returns the names of the routines as they are shown, by those that the record has."""
        self._exporter: Exporter | None = None
        self._page: ReferenceType[HistoryPage | SettingsPage] | None = None
        """The last page from which the record can be written out; it may be gone, with all that it showed."""

    def keys(self) -> TextPage:
        """Return the page of all keys."""
        from coach.ui.help.keys_page import KeysPage  # noqa: PLC0415

        return KeysPage(self._services.theme, rows_with(self._services.preferences.now.clicker))

    def clicker(self) -> TextPage:
        """Return the page that shows what a clicker sends, and changes what its buttons are for."""
        from coach.ui.settings.clicker_page import ClickerPage  # noqa: PLC0415

        preferences = self._services.preferences
        page = ClickerPage(self._app, self._services.theme, preferences.now.clicker)
        page.keys_wanted.connect(preferences.change_clicker)
        page.told.connect(self._services.announcer.say)
        return page

    def about(self) -> TextPage:
        """Return the page about the program."""
        from coach.ui.help.about_page import AboutPage  # noqa: PLC0415

        return AboutPage(self._services.theme)

    def exercise(self, exercise: Exercise) -> TextPage:
        """Return one exercise in full."""
        from coach.ui.home.exercise_page import ExercisePage  # noqa: PLC0415

        return ExercisePage(self._services.theme, exercise)

    def signs(self) -> TextPage:
        """Return both lists of warning signs."""
        from coach.ui.help.signs_page import SignsPage  # noqa: PLC0415

        kept = self._services.preferences.now
        page = SignsPage(self._services.theme, self._services.preferences.contact, kept.emergency_number)
        page.contact_wanted.connect(self._services.preferences.open_contact)
        return page

    def settings(self) -> TextPage:
        """Return the page of the settings."""
        from coach.ui.settings.settings_page import SettingsPage  # noqa: PLC0415

        services = self._services
        page = SettingsPage(
            services.theme, services.preferences, services.pictures, services.recorder.folder, services.narrator.voices
        )
        page.voice.try_wanted.connect(lambda: self._try_out(page))
        page.delete_wanted.connect(self._ask_to_delete)
        page.set_clicker_open(is_open=self._actions.by_id["clicker"].isEnabled())
        page.clicker_wanted.connect(self._actions.by_id["clicker"].trigger)
        self._let_export(page)
        return page

    def _try_out(self, page: SettingsPage) -> None:
        """Sound a tone and a sentence, or tell why there is neither."""
        narrator = self._services.narrator
        narrator.try_out()
        page.voice.show_trouble(narrator.trouble)
        self._services.announcer.say(narrator.trouble)

    def hear(self) -> HearPage:
        """Return the page that asks whether coach can be heard, and plays what is to be heard."""
        from coach.ui.check.hearing_page import HearPage  # noqa: PLC0415

        services = self._services
        page = HearPage(services.theme, services.narrator.trouble)
        page.play_wanted.connect(services.narrator.try_out)
        page.told.connect(services.announcer.say)
        page.answered.connect(lambda heard: services.preferences.change(heard=heard))
        services.narrator.lost.connect(page.show_trouble)  # a method of the page: a lambda would outlive it
        services.narrator.try_out()
        return page

    def history(self) -> TextPage:
        """Return what was done, and when."""
        from coach.ui.history.history_page import HistoryPage  # noqa: PLC0415

        page, recorder = HistoryPage(self._services.theme), self._services.recorder
        page.routine_names = self.routine_names()

        def ask(routine: str) -> None:
            recorder.do(
                lambda journal: history.read(journal.connection, recorder.now(), routine),
                lambda found: page.show_history(found, routine) if isValid(page) else None,
            )

        page.routine_wanted.connect(ask)
        page.session_wanted.connect(lambda session: self._show_detail(page, session))
        self._let_export(page)
        page.report_wanted.connect(lambda weeks: self._write_report(page, weeks))
        ask("")
        return page

    def _show_detail(self, page: HistoryPage, session: int) -> None:
        def show(found: object) -> None:
            if isValid(page):
                self._services.announcer.say(page.show_detail(found, self.names()))

        self._services.recorder.do(lambda journal: history.detail(journal.connection, session), show)

    # What is written out of the record

    def _let_export(self, page: HistoryPage | SettingsPage) -> None:
        """Let that page write the record out, and show how far that has come, also where another page began it."""
        if self._exporter is None:
            from coach.session.exporter import Exporter  # noqa: PLC0415 - most sessions need none

            self._exporter = Exporter(self._services.recorder)
            self._exporter.progressed.connect(self._on_progress)
            self._exporter.over.connect(self._on_exported)
            self._services.window.closed.connect(self._exporter.finish)
        self._page = ref(page)
        page.export_wanted.connect(self._export)
        page.writing.cancel_wanted.connect(self._exporter.cancel)

    def _export(self) -> None:
        if self._exporter is not None:
            self._exporter.start(self._documents())

    def _documents(self) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return from_qt(documents, QDir.homePath()) or self._services.recorder.folder

    def _on_progress(self, percent: int) -> None:
        if self._exporter is None or self._exporter.is_ended:
            return
        page = self._shown()
        if page is not None:
            if page.writing.isHidden():
                self._services.announcer.say(tr("Writing your record. Cancel stops it."))
            page.writing.show_progress(percent)

    def _on_exported(self, written: list[Path] | None) -> None:
        if self._exporter is None or self._exporter.is_ended:
            return
        page = self._shown()
        if page is not None:
            page.writing.show_over()
        self._tell_written(page, written)

    def _shown(self) -> HistoryPage | SettingsPage | None:
        page = None if self._page is None else self._page()
        return page if page is not None and isValid(page) else None

    def _tell_written(self, page: HistoryPage | SettingsPage | None, written: list[Path] | None) -> None:
        """Tell where files are, on that page, or on the start page where it was left meanwhile."""
        if written is None:
            words = tr("Cancelled. No new files were written.")
        elif written:
            words = tr("Written: {files}.", files=listed(map(in_words, written)))
        else:
            words = tr("The record could not be written to {folder}.", folder=in_words(self._documents()))
        if page is None:
            self._services.start.show_notice(words)
        else:
            page.show_told(words)
        self._services.announcer.say(words)

    def _write_report(self, page: HistoryPage, weeks: int | None) -> None:
        """Draw a report and write it into the documents folder, beside the window."""
        names, now, folder = self.names(), self._services.recorder.now(), self._documents()

        def write(journal: Journal) -> list[Path]:
            from coach.store import whole_files  # noqa: PLC0415 - most sessions need none
            from coach.store.export import sessions  # noqa: PLC0415 - most sessions need none
            from coach.store.record import report  # noqa: PLC0415 - most sessions need none
            from coach.ui.history import report_pdf  # noqa: PLC0415

            drawn = report_pdf.pdf(report.read(journal.connection, now, weeks), names)
            path = folder / f"coach-report-{sessions.local_time(now.ms, now.offset_min)[:10]}.pdf"
            try:
                whole_files.write(path, drawn)
            except OSError:
                return []
            return [path]

        def tell(written: object) -> None:
            self._tell_written(page if isValid(page) else None, written if isinstance(written, list) else [])

        self._services.recorder.do(write, tell)

    def _ask_to_delete(self) -> None:
        services = self._services
        services.window.question.ask(
            tr("Delete the whole record from this computer?"),
            tr("Delete everything"),
            tr("Keep it"),
            self._delete,
        )

    def _delete(self) -> None:
        if self._exporter is not None:
            self._exporter.cancel()  # nothing is really gone while somebody still reads it
        self._services.recorder.delete_all(self._tell_deleted)

    def _tell_deleted(self, done: object) -> None:
        words = tr("Everything was deleted.") if done else tr("Your record could not be deleted now.")
        self._services.announcer.say(self._services.start.show_notice(words))
        self.deleted()
