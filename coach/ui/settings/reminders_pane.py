"""The settings of reminders: whether, at which times and on which days, and the same as a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.session.reminders import WORKS
from coach.store import options
from coach.store.settings import OPTIONS, declared
from coach.ui.kit.day_picks import DayPicks
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.label import label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.settings.pane import Pane
from coach.ui.settings.times_field import TimesField
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coach.core.routine import Advice
    from coach.session.preferences import Preferences
    from coach.store.settings import Settings
    from coach.ui.kit.theme import Theme


class RemindersPane(Pane):
    """Off until the person asks for them."""

    file_wanted = Signal()
    """The chosen days and times as a calendar file."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme, preferences, tr("Reminders"))
        self.line(tr("Most days is plenty. Skip a day when you are sore."))
        self.section()
        self.remind = self.switch("remind")
        self.remind.setEnabled(WORKS)
        self.times = TimesField(theme, self._words("remind_times"), declared("remind_times", options.Times).most)
        self.times.changed.connect(lambda times: preferences.change(remind_times=times))
        self._setting("remind_times", self.times)
        self.days = DayPicks(theme, self._words("remind_days"))
        self.days.changed.connect(lambda days: preferences.change(remind_days=days))
        self._setting("remind_days", self.days)
        self._advised: tuple[str, ...] = ()
        self.take = KeyButton(theme, tr("Use these times"), height=44, size=15)
        self.take.clicked.connect(self._on_take)
        self._advice_row = self.row(tr("As your routine says"), "", self.take)
        self.state = label(theme, size=14, muted=True)
        self.state.setContentsMargins(24, 8, 24, 0)
        self.column.addWidget(self.state)
        self.section()
        self.row(
            tr("Not on the day after a pain stop"),
            tr("And not once the stretches of the day are done."),
        )
        self.section()
        help_ = tr("These days and times, into your documents folder.")
        self.file = self.button(tr("Calendar file"), help_, tr("Save"), LineIcon.EXPORT)
        self.file.clicked.connect(self.file_wanted)
        self.show_advice(None, "")
        self.show_state("")

    @staticmethod
    def _words(name: str) -> str:
        return translated(OPTIONS[name].words)

    def show_advice(self, advice: Advice | None, words: str) -> None:
        """Offer the times that the routine on Today advises, in words; nothing where it has none or they are chosen."""
        most = declared("remind_times", options.Times).most
        self._advised = () if advice is None else tuple(sorted(advice.times))[:most]
        row = self._advice_row
        row.second_line.setText(words)
        row.second_line.setVisible(bool(words))
        self.take.setAccessibleDescription(words)
        self._show_offer()

    def _show_offer(self) -> None:
        self._advice_row.setVisible(bool(self._advised) and self._advised != self._preferences.now.remind_times)

    def _on_take(self) -> None:
        self._preferences.change(remind_times=self._advised)
        self.times.rows[0].stepper.setFocus()

    def show_state(self, words: str) -> None:
        """Show when the next reminder comes, or why none does."""
        self.state.setText(words)
        self.state.setVisible(bool(words))

    def show_choices(self, now: Settings) -> None:
        """Show what was changed elsewhere."""
        super().show_choices(now)
        self._show_offer()

    def _show(self, name: str, control: QWidget, now: Settings | None = None) -> None:
        chosen = now or self._preferences.now
        if isinstance(control, TimesField):
            control.show_times(chosen.remind_times)
        elif isinstance(control, DayPicks):
            control.show_days(chosen.remind_days)
        else:
            super()._show(name, control, now)
