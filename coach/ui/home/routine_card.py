"""The routine that is chosen, in words, and the lists to choose another routine or pace from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout

from coach.store.options import Choice
from coach.store.settings import declared
from coach.ui.kit.card import Card
from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import Lines, outdented
from coach.words import safety_messages
from coach.words.catalogue import plural, tr, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.ui.kit.theme import Theme

PAIR = 2
"""Number of routines up to which each has a button; more are in a list."""


class RoutineCard(Card):
    """Shows one routine with the rule about pain; signals which routine or pace the person chooses."""

    routine_wanted = Signal(str)
    """The id of the routine that was chosen."""
    pace_wanted = Signal(object)
    """The value of a Preset."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        self._title = heading(theme, " ", size=32)
        about = Lines(theme, tr("About this routine"))
        about.set_spacing(4)
        about.add(translated(safety_messages.M_FOR), size=18)
        self._facts = about.add(" ", size=18, muted=True)
        self._note = about.add("", size=16, muted=True)
        self._note.hide()
        about.add(translated(safety_messages.M_RULE), size=18, weight=600)
        column.addWidget(self._title)
        column.addLayout(outdented(about))
        self._form = QFormLayout()
        self._form.setContentsMargins(0, 8, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        pacing = declared("pacing", Choice)
        self.choice, self.pace = self._add_list(tr("Routine")), self._add_list(translated(pacing.words))
        self.choice.activated.connect(lambda place: self.routine_wanted.emit(self.choice.itemData(place)))
        self.pace.offer(pacing.offered)
        self.pace.activated.connect(lambda place: self.pace_wanted.emit(self.pace.itemData(place)))
        self._form.setRowVisible(self.choice, False)  # noqa: FBT003
        column.addLayout(self._form)

    def _add_list(self, text: str) -> DropDown:
        combo = DropDown(self._theme)
        combo.setMinimumWidth(self._theme.px(220))
        words = label(self._theme, text, size=16, wrap=False)
        words.setBuddy(combo)
        words.setMinimumHeight(44)
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._form.addRow(words, combo)
        return combo

    def show_routines(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these routines, each an id and a name, as a list where there are many."""
        self._form.setRowVisible(self.choice, len(choices) > PAIR)
        self.choice.clear()
        for routine, name in choices:
            self.choice.addItem(name, routine)
        self.choice.setCurrentIndex(self.choice.findData(chosen))

    def show_routine(self, routine: Routine, timeline: Timeline) -> None:
        """Show this routine, planned at the chosen pace."""
        self._title.setText(routine.name)
        count = plural("One gentle exercise.", "{number} gentle exercises.", len(routine.exercises))
        work, whole = max(1, timeline.work_ms // 60_000), -(-timeline.total_ms // 60_000)
        if any(block.waits for block in timeline.blocks):
            times = tr("{work} min of movement, and as long in between as you like.", work=work)
        else:
            times = tr("{work} min of movement, about {whole} min in all.", work=work, whole=whole)
        self._facts.setText(f"{count} {times}")
        self._note.setText(routine.note)
        self._note.setVisible(bool(routine.note))

    def show_pace(self, value: str) -> None:
        """Show the chosen pace."""
        self.pace.setCurrentIndex(max(0, self.pace.findData(value)))
