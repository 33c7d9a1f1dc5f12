"""The chosen day in words: each of its sessions with the numbers and the note, and all that was done in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.history.session_words import how_it_went, numbers_of, what_was_held
from coach.ui.kit.button_rows import at_left
from coach.ui.kit.card import Card
from coach.ui.kit.key_button import LINK_SIDE, KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.painting import RIM
from coach.words import basics, day_words
from coach.words.catalogue import plural, tr
from coach.words.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.store.record.history import Detail, SessionSummary
    from coach.ui.kit.theme import Theme

ROOM = RIM + LINK_SIDE
"""Room beside words, so that the ring of a button below them is not cut, in px."""


class _Session(QWidget):
    """One session of the day."""

    wanted = Signal(object)
    """The SessionSummary of which all is wanted."""

    def __init__(self, theme: Theme, past: SessionSummary, name: str) -> None:
        super().__init__()
        self.past = past
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, 0, ROOM, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(label(theme, basics.dotted([name, how_it_went(past)]), size=14, muted=True), 1)
        head.addWidget(label(theme, day_words.time_of_day(past.at), size=14, muted=True, wrap=False, tabular=True))
        column.addLayout(head)
        column.addWidget(label(theme, sentences([what_was_held(past), numbers_of(past)]), size=15))
        if past.note:
            column.addWidget(label(theme, tr("Your note: {note}", note=past.note), size=15))
        self.all = KeyButton(theme, tr("All that was done"), look=Look.LINK, height=44, size=15)
        self.all.clicked.connect(self._on_clicked)
        column.addLayout(at_left(self.all))
        self.detail = label(theme, size=15)
        self.detail.hide()
        column.addWidget(self.detail)

    def _on_clicked(self) -> None:
        self.wanted.emit(self.past)


class DayCard(Card):
    """The chosen day."""

    wanted = Signal(object)
    """The SessionSummary of which all is wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self.title = heading(theme, size=17)
        self.none = label(theme, tr("No session on this day."), size=15, muted=True)
        self._sessions: list[_Session] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20 - ROOM, 14, 20 - ROOM, 12)
        self._column.setSpacing(8)
        for words in (self.title, self.none):
            words.setContentsMargins(ROOM, 0, ROOM, 0)
            self._column.addWidget(words)
        self._column.addStretch()

    def show_day(self, day: int, sessions: Sequence[SessionSummary], names: Mapping[str, str]) -> None:
        """Show a day with its sessions; `names` are the shown ones of routines."""
        self.title.setText(day_words.long_day(day))
        if tuple(each.past for each in self._sessions) != tuple(sessions):
            for old in self._sessions:
                self._column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._sessions = []
            for past in sessions:
                shown = _Session(self._theme, past, names.get(past.routine, past.routine))
                shown.wanted.connect(self.wanted)
                self._column.insertWidget(self._column.count() - 1, shown)
                self._sessions.append(shown)
        self.none.setVisible(not sessions)

    def show_detail(self, session: int, detail: Detail, names: Mapping[str, str]) -> str:
        """Show what was done in a session of this day, exercise by exercise, and return the words.

        `names` are the shown ones of exercises, by their names in the record or their ids.
        """
        done: dict[str, list[str]] = {}
        for exercise, side, spent_ms in detail.done:
            words = basics.duration(spent_ms) if side is None else basics.time_on_side(side, spent_ms)
            if reps := detail.counted.get((exercise, side)):
                words = plural("{number} time", "{number} times", reps)
                words = words if side is None else basics.listed((basics.side_name(side), words))
            done.setdefault(names.get(exercise, exercise), []).append(words)
        lines = [tr("{exercise}: {times}", exercise=name, times=basics.listed(times)) for name, times in done.items()]
        told = "\n".join(lines or [tr("Nothing was held.")])
        for each in self._sessions:
            each.detail.setVisible(each.past.session == session)
            if each.past.session == session:
                each.detail.setText(told)
        return told

    @property
    def detail(self) -> str:
        """All that was done, as it shows; empty before it is wanted."""
        return next((each.detail.text() for each in self._sessions if each.detail.isVisibleTo(self)), "")

    @property
    def links(self) -> list[KeyButton]:
        """The buttons for all that was done, one for each session."""
        return [each.all for each in self._sessions]
