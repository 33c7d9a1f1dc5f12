"""Makes the pages of settings and clicker, and does what their buttons ask for: try the voice, delete the record."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote_from_bytes
from weakref import ref

from PySide6.QtCore import QObject, QUrl, Signal
from shiboken6 import isValid

from coach.session.contact_links import open_link
from coach.session.routine_words import when_words
from coach.store.paths import in_words
from coach.store.record import contents
from coach.waves import later
from coach.words.basics import day_words
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from coach.session.commands import Commands
    from coach.session.record_files import FilesPage, RecordFiles
    from coach.session.selection import Selection
    from coach.session.services import SessionServices
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.theme import Theme
    from coach.ui.settings import clicker_page, settings_page
else:
    clicker_page = later("coach.ui.settings.clicker_page")
    settings_page = later("coach.ui.settings.settings_page")


class SettingsPresenter(QObject):
    """Makes a new page each time one is asked for.

    A QObject: of any other object that pages are connected to PySide keeps a trace.
    """

    deleted = Signal(str)
    """The words for what came of deleting the whole record; what is known of it has to be asked again."""
    routine_wanted = Signal(str)
    """The person chose the routine with this id."""

    def __init__(
        self,
        services: SessionServices,
        files: RecordFiles,
        *,
        app: QApplication,
        theme: Theme,
        pictures: PictureCache,
        announcer: Announcer,
        commands: Commands,
    ) -> None:
        super().__init__()
        self._services, self._files = services, files
        self._app, self._theme, self._pictures = app, theme, pictures
        self._announcer, self._commands = announcer, commands
        self.selection: Selection | None = None
        """Which routine is chosen, and what else there is to choose from."""
        self.write_report: Callable[[FilesPage], None] = _nothing
        """Writes a report of all of the record, and tells on the page what came of it."""

    def page(self) -> settings_page.SettingsPage:
        """Return the page of the settings."""
        services = self._services
        page = settings_page.SettingsPage(
            self._theme, services.preferences, self._pictures, services.recorder.folder, services.narrator.voices
        )
        selection = self.selection
        if selection is not None and selection.routine is not None:
            page.session.show_routines(
                selection.choices(), selection.routine.id, can_change=not services.player.is_live
            )
        page.session.routine_wanted.connect(self.routine_wanted)
        page.voice.try_wanted.connect(lambda: self._try_out(page))
        page.voice.hear_wanted.connect(services.narrator.hear)
        page.keys.set_clicker_open(is_open=self._commands.means_something("clicker"))
        page.keys.clicker_wanted.connect(self._on_clicker)
        page.keys.keys_wanted.connect(self._on_keys)
        page.contact.signs_wanted.connect(self._on_signs)
        self._connect_reminders(page)
        self._connect_record(page)
        return page

    def _connect_reminders(self, page: settings_page.SettingsPage) -> None:
        reminders, pane = self._services.reminders, page.reminders
        routine = None if self.selection is None else self.selection.routine
        if routine is not None:
            pane.show_advice(routine.when, when_words(routine.when))
        pane.show_state(reminders.words())
        reminders.changed.connect(pane.show_state)
        reminders.ask(self._services.recorder)
        pane.file_wanted.connect(lambda: self._write_calendar(page))

    def _write_calendar(self, page: settings_page.SettingsPage) -> None:
        page_ref = ref(page)  # a page that is left must not be kept alive by a job that waits for the disk
        folder = self._files.folder
        self._services.reminders.write_calendar(folder, lambda path: self._on_calendar(page_ref(), folder, path))

    def _on_calendar(self, page: settings_page.SettingsPage | None, folder: Path, path: Path | None) -> None:
        if path is None:
            words = tr("The file could not be written to {folder}.", folder=in_words(folder))
        else:
            words = tr("Written: {files}.", files=in_words(path))
        if page is not None and isValid(page):
            page.show_told(words)
        self._announcer.say(words)

    def _connect_record(self, page: settings_page.SettingsPage) -> None:
        self._files.show_on(page)
        page.record.export_wanted.connect(self._files.export)
        page.writing.cancel_wanted.connect(self._files.cancel)
        page.record.report_wanted.connect(lambda: self.write_report(page))
        page.record.folder_wanted.connect(lambda: self._open_folder(page))
        page.record.delete_wanted.connect(lambda: self._delete(page))
        self._count(page)

    def _count(self, page: settings_page.SettingsPage) -> None:
        """Have the page show what there is of the record."""
        self._services.recorder.do(
            lambda journal: contents.read(journal.connection),
            lambda found: _show_contents(page, found),
        )

    def _open_folder(self, page: settings_page.SettingsPage) -> None:
        folder = self._services.recorder.folder
        # Of bytes: a name of a folder need not be UTF-8.
        if not open_link(QUrl.fromEncoded(b"file://" + quote_from_bytes(os.fsencode(folder)).encode())):
            words = tr("The folder could not be opened.")
            page.show_told(words)
            self._announcer.say(words)

    def _on_keys(self) -> None:
        self._commands.do("keys")

    def _on_signs(self) -> None:
        self._commands.do("signs")

    def _on_clicker(self) -> None:
        self._commands.do("clicker")

    def clicker_page(self) -> clicker_page.ClickerPage:
        """Return the page that shows what a clicker sends, and changes what its buttons are for."""
        preferences = self._services.preferences
        page = clicker_page.ClickerPage(self._app, self._theme, preferences.now.clicker)
        page.keys_wanted.connect(preferences.change_clicker)
        page.told.connect(self._announcer.say)
        return page

    def _try_out(self, page: settings_page.SettingsPage) -> None:
        """Play a tone and a sentence, or show why there is no sound."""
        narrator = self._services.narrator
        narrator.try_out()
        page.voice.show_trouble(narrator.trouble)
        self._announcer.say(narrator.trouble)

    def _delete(self, page: settings_page.SettingsPage) -> None:
        self._files.cancel()  # while an export reads the record, what is deleted stays in its WAL
        self._services.recorder.delete_all(lambda done: self._on_deleted(page, done))

    def _on_deleted(self, page: settings_page.SettingsPage, done: object) -> None:
        words = tr("Everything was deleted.") if done else tr("Your record could not be deleted now.")
        self.deleted.emit(words)
        if isValid(page):
            page.show_told(words)
            self._count(page)


def _nothing(_page: FilesPage) -> None:
    """Do nothing, until somebody says how."""


def _show_contents(page: settings_page.SettingsPage, found: object) -> None:
    """Show what there is of the record, unless the page is gone or the record cannot be read."""
    if isValid(page) and isinstance(found, contents.Contents):
        page.record.show_contents(found.sessions, "" if found.first is None else day_words(found.first))
