"""The pages that are shown for a while in place of the page, each made by its room when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.session.places import Place
from coach.session.record_files import RecordFiles
from coach.ui.check import hearing
from coach.ui.editor.presenter import EditorPresenter
from coach.ui.help.presenter import HelpPresenter
from coach.ui.history.presenter import HistoryPresenter
from coach.ui.home.exercise_presenter import ExercisePresenter
from coach.ui.library.routines_presenter import RoutinesPresenter
from coach.ui.settings.presenter import SettingsPresenter
from coach.ui.sharing.code_presenter import CodePresenter
from coach.ui.sharing.hand_out_presenter import HandOutPresenter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication

    from coach.core.routine import Exercise
    from coach.session.commands import Commands
    from coach.session.selection import Selection
    from coach.ui.check.hearing_page import HearPage
    from coach.ui.kit.text_page import TextPage
    from coach.ui.shell.services import Services


class SidePages(QObject):
    """Puts together what makes them. `of_command` makes those that a command shows, by its id."""

    deleted = Signal()
    """The whole record was to be deleted: what was known of it holds no more."""

    routine_wanted = Signal(str)
    """The person chose the routine with this id."""

    def __init__(self, app: QApplication, services: Services, commands: Commands, selection: Selection) -> None:
        super().__init__()
        self._services = services
        self.files = files = RecordFiles(services.recorder)
        files.said.connect(services.announcer.say)
        files.told_elsewhere.connect(services.start.show_notice)
        services.window.closed.connect(files.finish)
        self._history = HistoryPresenter(
            services.theme, services.pictures, services.recorder, files, services.announcer
        )
        self._history.names, self._history.routine_names = selection.names, selection.routine_names
        self._settings = settings = self._settings_of(app, services, commands, selection)
        self._help = help_ = HelpPresenter(services, selection, services.theme, services.announcer)
        services.window.closed.connect(help_.finish)
        self._exercises = ExercisePresenter(services, services.theme, services.pictures, services.hand.now_ms)
        help_.wanted.connect(commands.do)
        self._give_and_take(services, selection)
        self.routines = RoutinesPresenter(services.theme, services.pictures, services.routines, services.announcer)
        self.editor = _editor(services)
        self.routines.edit_wanted.connect(self.editor.edit)
        self.routines.new_wanted.connect(self.editor.new)
        self.editor.kept.connect(self.routines.tell_written)
        self.of_place: dict[Place, Callable[[], TextPage]] = {
            Place.ROUTINES: self.routines.page,
            Place.HISTORY: self._history.page,
            Place.SETTINGS: settings.page,
            Place.HELP: help_.overview,
        }
        self.of_command: dict[str, Callable[[], TextPage]] = {
            "clicker": settings.clicker_page,
            "keys": help_.keys,
            "listen": help_.listen,
            "signs": help_.signs,
            "works": help_.works,
            "about": help_.about,
        }

    def _settings_of(
        self, app: QApplication, services: Services, commands: Commands, selection: Selection
    ) -> SettingsPresenter:
        settings = SettingsPresenter(
            services,
            self.files,
            app=app,
            theme=services.theme,
            pictures=services.pictures,
            announcer=services.announcer,
            commands=commands,
        )
        settings.selection = selection
        settings.write_report = lambda page: self._history.write_report(page, None)
        settings.routine_wanted.connect(self.routine_wanted)
        settings.deleted.connect(self._on_deleted)
        return settings

    def _give_and_take(self, services: Services, selection: Selection) -> None:
        """Make what gives routines to others, and takes them in by a QR code."""
        self.hand_outs = HandOutPresenter(
            services.theme, services.pictures, selection, services.preferences, services.recorder.now
        )
        self.codes = CodePresenter(services.theme, services.routines)
        for each in (self.hand_outs, self.codes):
            each.said.connect(services.announcer.say)
            services.window.closed.connect(each.finish)

    def _on_deleted(self, words: str) -> None:
        self._services.announcer.say(self._services.start.show_notice(words))
        self.deleted.emit()

    def listen(self, routine: str = "") -> TextPage:
        """Return the page with what is said in a routine, given by its id; in the one that is chosen without."""
        return self._help.listen(routine)

    def exercise(self, exercises: Sequence[Exercise], place: int) -> TextPage:
        """Return the exercise at that place of a routine in full."""
        return self._exercises.page(exercises, place)

    def hear(self) -> HearPage:
        """Return the page that asks whether coach can be heard."""
        return hearing.page_that_asks(self._services.theme, self._services, self._services.announcer)


def _editor(services: Services) -> EditorPresenter:
    return EditorPresenter(
        services, services.routines, services.theme, services.pictures, services.announcer, services.hand.now_ms
    )
