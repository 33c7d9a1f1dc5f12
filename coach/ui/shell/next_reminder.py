"""Has Today tell when the next reminder comes, while reminders are on; a press leads to their settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from coach.background.timers import single_shot
from coach.session.places import Place
from coach.session.reminders import WORKS
from coach.waves import later

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coach.session.commands import Commands
    from coach.ui.home import reminder_chip
    from coach.ui.settings import settings_page
    from coach.ui.shell.services import Services
else:
    reminder_chip = later("coach.ui.home.reminder_chip")
    settings_page = later("coach.ui.settings.settings_page")

LOOK_MS = 600_000
"""Longest time between two looks at the calendar: no timer counts the time in which the computer sleeps."""


class NextReminder(QObject):
    """Asks the record when Today shows, a window comes forward or time passes: it alone knows what was left out."""

    def __init__(self, app: QApplication, services: Services, commands: Commands, owner: QObject) -> None:
        super().__init__(owner)
        self._services, self._commands = services, commands
        self._timer = single_shot(self, self._look)
        if not WORKS:
            return
        services.recorder.opened.connect(self._look)
        services.window.place_shown.connect(self._look)
        app.focusWindowChanged.connect(self._on_window)
        services.reminders.changed.connect(self._show)

    def _on_window(self) -> None:  # without the window that has the focus: PySide would have to find out what that is
        if self._services.window.isActiveWindow():  # in another one the person may have said “Not today”
            self._look()

    def _look(self) -> None:
        """Ask anew where somebody may see the answer, which `_show` gets."""
        services = self._services
        if services.preferences.now.remind and services.navigator.place is Place.START:
            services.reminders.ask(services.recorder)

    def _show(self, _words: str) -> None:
        """Tell it on Today; with reminders off nothing is made for it."""
        parts, brief = self._services.start.parts, self._services.reminders.brief()
        chip = parts.reminder
        if chip is None and brief.words:
            chip = reminder_chip.ReminderChip(self._services.theme)
            chip.clicked.connect(self._on_pressed)
            parts.take_reminder(chip)
        if chip is not None and chip.say(brief.words, warns=brief.warns):
            parts.arrange()
        self._wait(brief.holds_ms)

    def _wait(self, holds_ms: int) -> None:
        """Look again when the words do not hold any more, unless nobody sees them: then they are asked for anyway."""
        services = self._services
        if holds_ms and services.navigator.place is Place.START and not services.window.isMinimized():
            self._timer.start(min(holds_ms, LOOK_MS))
        else:
            self._timer.stop()

    def _on_pressed(self) -> None:
        self._commands.do("settings")
        page = self._services.window.page
        if isinstance(page, settings_page.SettingsPage):
            page.show_pane(page.reminders)
            page.reminders.title.setFocus(Qt.FocusReason.OtherFocusReason)
