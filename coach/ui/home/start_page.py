"""The start page: the routine, the rule about pain, what to have ready, and the pace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.ui.home.routine_card import PAIR, RoutineCard
from coach.ui.kit.card import Card
from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import heading, label
from coach.ui.kit.line_list import ABOVE, Lines, outdented
from coach.ui.kit.scroll_page import column_of, scrolling_column
from coach.waves import later
from coach.words import safety_messages
from coach.words.catalogue import plural, tr, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.core.routine import Routine
    from coach.core.timeline import Timeline
    from coach.store.routines.library import Problem
    from coach.ui.kit import button_rows
    from coach.ui.kit.theme import Theme
else:
    button_rows = later("coach.ui.kit.button_rows")

MOST_PROBLEMS = 4


class StartPage(QWidget):
    """Shows one routine and lets the person choose pace and routine; `bar` holds the start buttons."""

    start_wanted = Signal()
    routine_wanted = Signal(str)
    """The id of the routine that was chosen."""
    routine_start_wanted = Signal(str)
    """The id of a routine to start at once."""
    pace_wanted = Signal(object)
    """The value of a Preset."""
    go_on_wanted = Signal()
    again_wanted = Signal()
    leave_wanted = Signal()
    """Leave a session that was cut off; `go_on_wanted` and `again_wanted` continue it or begin a new one."""
    helps_answered = Signal(str)
    """“yes”, “not really” or “not sure”: whether the stretches help."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._other_id = ""
        """The id of the routine that is not chosen, where there are two."""
        self._offer: QWidget | None = None
        self._helps: QWidget | None = None
        self._column = column = scrolling_column(self, theme, tr("Before you start"))
        self._notices: list[str] = []
        self._notice = Card(theme, raised=True, accent=True)
        notice = QVBoxLayout(self._notice)
        notice.setContentsMargins(28, 18, 24, 18)
        self._notice_words = label(theme, size=16)
        self._notice_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        notice.addWidget(self._notice_words)
        self._notice.hide()
        column.addWidget(self._notice)
        self.card = RoutineCard(theme)
        self.pace = self.card.pace
        self.card.routine_wanted.connect(self.routine_wanted)
        self.card.pace_wanted.connect(self.pace_wanted)
        column.addWidget(self.card)
        column.addWidget(self._ready_card())
        about = Lines(theme, tr("What coach is"))
        about.add(translated(safety_messages.M_NOTDEVICE), size=14, muted=True)
        column.addLayout(outdented(about))
        column.addSpacing(ABOVE)  # for the ring of the last line
        column.addStretch()
        self.bar = self._make_bar()

    def _ready_card(self) -> QWidget:
        card = Card(self._theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 22, 32, 22)
        column.setSpacing(6)
        title = tr("Have ready")
        column.addWidget(heading(self._theme, title))
        ready = Lines(self._theme, title)
        for line in safety_messages.M_READY:
            ready.add(translated(line), size=16)
        column.addLayout(outdented(ready))
        return card

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(19, 14, 19, 14)
        row.setSpacing(4)
        row.addStretch()
        self.other = KeyButton(self._theme, "")
        self.other.hide()
        self.start = KeyButton(self._theme, tr("Start"), key=tr("Space"), icon=Icon.PLAY, look=Look.PRIMARY, size=18)
        self.start.setEnabled(False)
        self.start.setMinimumWidth(240)
        row.addWidget(self.other)
        row.addWidget(self.start)
        self.start.clicked.connect(self.start_wanted)
        self.other.clicked.connect(lambda: self.routine_start_wanted.emit(self._other_id))
        return bar

    def show_routines(self, choices: Sequence[tuple[str, str]], chosen: str, other_total_ms: int) -> None:
        """Offer these routines, each an id and a name: two as a second button, more as a list."""
        self.card.show_routines(choices, chosen)
        self.other.setVisible(len(choices) == PAIR)
        if len(choices) == PAIR:
            self._other_id, name = next(choice for choice in choices if choice[0] != chosen)
            self.other.setText(tr("{name} · {minutes} min", name=name, minutes=-(-other_total_ms // 60_000)))
            self.other.updateGeometry()

    def show_routine(self, routine: Routine, timeline: Timeline) -> None:
        """Show this routine, planned at the chosen pace, and enable Start."""
        self.card.show_routine(routine, timeline)
        self.start.setEnabled(True)

    def show_pace(self, value: str) -> None:
        """Show the chosen pace."""
        self.card.show_pace(value)

    def show_unfinished(self, words: str) -> None:
        """Offer to continue a session that was cut off; empty words remove the offer."""
        if self._offer is not None:
            self._offer.hide()
            self._offer.deleteLater()
            self._offer = None
        if words:
            self._offer = self._make_offer(words)
            self._column.insertWidget(1, self._offer)

    def ask_helps(self) -> None:
        """Ask whether the stretches help; any answer but yes shows the advice to book a visit."""
        if self._helps is None:
            self._helps = self._card_with(
                translated(safety_messages.ASK_HELPS),
                [
                    (tr("Yes"), lambda: self._on_helps("yes")),
                    (tr("Not really"), lambda: self._on_helps("not really")),
                    (tr("Not sure"), lambda: self._on_helps("not sure")),
                ],
            )
            self._column.insertWidget(1, self._helps)

    def _on_helps(self, answer: str) -> None:
        if self._helps is not None:
            self._helps.hide()
        if answer != "yes":
            self._column.insertWidget(1, label(self._theme, translated(safety_messages.M_BOOK), size=22, weight=600))
        self.helps_answered.emit(answer)

    def _make_offer(self, words: str) -> QWidget:
        return self._card_with(
            words,
            [
                (tr("Continue where you were"), self.go_on_wanted.emit),
                (tr("Start again"), self.again_wanted.emit),
                (tr("Leave it"), self.leave_wanted.emit),
            ],
        )

    def _card_with(self, words: str, choices: Sequence[tuple[str, Callable[[], object]]]) -> QWidget:
        card = Card(self._theme, raised=True, accent=True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 20, 28, 16)
        inside.addWidget(label(self._theme, words, size=18, weight=600))
        buttons = []
        for text, then in choices:
            button = KeyButton(self._theme, text, height=48)
            button.clicked.connect(lambda _checked=False, then=then: then())
            buttons.append(button)
        row = button_rows.at_left(*buttons)
        row.setSpacing(4)
        inside.addLayout(row)
        return card

    def show_problems(self, problems: Sequence[Problem]) -> str:
        """Show what is wrong with the routine file; return the words."""
        lines = [tr("This routine file cannot be used. The built-in routine is here instead.")]
        lines += [str(problem) for problem in problems[:MOST_PROBLEMS]]
        if len(problems) > MOST_PROBLEMS:
            lines.append(plural("… and {number} more.", "… and {number} more.", len(problems) - MOST_PROBLEMS))
        return self.show_notice("\n".join(lines))

    def show_missing_pictures(self, why: str) -> str:
        """Show which pictures cannot be drawn, below earlier notices; return the words."""
        return self.show_notice(tr("Some pictures cannot be shown. Words are in their place.") + "\n" + why)

    def show_notice(self, text: str) -> str:
        """Show one more notice below the earlier ones; return its words."""
        if text not in self._notices:
            self._notices.append(text)
            self._show_notices()
        return text

    def take_back(self, text: str) -> None:
        """Remove a notice that is no longer true."""
        if text in self._notices:
            self._notices.remove(text)
            self._show_notices()

    def _show_notices(self) -> None:
        self._notice_words.setText("\n\n".join(self._notices))
        self._notice.setVisible(bool(self._notices))

    def show_fault(self, text: str) -> None:
        """Show that not even the built-in routine can be used."""
        self.show_notice(tr("The built-in routine cannot be used. Please install coach anew.") + "\n" + text)

    def settle(self) -> None:
        """Scroll to the top, where the notices are, and give Start the focus."""
        self.start.setFocus()
        column_of(self).to_top()

    def go(self) -> None:
        """Press Start, as Space does here."""
        if self.start.isEnabled():
            self.start_wanted.emit()
