"""Makes the pages of settings and clicker, and does what their buttons ask for: try the voice, delete the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.waves import later
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coach.session.commands import Commands
    from coach.session.record_files import RecordFiles
    from coach.session.services import SessionServices
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.announcer import Announcer
    from coach.ui.kit.question_bar import Asking
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

    def __init__(
        self,
        services: SessionServices,
        files: RecordFiles,
        *,
        app: QApplication,
        theme: Theme,
        pictures: PictureCache,
        announcer: Announcer,
        asking: Asking,
        commands: Commands,
    ) -> None:
        super().__init__()
        self._services, self._files = services, files
        self._app, self._theme, self._pictures = app, theme, pictures
        self._announcer, self._asking, self._commands = announcer, asking, commands

    def page(self) -> settings_page.SettingsPage:
        """Return the page of the settings."""
        services = self._services
        page = settings_page.SettingsPage(
            self._theme, services.preferences, self._pictures, services.recorder.folder, services.narrator.voices
        )
        page.voice.try_wanted.connect(lambda: self._try_out(page))
        page.delete_wanted.connect(self._ask_to_delete)
        page.set_clicker_open(is_open=self._commands.means_something("clicker"))
        page.clicker_wanted.connect(self._on_clicker)
        self._files.show_on(page)
        page.export_wanted.connect(self._files.export)
        page.writing.cancel_wanted.connect(self._files.cancel)
        return page

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

    def _ask_to_delete(self) -> None:
        self._asking.question.ask(
            tr("Delete the whole record from this computer?"),
            tr("Delete everything"),
            tr("Keep it"),
            self._delete,
        )

    def _delete(self) -> None:
        self._files.cancel()  # while an export reads the record, what is deleted stays in its WAL
        self._services.recorder.delete_all(self._on_deleted)

    def _on_deleted(self, done: object) -> None:
        self.deleted.emit(
            tr("Everything was deleted.") if done else tr("Your record could not be deleted now."),
        )
