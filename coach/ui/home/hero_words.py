"""The words of the hero for the routine that is chosen: its name, how long it takes, who it is for, and Start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading
from coach.ui.kit.line_list import SIDE, Lines, Outdented, outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.tip import as_tip
from coach.waves import later
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.ui.kit import menu
    from coach.ui.kit.menu import Menu
    from coach.ui.kit.theme import Theme
else:
    menu = later("coach.ui.kit.menu")

TITLE, LESS_TITLE = 34, 26
"""Size of the title beside the picture, and below it, in px at 100 %."""
BETWEEN = 12
"""Room between the two buttons, in px."""


class HeroWords(QWidget):
    """Start is the one primary button; beside it the other one of two routines."""

    start_wanted = Signal()
    other_wanted = Signal()
    week_wanted = Signal(object)
    """Another week of the plan, from 0."""

    def __init__(self, theme: Theme, *, is_first: bool) -> None:
        super().__init__()
        self._theme = theme
        self._faces = ("", "")
        """The button of the other routine in full, and where room is short."""
        self.heading = heading(theme, " ", size=TITLE)
        self.about = Lines(theme, tr("About this routine"))
        self._above = self.about.add(" ", size=17, muted=True)
        self._for = self.about.add(translated(safety_messages.M_FOR), size=16)
        self._below = self.about.add(" ", size=16, muted=True)
        self._when = self.about.add(" ", size=16, muted=True)
        self._when.hide()
        self.about.set_spacing(2)
        self.week = KeyButton(theme, "", icon=Icon.FURTHER, look=Look.SOFT)
        self.week.hide()
        self._weeks: Menu | None = None
        self.start = KeyButton(theme, tr("Start"), key=tr("Space"), icon=Icon.PLAY, look=Look.PRIMARY, size=18)
        self.start.setEnabled(False)
        self.other = KeyButton(theme, "")
        self.other.hide()
        self.start.clicked.connect(self.start_wanted)
        self.other.clicked.connect(self.other_wanted)
        self._buttons = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, 0, RIM, 0))
        self._buttons.setSpacing(BETWEEN - 2 * RIM)
        self._buttons.addWidget(self.start)
        self._buttons.addWidget(self.other)
        self._buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addSpacing(6)
        column.addLayout(outdented(self.about))
        self._week_row = Outdented(QBoxLayout.Direction.LeftToRight, QMargins(RIM, 0, RIM, 0))
        self._week_row.addWidget(self.week)
        self._week_row.addStretch()
        self._above_week = QSpacerItem(0, 0)
        column.addSpacerItem(self._above_week)
        column.addLayout(self._week_row)
        column.addSpacing(16)
        column.addLayout(self._buttons)
        self.show_first(is_first=is_first)

    def show_first(self, *, is_first: bool) -> None:
        """Say first who it is for, or first how long it takes."""
        self._above.setVisible(not is_first)
        self._below.setVisible(is_first)
        self.about.make_stop(self._for if is_first else self._above)

    def show_for(self, *, shown: bool) -> None:
        """Show who it is for, or leave that to the page."""
        self._for.setVisible(shown)

    def show_routine(self, name: str, facts: str) -> None:
        """Show this routine, and let it be started."""
        self.heading.setText(name)
        for line in (self._above, self._below):
            line.setText(facts)
        self.start.setEnabled(True)

    def show_plan(self, when: str, weeks: Sequence[str], week: int) -> None:
        """Say when it is to be done, and let another week of its plan be chosen; nothing where there is none."""
        self._when.setText(when)
        self._when.setVisible(bool(when))
        self.week.setVisible(bool(weeks))
        self._above_week.changeSize(0, 8 if weeks else 0)
        self._week_row.invalidate()
        if not weeks:
            return
        self.week.setText(weeks[week])
        self.week.setAccessibleName(tr("Week of the plan: {name}", name=weeks[week]))
        if self._weeks is None:
            self._weeks = menu.Menu(self._theme, self.week, begins=True)
            self._weeks.chosen.connect(self.week_wanted)
        self._weeks.clear()
        for place, name in enumerate(weeks):
            self._weeks.add_choice(name, place)

    def offer_other(self, full: str, short: str) -> None:
        """Offer another routine with these words, as they fit; none with empty ones."""
        self._faces = (full, short)
        self.other.setVisible(bool(full))

    def arrange(self, width: int, *, is_wide: bool) -> None:
        """Fit the buttons to a width; where the words lie below the picture, Start takes what is left (`is_wide`)."""
        self._theme.dress(self.heading, LESS_TITLE if is_wide else TITLE, 700)
        room = width + 2 * RIM
        start, other = self.start.width_for(with_key=True), self.other
        full, short = (other.width_for(with_key=False, words=words) for words in self._faces)
        fits = start + self._buttons.spacing() + full <= room
        words = self._faces[0] if fits else self._faces[1]
        if words != other.text():
            other.setText(words)
            other.updateGeometry()
        other.setAccessibleName(self._faces[0])
        other.setToolTip("" if fits else as_tip(self._faces[0]))
        beside = other.isHidden() or start + self._buttons.spacing() + min(full, short) <= room
        self.start.show_key(shown=start <= room)
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        grows = QSizePolicy.Policy.Expanding if is_wide else QSizePolicy.Policy.Minimum
        self.start.setSizePolicy(grows, QSizePolicy.Policy.Fixed)
        self._buttons.setStretch(0, 1 if is_wide else 0)
        self._buttons.setStretch(2, 0 if is_wide else 1)
